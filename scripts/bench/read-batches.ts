import { applyReadings } from "../../lib/server/store/apply-readings";
import type { OpenDatabase } from "../../lib/server/db/database";
import { ensureHealth } from "../../lib/server/store/fence";
import { snapshots } from "./snapshots";

const CONNECTION = "measured";

export interface BatchTimes {
  fresh: number[];
  changed: number[];
  unchanged: number[];
}

/** Brings batches of readings into the record, as new, changed and unchanged ones; ms each. */
export async function readBatches({ db }: OpenDatabase, batches: number, rounds: number): Promise<BatchTimes> {
  await ensureHealth(db, CONNECTION, Date.now());
  const times: BatchTimes = { fresh: [], changed: [], unchanged: [] };
  const read = async (batch: number, round: number, kind: keyof BatchTimes) => {
    const items = snapshots(batch, round);
    const startedAt = Date.now();
    const started = performance.now();
    const applied = await applyReadings(db, {
      connection: CONNECTION,
      vendor: "dremio",
      snapshots: items,
      startedAt,
      observedAt: startedAt,
      source: "active",
      fence: null,
    });
    times[kind].push(performance.now() - started);
    const wanted = kind === "unchanged" ? applied.unchanged : applied.changed;
    if (wanted !== items.length) throw new Error(`a ${kind} batch was ${JSON.stringify(applied)}`);
  };
  for (let batch = 0; batch < batches; batch++) await read(batch, 0, "fresh");
  for (let round = 1; round <= rounds; round++) {
    for (let batch = 0; batch < batches; batch++) {
      await read(batch, round, "changed");
      await read(batch, round, "unchanged");
    }
  }
  return times;
}
