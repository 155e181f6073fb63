import type { Random } from "../../kit/random";
import { SQL_FAILURES } from "../catalogue/failures";
import { pickTemplate, SQL_TEMPLATES, type SqlType } from "../catalogue/sql-statements";
import type { JobWish } from "../job-wish";
import { makeSqlJob, type SqlLife } from "./make-sql-job";
import type { SqlJob } from "./sql-job";
import { planParallelSubJobs, planSubJobs } from "./sub-job-plan";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface Scenario {
  about: string;
  life: SqlLife;
  type?: SqlType;
  /** The template's place in the catalogue, where the columns matter. */
  template?: number;
  shape?(job: SqlJob, wish: JobWish, random: Random): void;
}

const long: SqlLife = { launchMs: 5 * SECOND, runMs: 10 * MINUTE, end: "FINISHED" };
const atOnce: SqlLife = { ...long, launchMs: 0 };

function subJobsOf(job: SqlJob, count: number, random: Random, plan: typeof planSubJobs): void {
  const from = job.phases.find((phase) => phase.status === "RUNNING")?.from ?? job.startTime;
  const end = job.phases.at(-1);
  job.subJobs = plan(random, count, from, end && end.status !== "RUNNING" ? end.from : Infinity);
}

/** The situations that a SQL job can be made in. */
export const SQL_SCENARIOS: Record<string, Scenario> = {
  "slow-run": { about: "5 s LAUNCHING, 10 minutes RUNNING, FINISHED", life: long },
  "quick-run": {
    about: "1 s LAUNCHING, 3 s RUNNING, FINISHED",
    life: { launchMs: SECOND, runMs: 3 * SECOND, end: "FINISHED" },
  },
  "launching-forever": { about: "never leaves LAUNCHING", life: { ...long, launchMs: Infinity } },
  "runs-forever": { about: "never leaves RUNNING", life: { ...atOnce, runMs: Infinity } },
  subjobs: {
    about: "RUNNING at once, `count` (4) subjobs one after another over `durationMs` (60 s)",
    life: { ...atOnce, runMs: MINUTE },
    shape: (job, wish, random) => subJobsOf(job, wish.count ?? 4, random, planSubJobs),
  },
  "many-subjobs": {
    about: "RUNNING at once, `count` (200) subjobs side by side",
    life: atOnce,
    shape: (job, wish, random) => subJobsOf(job, wish.count ?? 200, random, planParallelSubJobs),
  },
  "unknown-subjob": {
    about: "its subjobs are in Spark's status UNKNOWN",
    life: atOnce,
    shape: (job) => job.subJobs.forEach((plan) => Object.assign(plan, { end: "UNKNOWN" })),
  },
  fails: {
    about: "FAILED after 10 s with `message`",
    life: { launchMs: SECOND, runMs: 10 * SECOND, end: "FAILED" },
    shape: (job, wish) => (job.failure = wish.message ?? SQL_FAILURES[0]),
  },
  "fails-launching": {
    about: "FAILED after 5 s LAUNCHING",
    life: { launchMs: 5 * SECOND, runMs: 0, end: "FAILED" },
    shape: (job, wish) => (job.failure = wish.message ?? SQL_FAILURES[5]),
  },
  "fails-with-json": {
    about: "FAILED at once, message is JSON in a string",
    life: { launchMs: 0, runMs: SECOND, end: "FAILED" },
    shape: (job) => (job.failure = '{"error_code":"DLI.0005","error_msg":"cannot resolve `custmer_id`"}'),
  },
  cancelled: {
    about: "CANCELLED by its owner after 10 s",
    life: { launchMs: SECOND, runMs: 10 * SECOND, end: "CANCELLED" },
  },
  "times-out": {
    about: "CANCELLED by the vendor's 12-hour limit",
    life: { launchMs: 5 * SECOND, runMs: 12 * 60 * MINUTE, end: "CANCELLED" },
    shape: (job) => (job.failure = "DLI.0019: The job was canceled because it ran longer than 12 hours."),
  },
  scaling: { about: "5 s LAUNCHING, then SCALING for 10 minutes", life: long, type: "SCALE_QUEUE" },
  "slow-cancel": { about: "takes 60 s over a cancel", life: atOnce, shape: (job) => (job.cancelLagMs = MINUTE) },
  "finishes-before-cancel": {
    about: "accepts a cancel and FINISHES all the same",
    life: atOnce,
    shape: (job) => (job.cancel = "overtaken"),
  },
  "cancel-refused": { about: "refuses a cancel with DLI.0007", life: atOnce, shape: (job) => (job.cancel = "refused") },
  "cancel-denied": { about: "refuses a cancel with DLI.0003", life: atOnce, shape: (job) => (job.cancel = "denied") },
  "cancel-ignored": { about: "accepts a cancel and runs on", life: atOnce, shape: (job) => (job.cancel = "ignored") },
  "no-progress": { about: "its progress is always DLI.0999", life: atOnce, shape: (job) => (job.progress = "never") },
  "progress-lags": {
    about: "its progress is 5 s behind its status",
    life: long,
    shape: (job) => (job.progress = "lags"),
  },
  "nested-columns": {
    about: "a result with structs, arrays and maps",
    life: { launchMs: 0, runMs: SECOND, end: "FINISHED" },
    template: 2,
  },
  "unknown-status": {
    about: "shows `status` (COMPUTED) instead of RUNNING",
    life: atOnce,
    shape: (job, wish) => (job.word = wish.status ?? "COMPUTED"),
  },
  "huge-statement": {
    about: "a statement of 400,000 characters",
    life: atOnce,
    shape: (job) => (job.statement = `SELECT ${"a_rather_long_column_name, ".repeat(14_800)}1`),
  },
};

/** A job in one situation. Throws a RangeError for a scenario that there is not. */
export function sqlScenario(random: Random, wish: JobWish, now: number): SqlJob {
  const scenario = SQL_SCENARIOS[wish.scenario];
  if (!scenario)
    throw new RangeError(`no scenario ${wish.scenario}; there are ${Object.keys(SQL_SCENARIOS).join(", ")}`);
  const life = { ...scenario.life, ...(wish.durationMs === undefined ? {} : { runMs: wish.durationMs }) };
  const template = SQL_TEMPLATES[scenario.template ?? -1] ?? pickTemplate(random, scenario.type ?? "QUERY");
  const job = makeSqlJob(random, now - (wish.ageMs ?? 0), life, template);
  job.origin = "control";
  scenario.shape?.(job, wish, random);
  if (wish.owner !== undefined) job.owner = wish.owner;
  if (wish.queue !== undefined) job.queue = wish.queue;
  if (wish.statement !== undefined) job.statement = wish.statement;
  if (wish.tags !== undefined) job.tags = wish.tags;
  return job;
}
