/** Our common words for a job's state; `states.md`'s tables translate each vendor's words into them. */
export const JOB_STATES = [
  "draft",
  "queued",
  "starting",
  "running",
  "suspended",
  "stopping",
  "succeeded",
  "warning",
  "failed",
  "cancelled",
  "unknown",
] as const;
export type JobState = (typeof JOB_STATES)[number];

const FINAL = {
  draft: false,
  queued: false,
  starting: false,
  running: false,
  suspended: false,
  stopping: false,
  succeeded: true,
  warning: true,
  failed: true,
  cancelled: true,
  unknown: false,
} as const satisfies Record<JobState, boolean>;

/** Whether a run in this state has ended. `unknown` is not final: nobody knows. */
export function isFinal(state: JobState): boolean {
  return FINAL[state];
}

/** Whether something is happening, or waits to happen: what the collector keeps asking about. */
export function isActive(state: JobState): boolean {
  return !FINAL[state] && state !== "draft";
}

/** What an operator should look at, most urgent first. */
export const ATTENTIONS = ["stop_failed", "stop_unconfirmed", "exception", "arrears"] as const;
export type Attention = (typeof ATTENTIONS)[number];
