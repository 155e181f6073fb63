import { log } from "@/lib/server/log";
import { metrics } from "@/lib/server/metrics";
import { processGlobal } from "@/lib/server/process-global";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

const told = processGlobal("unknown-words", () => new Set<string>());
/** A vendor that invents words without end fills neither the log nor the metrics: the words after these count as one. */
const MOST_WORDS = 200;
const FURTHER = "(further words)";

/** Counts the readings whose word no one has taught us, and logs each such word once. */
export function noteUnknownWords(vendor: string, snapshots: readonly JobSnapshot[]): void {
  for (const { kind, state, vendorState } of snapshots) {
    if (state !== "unknown") continue;
    const word = vendorState.slice(0, 64);
    const key = `${vendor} ${kind} ${word}`;
    const isNew = !told.has(key);
    const tooMany = isNew && told.size >= MOST_WORDS;
    metrics().unknownWords.inc({ vendor, kind, word: tooMany ? FURTHER : word });
    if (!isNew || tooMany) continue;
    told.add(key);
    log.warn({ vendor, kind, word }, "a vendor state that no table translates");
  }
}
