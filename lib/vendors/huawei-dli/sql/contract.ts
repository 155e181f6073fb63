import { z } from "zod";
import { Count, Id, Numeric, Text, Word } from "@/lib/vendors/huawei-dli/fields";

/** A SQL job, as a row of the list and as a status document: no field but id and state is promised by both. */
export const SqlJob = z.looseObject({
  job_id: Id,
  status: Word,
  job_type: Text,
  queue_name: Text,
  owner: Text,
  /** Epoch ms. */
  start_time: Numeric,
  /** Epoch ms; only in list rows. */
  end_time: Numeric,
  /** ms */
  duration: Numeric,
  result_count: Count,
  statement: Text,
  message: Text,
});
export type SqlJob = z.infer<typeof SqlJob>;

/** `GET …/jobs`: rows are read one by one, so that an odd one spoils no page. */
export const SqlJobList = z.looseObject({
  /** All that match, not those of this page. */
  job_count: Numeric,
  jobs: z.array(z.unknown()),
});

/** `GET …/jobs/{job_id}/preview` (contract page 2.6); the digits of large numbers are kept. */
export const SqlPreview = z.looseObject({
  row_count: Numeric,
  /** One single-key map a column: `[{"c1":"int"}]`. */
  schema: z.array(z.record(z.string(), z.unknown())).nullish().catch(undefined),
  rows: z.array(z.unknown()).nullish().catch(undefined),
});

/** A Spark job inside the SQL job: Spark's `JobData` in snake case (contract page 4.3). */
export const SubJob = z.looseObject({
  id: Id,
  name: Text,
  description: Text,
  job_group: Text,
  status: Text,
  submission_time: Text,
  completion_time: Text,
  stage_ids: z.array(z.number()).nullish().catch(undefined),
  num_tasks: Numeric,
  num_active_tasks: Numeric,
  num_completed_tasks: Numeric,
  num_skipped_tasks: Numeric,
  num_failed_tasks: Numeric,
  num_killed_tasks: Numeric,
  /** Not before Spark 2.3. */
  num_completed_indices: Numeric,
  num_active_stages: Numeric,
  num_completed_stages: Numeric,
  num_skipped_stages: Numeric,
  num_failed_stages: Numeric,
  killed_tasks_summary: z.record(z.string(), z.number()).nullish().catch(undefined),
});
export type SubJob = z.infer<typeof SubJob>;

/** `GET /v1/…/jobs/{job_id}/progress` (seed "Querying the Job Execution Progress"). 0 is an id like any other. */
export const SqlProgress = z.looseObject({
  status: Text,
  sub_job_id: z
    .union([z.number(), z.string().regex(/^\d+$/)])
    .nullish()
    .catch(undefined),
  progress: Numeric,
  sub_jobs: z.array(z.unknown()).nullish().catch(undefined),
});
export type SqlProgress = z.infer<typeof SqlProgress>;
