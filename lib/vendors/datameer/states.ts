import type { JobAction } from "@/lib/jobs/action";
import type { JobState } from "@/lib/jobs/state";
import { stateTable } from "@/lib/vendors/_shared/state-table";

/** What `/api` says of a job that never ran; `/rest` answers `{}` (vendor document 3). */
export const NEVER_RAN = "_NONE";

/** Datameer's words (vendor document 7). COMPLETED_WITH_Warnings differs in case alone. */
const STATES = {
  _NONE: "draft",
  QUEUED: "queued",
  WAITING_FOR_OTHER_JOB: "queued",
  RUNNING: "running",
  ABORTING: "stopping",
  COMPLETED: "succeeded",
  COMPLETED_WITH_WARNINGS: "warning",
  CANCELED: "cancelled",
  CANCELLED: "cancelled",
  ERROR: "failed",
} as const satisfies Record<string, JobState>;

export const toJobState = stateTable(STATES);

const STOPPABLE: Readonly<Partial<Record<JobState, true>>> = { queued: true, running: true };
const IDLE: Readonly<Partial<Record<JobState, true>>> = {
  draft: true,
  succeeded: true,
  warning: true,
  failed: true,
  cancelled: true,
};

export function executionActions(state: JobState): JobAction[] {
  return STOPPABLE[state] ? ["stop"] : [];
}

/** A definition is started, and its data deleted, only while no run of it is active. */
export function configurationActions(state: JobState): JobAction[] {
  if (STOPPABLE[state]) return ["stop"];
  return IDLE[state] ? ["trigger", "trigger-sequence", "delete"] : [];
}
