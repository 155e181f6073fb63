import { isoOfMs } from "@/lib/vendors/_shared/instants";
import type { ListingRow } from "@/lib/vendors/dremio/contract";
import { toJobState } from "@/lib/vendors/dremio/states";
import { isFinal } from "@/lib/jobs/state";
import type { VendorSegment } from "@/lib/jobs/snapshot";

/** A phase that a job has entered, at epoch ms. */
export interface Phase {
  word: string;
  at: number;
}

/** Which column holds the instant of which phase; at one instant in the console's order. STARTING: Cloud's history only. */
const PHASES: readonly { word: string; column: string }[] = [
  { word: "METADATA_RETRIEVAL", column: "metadata_retrieval" },
  { word: "PLANNING", column: "planning_start" },
  { word: "ENGINE_START", column: "engine_start" },
  { word: "QUEUED", column: "query_enqueued" },
  { word: "EXECUTION_PLANNING", column: "execution_planning" },
  { word: "STARTING", column: "starting_ts" },
  { word: "RUNNING", column: "execution_start" },
];

export interface Instants {
  submitted: number | null;
  attemptStarted: number | null;
  final: number | null;
}

/** The instants of a row in epoch ms; phases not reached are 0 or the epoch, never null (2.5). */
export function instantsOf(row: ListingRow): Instants {
  return {
    submitted: instant(row, "submitted"),
    attemptStarted: instant(row, "attempt_started"),
    final: instant(row, "final_state"),
  };
}

/** The phases that the current attempt has entered, by their instants; null where the row gives no instants at all. */
export function phasesOf(row: ListingRow): Phase[] | null {
  const { submitted, attemptStarted } = instantsOf(row);
  const retried = (row.attempt_count ?? 1) > 1;
  const from = (retried ? attemptStarted : null) ?? submitted ?? attemptStarted;
  if (from === null) return null;
  // Instants of an earlier attempt may still stand in phases that this one has not reached.
  const later = PHASES.flatMap(({ word, column }): Phase[] => {
    const at = instant(row, column);
    return at === null || (retried && at < from) ? [] : [{ word, at: Math.max(at, from) }];
  });
  return [{ word: "PENDING", at: from }, ...later.sort((a, b) => a.at - b.at)];
}

/** The phases as stretches of time: each ends where the next begins, the last when the job ended. */
export function segmentsOf(phases: readonly Phase[], endedAt: number | null): VendorSegment[] {
  const within = phases.filter(({ at }) => endedAt === null || at <= endedAt);
  return within.flatMap(({ word, at }, index): VendorSegment[] => {
    const end = within[index + 1]?.at ?? endedAt;
    const from = isoOfMs(at);
    return from === null ? [] : [{ state: toJobState(word), vendorState: word, from, to: isoOfMs(end) }];
  });
}

/** When the job ended. The instant of an earlier attempt's end says nothing while the job is alive (3.4 e). */
export function endOf(row: ListingRow): number | null {
  return isFinal(toJobState(row.status)) ? instantsOf(row).final : null;
}

/** Software and Cloud's live table write `…_epoch_millis`, Cloud's history `…_epoch` and `execution_planning_start_…`. */
function instant(row: ListingRow, column: string): number | null {
  for (const name of [`${column}_epoch_millis`, `${column}_epoch`, `${column}_start_epoch`]) {
    const iso = isoOfMs(row[name]);
    if (iso !== null) return Date.parse(iso);
  }
  return null;
}
