import type { Random } from "../../kit/random";
import { FLINK_FAILURES, SUBMIT_FAILURES } from "../catalogue/failures";
import { FLINK_PROGRAMS } from "../catalogue/flink-programs";
import { documentFlinkJobs } from "./document-jobs";
import type { FlinkJob } from "./flink-job";
import { HABITS } from "./habits";
import { makeFlinkJob, type FlinkWish } from "./make-flink-job";

/** The id of the first definition that the world makes. */
export const FIRST_FLINK_ID = 90_701;
/** The id of the first child of the edge definition; a list hides children unless asked by `root_job_id`. */
export const FIRST_EDGE_CHILD_ID = 190_001;
const SOON = 5000;

type Sort = Omit<FlinkWish, "id" | "now">;

// Together they are in all 14 states at the start, and in each for minutes.
const ALL_STATES: readonly Sort[] = [
  { status: "job_running", operators: 60 },
  { status: "job_running", habit: HABITS.restarts, sinceMs: 120_000, restarts: 3 },
  { status: "job_running_exception", desc: FLINK_FAILURES[0] },
  { status: "job_submit_fail", habit: HABITS.unsubmittable, sinceMs: SOON, desc: SUBMIT_FAILURES[0] },
  { status: "job_submitting", habit: HABITS.operated, sinceMs: SOON },
  { status: "job_savepointing", habit: HABITS.operated, sinceMs: SOON },
  { status: "job_canceling", habit: HABITS.operated, sinceMs: SOON, savepoint: "lake-flink/jobs/savepoint/seed/" },
  { status: "job_cancel_success", habit: HABITS.operated, sinceMs: SOON },
  { status: "job_cancel_success", savepoint: "lake-flink/jobs/savepoint/90709/2026-01-12_08-15-00/" },
  { status: "job_cancel_fail", desc: "Stopping the job failed: the JobManager did not answer within 60 s." },
  { status: "job_downloading", habit: HABITS.edge, sinceMs: SOON, edge: true },
  { status: "job_idle", habit: HABITS.edge, sinceMs: SOON, edge: true },
  { status: "job_arrearage_stopped", habit: HABITS.arrears, sinceMs: SOON, desc: "The account is in arrears." },
  { status: "job_arrearage_recovering", habit: HABITS.arrears, sinceMs: SOON },
  { status: "job_finish", habit: HABITS.bounded, sinceMs: SOON },
  { status: "job_init" },
];

/** `count` definitions in all, the documents' two among them, two hidden edge children not counted; beyond the first sixteen most of them run. */
export function seedFlinkJobs(random: Random, now: number, count: number): FlinkJob[] {
  const documents = documentFlinkJobs();
  const made = Array.from({ length: Math.max(0, count - documents.length) }, (_, nth) => {
    const sort = ALL_STATES[nth] ?? { status: "job_running" as const, habit: nth % 4 === 0 ? HABITS.restarts : null };
    const program = FLINK_PROGRAMS[nth % FLINK_PROGRAMS.length];
    return makeFlinkJob(random, { ...sort, id: FIRST_FLINK_ID + nth, now, program });
  });
  const parent = made.find((job) => job.base.job_type === "flink_sql_edge_job");
  const children = [0, 1].map((nth) =>
    makeFlinkJob(random, { id: FIRST_EDGE_CHILD_ID + nth, now, status: "job_running", edge: true, rootId: parent?.id }),
  );
  return [...documents, ...made, ...(parent ? children : [])];
}
