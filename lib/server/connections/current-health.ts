import type { ConnectionHealthRow, HealthWord } from "@/lib/server/store/health";

export interface CurrentHealth {
  health: HealthWord;
  /** Epoch ms. */
  since: number;
  lastError: { code: string; message: string } | null;
}

/** A sweep may take minutes: so much longer a collector that lives may say nothing. */
const LONG_SWEEP_MS = 10 * 60_000;

/** Past this since the last word of a vendor, what is known of it is old: three intervals, and a little. */
export function silenceMs(pollSeconds: number): number {
  return 3 * pollSeconds * 1000 + 1_000;
}

/**
 * A connection's health as of now. Only a collector writes it, so where none has come by in time, the record still says
 * what was true when the last one did: that is no health, it is failing since then.
 * @param now epoch ms
 */
export function currentHealth(
  row: ConnectionHealthRow,
  config: { paused: boolean; pollSeconds: number },
  now: number,
): CurrentHealth {
  if (config.paused) return { ...row, health: "paused" };
  const heard = Math.max(row.lastAnswerAt ?? 0, row.lastErrorAt ?? 0);
  if (heard === 0 || row.health === "paused" || row.health === "starting") return row;
  const held = row.leaseUntil >= now;
  // A back-off is a silence that was announced.
  const due = Math.max(heard, row.nextPollAt ?? 0) + silenceMs(config.pollSeconds) + (held ? LONG_SWEEP_MS : 0);
  if (now <= due) return row;
  return {
    health: "failing",
    since: row.health === "failing" ? row.since : heard,
    lastError: held
      ? { code: "no_reading", message: "Its collector has brought no answer since then." }
      : { code: "not_asked", message: "No collector has asked it since then." },
  };
}
