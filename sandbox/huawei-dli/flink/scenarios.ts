import type { Random } from "../../kit/random";
import { FLINK_FAILURES, SUBMIT_FAILURES } from "../catalogue/failures";
import type { JobWish } from "../job-wish";
import { FLINK_STATUSES, type FlinkJob, type FlinkStatus } from "./flink-job";
import { HABITS } from "./habits";
import { makeFlinkJob, type FlinkWish } from "./make-flink-job";

const SECOND = 1000;

interface Scenario {
  about: string;
  start?: Partial<FlinkWish>;
  shape?(job: FlinkJob, wish: JobWish, now: number): void;
}

/** The situations that a Flink definition can be made in; without more it runs on until it is stopped. */
export const FLINK_SCENARIOS: Record<string, Scenario> = {
  running: { about: "runs until it is stopped, which takes 4 to 9 s" },
  draft: { about: "job_init, never run", start: { status: "job_init" } },
  "in-state": { about: "stays in `status`, any of the 14" },
  "savepoint-stop": {
    about: "runs; a stop with savepoint goes through job_savepointing and leaves a savepoint_path",
    shape: (job) => (job.temper.stopMs = 3 * SECOND),
  },
  "savepoint-fails": {
    about: "a stop with savepoint falls back to job_running",
    shape: (job) => (job.temper.stop = "savepoint-fails"),
  },
  "stop-fails": { about: "a stop ends in job_cancel_fail", shape: (job) => (job.temper.stop = "fails") },
  "stop-refused": { about: "a stop is refused inside a 200", shape: (job) => (job.temper.stop = "refused") },
  "stop-denied": {
    about: "a stop is refused inside a 200 with DLI.0003",
    shape: (job) => (job.temper.stop = "denied"),
  },
  "stop-ignored": { about: "a stop is accepted and nothing happens", shape: (job) => (job.temper.stop = "ignored") },
  "slow-stop": { about: "job_canceling for 60 s", shape: (job) => (job.temper.stopMs = 60 * SECOND) },
  "finishes-before-stop": {
    about: "a stop is accepted and it ends job_finish",
    shape: (job) => (job.temper.stop = "finishes"),
  },
  "submit-fails": {
    about: "a draft whose run ends in job_submit_fail",
    start: { status: "job_init" },
    shape: (job) => (job.temper.run = "submit-fails"),
  },
  "run-refused": {
    about: "stopped; a run is refused inside a 200",
    start: { status: "job_cancel_success" },
    shape: (job) => (job.temper.run = "refused"),
  },
  crashes: {
    about: "stopped; a run ends in job_running_exception after 30 s",
    start: { status: "job_cancel_success" },
    shape: (job) => (job.temper.run = "crashes"),
  },
  stopped: { about: "job_cancel_success without a savepoint", start: { status: "job_cancel_success" } },
  "stopped-with-savepoint": {
    about: "job_cancel_success with a savepoint",
    start: { status: "job_cancel_success", savepoint: "lake-flink/jobs/savepoint/1/2026-01-12_08-15-00/" },
  },
  exception: {
    about: "job_running_exception, not restarted",
    start: { status: "job_running_exception", desc: FLINK_FAILURES[0] },
    shape: (job) => Object.assign(job.config, { restart_when_exception: false, resume_max_num: 0 }),
  },
  "restarts-on-exception": {
    about: "every 6 minutes 20 s of job_running_exception and 10 s of job_submitting, restart_times counts",
    start: { habit: HABITS.restarts },
    shape: (job) => Object.assign(job.config, { restart_when_exception: true, resume_max_num: -1 }),
  },
  finishes: {
    about: "job_finish after `durationMs` (30 s)",
    shape: (job, wish, now) => {
      const [phase] = job.phases;
      if (phase) job.phases.push({ ...phase, status: "job_finish", from: now + (wish.durationMs ?? 30 * SECOND) });
    },
  },
  arrears: {
    about: "job_arrearage_stopped, 15 minutes later recovering, then running",
    start: { status: "job_arrearage_stopped", habit: HABITS.arrears, sinceMs: 0 },
  },
  graph: { about: "runs with `count` (60) operators", start: { operators: 60 } },
  "unknown-status": {
    about: "shows `status` (job_scaling) instead of job_running",
    shape: (job, wish) => (job.word = wish.status ?? "job_scaling"),
  },
};

/** A definition in one situation. Throws a RangeError for a scenario or a state that there is not. */
export function flinkScenario(random: Random, wish: JobWish, now: number, id: number): FlinkJob {
  const scenario = FLINK_SCENARIOS[wish.scenario];
  if (!scenario)
    throw new RangeError(`no scenario ${wish.scenario}; there are ${Object.keys(FLINK_SCENARIOS).join(", ")}`);
  const status = wish.scenario === "in-state" ? stateOf(wish.status) : "job_running";
  const desc =
    status === "job_submit_fail" ? SUBMIT_FAILURES[0] : status === "job_running_exception" ? FLINK_FAILURES[0] : "";
  const operators = wish.scenario === "graph" ? (wish.count ?? 60) : undefined;
  const job = makeFlinkJob(random, {
    status,
    desc,
    sinceMs: wish.ageMs ?? 0,
    habit: null,
    ...scenario.start,
    ...(operators ? { operators } : {}),
    id,
    now,
  });
  job.origin = "control";
  job.base.name = wish.name ?? `${wish.scenario}_${id}`;
  if (wish.queue !== undefined) job.base.queue_name = wish.queue;
  if (wish.owner !== undefined) job.userName = wish.owner;
  if (wish.statement !== undefined) job.base.sql_body = wish.statement;
  if (wish.tags !== undefined) job.tags = wish.tags;
  const [phase] = job.phases;
  if (wish.message !== undefined && phase) phase.desc = wish.message;
  scenario.shape?.(job, wish, now);
  return job;
}

function stateOf(word: string | undefined): FlinkStatus {
  const status = FLINK_STATUSES.find((known) => known === word);
  if (!status) throw new RangeError(`status is one of ${FLINK_STATUSES.join(", ")}`);
  return status;
}
