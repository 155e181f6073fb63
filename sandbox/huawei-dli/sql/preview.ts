import { shortType, valueOf } from "../catalogue/columns";
import type { DliCall } from "../wire/gateway";
import { DliError } from "../wire/errors";
import { statusAt, type SqlJob } from "./sql-job";

/** `GET …/preview`: the first 1,000 rows at most, QUERY only, and no paging (contract page 2.6). */
export function previewSqlJob(job: SqlJob, call: DliCall) {
  const size = call.query.int("page-size", { min: 1, max: 1000, default: 1000 });
  const columns = job.columns;
  if (job.type !== "QUERY" || !columns) {
    throw new DliError("DLI.0007", {
      en: `Only the result of a QUERY job can be previewed, this is ${job.type}.`,
      zh: `只能预览 QUERY 作业的结果，该作业为 ${job.type}。`,
    });
  }
  if (statusAt(job, call.now) !== "FINISHED") {
    throw new DliError("DLI.0007", { en: `The job ${job.id} has no result yet.`, zh: `作业 ${job.id} 尚无结果。` });
  }
  const end = job.phases.at(-1)?.from ?? 0;
  if (job.origin !== "document" && call.now - end >= call.switches.resultRetentionMs) {
    throw new DliError("DLI.0100", { en: "The result has expired.", zh: "结果已过期。" });
  }
  const count = Math.min(size, job.resultCount);
  return {
    is_success: true,
    message: "",
    job_id: job.id,
    job_type: job.type,
    row_count: count,
    input_size: job.inputSize,
    schema: columns.map((column) => ({ [column.name]: shortType(column.type) })),
    rows: Array.from({ length: count }, (_, n) => columns.map((column) => valueOf(column, n))),
  };
}
