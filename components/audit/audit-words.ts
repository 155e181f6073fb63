import { ACTION_FACE, OUTCOME_FACE, type OutcomeFace } from "@/components/jobs/state-face";
import type { AuditEntry } from "@/lib/contract/audit";
import { ACTION_OUTCOMES, type ActionOutcome, JOB_ACTIONS, type JobAction } from "@/lib/jobs/action";
import { oneLine } from "@/lib/format/visible-text";

const isJobAction = (action: string): action is JobAction => (JOB_ACTIONS as readonly string[]).includes(action);
const isOutcome = (outcome: string): outcome is ActionOutcome =>
  (ACTION_OUTCOMES as readonly string[]).includes(outcome);

/** What admins do, in words; a word that is missing here is shown as it is. */
const ADMIN_ACTIONS: Record<string, string> = {
  "connection.create": "Add connection",
  "connection.update": "Change connection",
  "connection.delete": "Remove connection",
  "user.create": "Add user",
  "user.update": "Change user",
  "user.delete": "Remove user",
};

/** What the menu offers beside what has been seen. */
export const KNOWN_ACTIONS: readonly string[] = [...JOB_ACTIONS, ...Object.keys(ADMIN_ACTIONS)];

export function actionWord(action: string): string {
  return isJobAction(action) ? ACTION_FACE[action].label : (ADMIN_ACTIONS[action] ?? oneLine(action));
}

export function outcomeFace(outcome: string): OutcomeFace {
  return isOutcome(outcome) ? OUTCOME_FACE[outcome] : { word: oneLine(outcome), advice: null, tone: "info" };
}

/** Whether the entry tells of a job, which then has a page. */
export function tellsOfJob({ action, connection, kind, jobId }: AuditEntry): boolean {
  return isJobAction(action) && connection !== "" && kind !== "" && jobId !== "";
}

/** Enough of a hash to compare by eye. */
export const shortHash = (hash: string) => hash.slice(0, 10);
