import { FLINK_FAILURES, SUBMIT_FAILURES } from "../catalogue/failures";
import type { FlinkPhase, FlinkStatus, Habit } from "./flink-job";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Step = [status: FlinkStatus, ms: number, desc?: string];

/** Goes round and round `steps`, from whichever of them it is in; `submits` names the step that starts a new run. */
function cycle(steps: readonly Step[], restarts: "never" | "counts" = "never"): Habit {
  return (job, last) => {
    const at = steps.findIndex(([status]) => status === last.status);
    const here = steps[at === -1 ? 0 : at];
    const next = steps[(at + 1) % steps.length];
    if (!here || !next) return [];
    const [status, , desc = ""] = next;
    const from = last.from + here[1];
    const phase: FlinkPhase = { ...last, status, desc, from };
    if (status === "job_submitting" && restarts === "counts") phase.restarts = last.restarts + 1;
    const begins = status === "job_submitting" && restarts === "never";
    if (begins || (status === "job_downloading" && restarts === "never")) {
      Object.assign(phase, { startTime: from, restarts: 0 });
    }
    if (status === "job_canceling" && last.status === "job_savepointing") {
      phase.savepoint = `lake-flink/jobs/savepoint/${job.id}/${new Date(from).toISOString().slice(0, 10)}/`;
    }
    if (status === "job_running" && last.status === "job_submitting") phase.savepoint = null;
    return [phase];
  };
}

/** What definitions do by themselves. Each dwells long enough in its rare states to be seen there. */
export const HABITS = {
  restarts: cycle(
    [
      ["job_running", 6 * MINUTE],
      ["job_running_exception", 20 * SECOND, FLINK_FAILURES[2]],
      ["job_submitting", 10 * SECOND],
    ],
    "counts",
  ),
  bounded: cycle([
    ["job_finish", 8 * MINUTE],
    ["job_submitting", 15 * SECOND],
    ["job_running", 5 * MINUTE],
  ]),
  operated: cycle([
    ["job_running", 12 * MINUTE],
    ["job_savepointing", 2 * MINUTE],
    ["job_canceling", 2 * MINUTE],
    ["job_cancel_success", 4 * MINUTE],
    ["job_submitting", 2 * MINUTE],
  ]),
  arrears: cycle([
    ["job_arrearage_stopped", 15 * MINUTE, "The account is in arrears."],
    ["job_arrearage_recovering", 5 * MINUTE],
    ["job_running", 20 * MINUTE],
  ]),
  unsubmittable: cycle([
    ["job_submit_fail", 10 * MINUTE, SUBMIT_FAILURES[0]],
    ["job_submitting", 40 * SECOND],
  ]),
  edge: cycle([
    ["job_downloading", 6 * MINUTE],
    ["job_idle", 6 * MINUTE],
    ["job_running", 10 * MINUTE],
  ]),
} satisfies Record<string, Habit>;
