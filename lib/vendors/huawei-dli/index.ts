import { VendorError } from "@/lib/vendors/errors";
import { descriptor } from "@/lib/vendors/huawei-dli/descriptor";
import { actOnFlinkJob, isFlinkAction } from "@/lib/vendors/huawei-dli/flink/act";
import { refuseFlinkAction } from "@/lib/vendors/huawei-dli/flink/refuse-action";
import { readFlinkJob } from "@/lib/vendors/huawei-dli/flink/read-job";
import { cancelBatch } from "@/lib/vendors/huawei-dli/spark-batch/client";
import { readLog, readSparkBatch } from "@/lib/vendors/huawei-dli/spark-batch/read-job";
import { cancelSqlJob, listSqlJobs } from "@/lib/vendors/huawei-dli/sql/client";
import { readResults } from "@/lib/vendors/huawei-dli/sql/preview";
import { readProgress } from "@/lib/vendors/huawei-dli/sql/read-progress";
import { readSqlJob } from "@/lib/vendors/huawei-dli/sql/read-job";
import { sweep } from "@/lib/vendors/huawei-dli/sweep";
import type { VendorConnector } from "@/lib/vendors/types";

/** Huawei Cloud DLI; see the folder's README for what it asks, and what each answer means. */
export const huaweiDli: VendorConnector = {
  descriptor,

  async check(ctx) {
    await listSqlJobs(ctx, { page: 1, pageSize: 1 });
  },

  listJobs: sweep,

  async getJob(ctx, { kind, id }) {
    if (!isPossible(kind, id)) return null;
    if (kind === "sql") return readSqlJob(ctx, id);
    if (kind === "flink") return readFlinkJob(ctx, id);
    return kind === "spark-batch" ? readSparkBatch(ctx, id) : null;
  },

  async getProgress(ctx, { kind, id }, known) {
    return kind === "sql" && isPossible(kind, id) ? readProgress(ctx, id, known?.startedAt ?? null) : null;
  },

  async getResults(ctx, { kind, id }, page) {
    if (kind !== "sql") throw unsupported("results", kind);
    requirePossible(kind, id);
    return readResults(ctx, id, page);
  },

  async getLog(ctx, { kind, id }) {
    if (kind !== "spark-batch") throw unsupported("a log", kind);
    requirePossible(kind, id);
    return readLog(ctx, id);
  },

  // Of DLI's actions only a Flink job's have fields of their own.
  refuseAction: refuseFlinkAction,

  async act(ctx, { kind, id }, request) {
    requirePossible(kind, id);
    if (kind === "sql" && request.action === "cancel") {
      await cancelSqlJob(ctx, id);
      return { message: null };
    }
    if (kind === "spark-batch" && request.action === "cancel") return { message: await cancelBatch(ctx, id) };
    if (kind === "flink" && isFlinkAction(request.action)) return actOnFlinkJob(ctx, id, request);
    throw unsupported(`the action ${request.action}`, kind);
  },
};

/** An id that its kind cannot have is never asked for. */
function isPossible(kind: string, id: string): boolean {
  return descriptor.kinds.find((entry) => entry.kind === kind)?.idPattern.test(id) === true;
}

function requirePossible(kind: string, id: string): void {
  if (isPossible(kind, id)) return;
  const message = `No ${kind} job has the id ${JSON.stringify(id.slice(0, 128))}.`;
  throw new VendorError({ vendor: descriptor.id, operation: "check the id", reason: "not-found", message });
}

function unsupported(what: string, kind: string): VendorError {
  const message = `DLI offers no ${what.replace(/^(a|the) /, "")} for ${kind} jobs.`;
  return new VendorError({ vendor: descriptor.id, operation: what, reason: "rejected", message });
}
