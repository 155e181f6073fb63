import type { JobProgress } from "@/lib/jobs/snapshot";
import type { Subjob } from "@/lib/jobs/subjob";
import { SubJob, type SqlProgress } from "@/lib/vendors/huawei-dli/sql/contract";
import { sparkDate, type DateCheck } from "@/lib/vendors/huawei-dli/sql/spark-date";
import { toJobState, toSubjobStatus } from "@/lib/vendors/huawei-dli/sql/states";

/**
 * Without `sub_job_id` the figure is the whole job's, with it that subjob's; 0 is an id (contract page 4.1). null where
 * there is no figure, and for failed and cancelled jobs, where nobody says what it means.
 */
export function toProgress(body: SqlProgress): JobProgress | null {
  const state = toJobState(body.status ?? "");
  if (state === "failed" || state === "cancelled") return null;
  if (typeof body.progress !== "number" || !Number.isFinite(body.progress)) return null;
  const subjobId = body.sub_job_id ?? null;
  return {
    // With retried tasks the vendor's figure exceeds 1.
    fraction: clamp(body.progress),
    of: subjobId === null ? "job" : "subjob",
    subjobId: subjobId === null ? null : String(subjobId),
  };
}

/** null: the vendor does not speak of subjobs, because none has begun or the job is over. An odd one is left out. */
export function toSubjobs(body: SqlProgress, check: DateCheck): Subjob[] | null {
  if (!Array.isArray(body.sub_jobs)) return null;
  return body.sub_jobs.flatMap((row) => {
    const parsed = SubJob.safeParse(row);
    return parsed.success ? [toSubjob(parsed.data, check)] : [];
  });
}

function toSubjob(row: SubJob, check: DateCheck): Subjob {
  const tasks = {
    total: row.num_tasks ?? null,
    active: row.num_active_tasks ?? 0,
    completed: row.num_completed_tasks ?? 0,
    skipped: row.num_skipped_tasks ?? 0,
    failed: row.num_failed_tasks ?? 0,
    killed: row.num_killed_tasks ?? 0,
    completedIndices: row.num_completed_indices ?? null,
  };
  return {
    id: row.id,
    name: row.name ?? "",
    description: row.description ?? null,
    jobGroup: row.job_group ?? null,
    status: toSubjobStatus(row.status ?? ""),
    vendorStatus: row.status ?? "",
    submittedAt: sparkDate(row.submission_time, check),
    completedAt: sparkDate(row.completion_time, check),
    submissionTime: row.submission_time ?? null,
    completionTime: row.completion_time ?? null,
    fraction: fractionOf(tasks),
    stageIds: row.stage_ids ?? [],
    tasks,
    stages: {
      active: row.num_active_stages ?? 0,
      completed: row.num_completed_stages ?? 0,
      skipped: row.num_skipped_stages ?? 0,
      failed: row.num_failed_stages ?? 0,
    },
    killedTasksSummary: row.killed_tasks_summary ?? {},
  };
}

/**
 * Spark's own bar: distinct partitions done over tasks less the skipped ones (contract page 4.3). Before Spark 2.3 there
 * are no indices: then completed attempts, of which a retried partition counts twice.
 */
function fractionOf(tasks: Subjob["tasks"]): number | null {
  if (tasks.total === null) return null;
  const expected = tasks.total - tasks.skipped;
  return expected > 0 ? clamp((tasks.completedIndices ?? tasks.completed) / expected) : null;
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
