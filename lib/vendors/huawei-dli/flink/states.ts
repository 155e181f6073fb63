import type { JobAction } from "@/lib/jobs/action";
import type { Attention, JobState } from "@/lib/jobs/state";
import { foldWord, stateTable } from "@/lib/vendors/_shared/state-table";

/** DLI's 14 words for a Flink job (seed "Querying Job Details", Table 3); the run is over in the final ones. */
const STATES = {
  job_init: "draft",
  job_submitting: "starting",
  job_submit_fail: "failed",
  job_running: "running",
  job_running_exception: "failed",
  job_downloading: "starting",
  job_idle: "suspended",
  job_canceling: "stopping",
  job_cancel_success: "cancelled",
  job_cancel_fail: "running",
  job_savepointing: "running",
  job_arrearage_stopped: "suspended",
  job_arrearage_recovering: "starting",
  job_finish: "succeeded",
} as const satisfies Record<string, JobState>;

const toTableState = stateTable(STATES);

/** How a job that stopped on an exception goes on. */
export interface RestartPolicy {
  restartWhenException: boolean;
  /** Tries an hour: -1 has no upper limit, 0 is none. null: not said. */
  resumeMaxNum: number | null;
}

/** After an exception a job is suspended where the vendor will start it again, else it has failed. */
export function toJobState(word: string, policy: RestartPolicy): JobState {
  if (isWord(word, "job_running_exception") && comesBack(policy)) return "suspended";
  return toTableState(word);
}

export function attentionIn(word: string): Attention | null {
  if (isWord(word, "job_running_exception")) return "exception";
  if (isWord(word, "job_cancel_fail")) return "stop_failed";
  return isWord(word, "job_arrearage_stopped", "job_arrearage_recovering") ? "arrears" : null;
}

/** First the one that an operator should choose. */
export function actionsIn(word: string, policy: RestartPolicy): JobAction[] {
  if (isWord(word, "job_running")) return ["stop-with-savepoint", "stop"];
  if (isWord(word, "job_running_exception")) return comesBack(policy) ? ["stop"] : ["trigger"];
  if (isWord(word, "job_init", "job_submit_fail", "job_cancel_success", "job_finish")) return ["trigger"];
  const stoppable = isWord(
    word,
    "job_submitting",
    "job_downloading",
    "job_idle",
    "job_cancel_fail",
    "job_savepointing",
    "job_arrearage_recovering",
  );
  return stoppable ? ["stop"] : [];
}

/** Whether Flink itself holds a graph of the job: while it runs, or may still run. */
export function hasLiveGraph(word: string): boolean {
  return isWord(word, "job_running", "job_savepointing", "job_canceling", "job_cancel_fail");
}

/** Whether `status_desc` says what is wrong, rather than what is. */
export function describesTrouble(word: string): boolean {
  return attentionIn(word) !== null || isWord(word, "job_submit_fail");
}

export function isWord(word: string, ...known: (keyof typeof STATES)[]): boolean {
  const normal = foldWord(word);
  return known.some((candidate) => foldWord(candidate) === normal);
}

function comesBack(policy: RestartPolicy): boolean {
  return policy.restartWhenException && policy.resumeMaxNum !== 0;
}
