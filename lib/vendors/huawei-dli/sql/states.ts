import type { JobAction } from "@/lib/jobs/action";
import type { JobState } from "@/lib/jobs/state";
import type { Subjob } from "@/lib/jobs/subjob";
import { foldWord, stateTable } from "@/lib/vendors/_shared/state-table";

/** DLI's words for a SQL job (seed "Querying Job Status"). */
const STATES = {
  LAUNCHING: "starting",
  RUNNING: "running",
  SCALING: "running",
  FINISHED: "succeeded",
  FAILED: "failed",
  CANCELLED: "cancelled",
} as const satisfies Record<string, JobState>;

/** A word not listed is `unknown`: the SDKs know five more that no document explains (contract page 3.1). */
export const toJobState = stateTable(STATES);

/** A scaling job cannot be cancelled, though it runs (contract page 3.1). */
export function actionsIn(vendorState: string): JobAction[] {
  return ["LAUNCHING", "RUNNING"].includes(foldWord(vendorState)) ? ["cancel"] : [];
}

/** Spark's words for a subjob, a vocabulary of their own. */
const SUBJOB_STATUS: Readonly<Record<string, Subjob["status"]>> = {
  RUNNING: "running",
  SUCCEEDED: "succeeded",
  FAILED: "failed",
};

export function toSubjobStatus(word: string): Subjob["status"] {
  return SUBJOB_STATUS[foldWord(word)] ?? "unknown";
}
