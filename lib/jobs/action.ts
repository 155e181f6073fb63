/** Everything an operator can do to a job, in the order in which it is offered. */
export const JOB_ACTIONS = ["cancel", "stop-with-savepoint", "stop", "trigger", "trigger-sequence", "delete"] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

/** How far an action has come. The last four are its ends; `unknown` is decided by the next reading. */
export const ACTION_OUTCOMES = [
  "asked",
  "accepted",
  "confirmed",
  "overtaken",
  "unconfirmed",
  "refused",
  "unknown",
] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

/** Outcomes that may still change: one action in one of them bars every other action on the job. */
export const OPEN_OUTCOMES = ["asked", "accepted", "unknown"] as const satisfies readonly ActionOutcome[];

export function isOpen(outcome: ActionOutcome): outcome is (typeof OPEN_OUTCOMES)[number] {
  return outcome === "asked" || outcome === "accepted" || outcome === "unknown";
}

/** Actions whose effect is that the job ends. */
export function isEnding(action: JobAction): boolean {
  return action === "cancel" || action === "stop" || action === "stop-with-savepoint";
}
