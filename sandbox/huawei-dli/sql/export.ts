import { z } from "zod";
import { SQL_TEMPLATES } from "../catalogue/sql-statements";
import { badParameter, DliError } from "../wire/errors";
import type { DliCall } from "../wire/gateway";
import { makeSqlJob, randomLife } from "./make-sql-job";
import { statusAt, type SqlJob } from "./sql-job";

const ExportWish = z.object({
  data_path: z.string().startsWith("obs://"),
  data_type: z.enum(["csv", "json"]),
  queue_name: z.string().optional(),
});

/** `POST …/export-result`: a new EXPORT job that writes out what a finished QUERY found (contract page 2.7). */
export async function exportSqlResult(job: SqlJob, call: DliCall) {
  const parsed = ExportWish.safeParse(await call.body());
  if (!parsed.success) throw badParameter(String(parsed.error.issues[0]?.path[0] ?? "body"));
  if (job.type !== "QUERY" || statusAt(job, call.now) !== "FINISHED") {
    throw new DliError("DLI.0007", {
      en: `The job ${job.id} has no result to export.`,
      zh: `作业 ${job.id} 没有可导出的结果。`,
    });
  }
  const template = SQL_TEMPLATES.find((candidate) => candidate.type === "EXPORT");
  const { random } = call.world;
  const text = () => `EXPORT RESULT OF ${job.id} TO '${parsed.data.data_path}' AS ${parsed.data.data_type}`;
  const made = makeSqlJob(random, call.now, randomLife(random), template && { ...template, text });
  Object.assign(made, { owner: call.user, queue: parsed.data.queue_name ?? job.queue });
  call.world.sql.set(made.id, made);
  return { is_success: true, message: "", job_id: made.id, job_mode: made.mode };
}
