import { foldWord, stateTable } from "@/lib/vendors/_shared/state-table";
import type { JobAction } from "@/lib/jobs/action";
import type { JobState } from "@/lib/jobs/state";

/**
 * Dremio's words, the only place where they are read: the 14 states of the Job page, ENQUEUED (still in the server's
 * enum), SETUP (system tables only) and both spellings of the cancelled one (vendor document 3.1).
 */
const STATES = {
  NOT_SUBMITTED: "queued",
  PENDING: "queued",
  QUEUED: "queued",
  ENQUEUED: "queued",
  SETUP: "starting",
  METADATA_RETRIEVAL: "starting",
  PLANNING: "starting",
  ENGINE_START: "starting",
  EXECUTION_PLANNING: "starting",
  STARTING: "starting",
  RUNNING: "running",
  CANCELLATION_REQUESTED: "stopping",
  COMPLETED: "succeeded",
  CANCELED: "cancelled",
  CANCELLED: "cancelled",
  FAILED: "failed",
  INVALID_STATE: "unknown",
} as const satisfies Record<string, JobState>;

export const toJobState = stateTable(STATES);

const CANCELLABLE: Readonly<Partial<Record<JobState, true>>> = { queued: true, starting: true, running: true };

/** What Dremio accepts in this state. */
export function actionsIn(state: JobState): JobAction[] {
  return CANCELLABLE[state] ? ["cancel"] : [];
}

/**
 * The finer words that a listing's word may stand for (2.5, 2.6), narrowed by the last phase that the row says was
 * reached; null where its instants are not known. Empty: the word stands for itself alone.
 */
export function coveredBy(word: string, reached: string | null): readonly string[] {
  switch (foldWord(word)) {
    case "SETUP":
      return reached === null || reached === "PENDING" ? ["NOT_SUBMITTED", "PENDING"] : [reached];
    case "RUNNING":
      // A cancel that was asked for shows by id only; the listing goes on saying RUNNING.
      if (reached === null || reached === "RUNNING") return ["CANCELLATION_REQUESTED"];
      return ["EXECUTION_PLANNING", "STARTING", "CANCELLATION_REQUESTED"];
    default:
      return [];
  }
}

/** Whether a listing's word is coarser than the state by id. */
export function isCoarse(word: string): boolean {
  const folded = foldWord(word);
  return folded === "SETUP" || folded === "RUNNING";
}
