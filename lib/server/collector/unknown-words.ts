import { log } from "@/lib/server/log";
import { metrics } from "@/lib/server/metrics";
import { processGlobal } from "@/lib/server/process-global";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

const told = processGlobal("unknown-words", () => new Set<string>());

/** Counts the words that no one has taught us, and logs each of them once. */
export function noteUnknownWords(vendor: string, snapshots: readonly JobSnapshot[]): void {
  for (const { kind, state, vendorState } of snapshots) {
    if (state !== "unknown") continue;
    const word = vendorState.slice(0, 64);
    const key = `${vendor} ${kind} ${word}`;
    if (told.has(key)) continue;
    // A vendor that invents words without end fills neither the log nor the metrics.
    if (told.size >= 200) return;
    told.add(key);
    metrics().unknownWords.inc({ vendor, kind, word });
    log.warn({ vendor, kind, word }, "a vendor state that no table translates");
  }
}
