import { jobNotFound, permissionDenied } from "../wire/errors";
import type { DliCall, Gateway } from "../wire/gateway";
import { exportSqlResult } from "./export";
import { listSqlJobs } from "./list";
import { previewSqlJob } from "./preview";
import { sqlProgress } from "./progress";
import { sqlDetail, sqlStatus } from "./rows";
import { cancelSqlJob, type SqlJob } from "./sql-job";
import { submitSqlJob } from "./submit";

/** SQL jobs. Progress alone lives under `/v1/`; its neighbours' prefix answers 404 (contract page 2.4). */
export function sqlRoutes(gateway: Gateway): void {
  const jobs = "/v1.0/:project/jobs";
  gateway.get(jobs, "boolean", listSqlJobs);
  gateway.post(`${jobs}/submit-job`, "boolean", submitSqlJob);
  gateway.get(`${jobs}/:id/status`, "boolean", (call) =>
    sqlStatus(jobOf(call), call.now, call.projectId, call.switches),
  );
  gateway.get(`${jobs}/:id/detail`, "boolean", (call) => sqlDetail(jobOf(call), call.now));
  gateway.get(`${jobs}/:id/preview`, "boolean", (call) => previewSqlJob(jobOf(call), call));
  gateway.get("/v1/:project/jobs/:id/progress", "boolean", (call) =>
    sqlProgress(jobOf(call), call.now, call.switches, call.world.noise),
  );
  gateway.post(`${jobs}/:id/export-result`, "boolean", (call) => exportSqlResult(jobOf(call), call));
  gateway.delete(`${jobs}/:id`, "boolean", (call) => {
    const job = jobOf(call);
    const resource = `queues.${job.queue}`;
    call.mayChange(resource, "CANCEL_JOB");
    if (job.cancel === "denied") throw permissionDenied(resource, call.user, "CANCEL_JOB");
    return cancelSqlJob(job, call.now, call.switches.cancelFinished, call.user);
  });
}

function jobOf({ world, param, switches }: DliCall): SqlJob {
  const id = param("id");
  const job = world.sql.get(id);
  if (!job) throw jobNotFound(switches.sqlNotFound, id);
  return job;
}
