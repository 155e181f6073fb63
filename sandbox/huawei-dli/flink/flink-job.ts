import type { Origin, Phase } from "../life/phases";
import { phaseAt } from "../life/phases";
import type { DliSwitches } from "../switches";
import type { Text } from "../wire/errors";

/** All 14 words of the document. */
export const FLINK_STATUSES = [
  "job_init",
  "job_submitting",
  "job_submit_fail",
  "job_running",
  "job_running_exception",
  "job_downloading",
  "job_idle",
  "job_canceling",
  "job_cancel_success",
  "job_cancel_fail",
  "job_savepointing",
  "job_arrearage_stopped",
  "job_arrearage_recovering",
  "job_finish",
] as const;
export type FlinkStatus = (typeof FLINK_STATUSES)[number];

/** A leg of a definition's life: of which run it is (`startTime`, null before the first) and what was said of it. */
export interface FlinkPhase extends Phase<FlinkStatus> {
  desc: string;
  startTime: number | null;
  restarts: number;
  savepoint: string | null;
}

/** Adds the legs that follow the last one; null once a definition stays where it is. */
export type Habit = (job: FlinkJob, last: FlinkPhase) => FlinkPhase[];

/** An operator of a job's graph; `inputs` are ids of operators before it. */
export interface Operator {
  id: string;
  name: string;
  type: "Source" | "Operator" | "Sink";
  parallelism: number;
  inputs: readonly string[];
}

/** How a definition takes being stopped and run. */
export interface FlinkTemper {
  stop: "works" | "fails" | "refused" | "ignored" | "finishes" | "savepoint-fails" | "denied";
  stopMs: number;
  run: "works" | "submit-fails" | "refused" | "crashes";
}

/** A definition, run again and again. `base` holds what a detail says whatever the clock, in the vendor's own keys. */
export interface FlinkJob {
  id: number;
  origin: Origin;
  /** job_detail without what depends on the clock. A key that is not in it is not in the answer. */
  base: Record<string, unknown>;
  config: Record<string, unknown>;
  message: Text;
  userName: string;
  rootId: number;
  createTime: number;
  phases: FlinkPhase[];
  habit: Habit | null;
  temper: FlinkTemper;
  operators: Operator[];
  tags?: readonly { key: string; value: string }[];
  word?: string;
}

const OVER: readonly FlinkStatus[] = [
  "job_init",
  "job_submit_fail",
  "job_running_exception",
  "job_cancel_success",
  "job_arrearage_stopped",
  "job_finish",
];

/** Whether a run is over in this state. */
export const isOver = (status: FlinkStatus) => OVER.includes(status);

/** The leg that a definition is in; its habit plans on as far as the clock has come. */
export function flinkPhase(job: FlinkJob, now: number): FlinkPhase {
  for (let turns = 0; job.habit && turns < 10_000; turns++) {
    const last = job.phases.at(-1);
    if (!last || last.from > now) break;
    job.phases.push(...job.habit(job, last));
  }
  return phaseAt(job.phases, now);
}

export function flinkWord(job: FlinkJob, phase: FlinkPhase, switches: DliSwitches): string {
  if (phase.status !== "job_running") return phase.status;
  return job.word ?? (switches.flinkExtraStatus === "never" ? phase.status : switches.flinkExtraStatus);
}

/** Running time of the newest run in ms; 0 before the first. */
export function flinkDuration(phase: FlinkPhase, now: number): number {
  if (phase.startTime === null) return 0;
  return Math.max(0, (isOver(phase.status) ? phase.from : now) - phase.startTime);
}

export const jobType = (job: FlinkJob, switches: DliSwitches) =>
  job.base.job_type === "flink_sql_edge_job" && switches.edgeStates === "any"
    ? "flink_opensource_sql_job"
    : String(job.base.job_type);

export const startTimeShown = (phase: FlinkPhase, job: FlinkJob, switches: DliSwitches): number | null => {
  if (phase.restarts === 0 || phase.startTime === null || switches.autoRestartStartTime === "kept")
    return phase.startTime;
  const again = job.phases.filter(
    (p) => p.restarts === phase.restarts && p.startTime === phase.startTime && p.from <= phase.from,
  );
  return again[0]?.from ?? phase.startTime;
};
