import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { VendorError } from "@/lib/vendors/errors";
import { isNotFound } from "@/lib/vendors/huawei-dli/ask";
import { consoleUrl } from "@/lib/vendors/huawei-dli/console-url";
import {
  FLINK_OPERATIONS,
  listFlinkJobs,
  readExecuteGraph,
  readFlinkDetail,
} from "@/lib/vendors/huawei-dli/flink/client";
import { FlinkJob } from "@/lib/vendors/huawei-dli/flink/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/flink/mapper";
import { hasLiveGraph } from "@/lib/vendors/huawei-dli/flink/states";
import { asObject, parseBody } from "@/lib/vendors/huawei-dli/parse";
import type { VendorContext } from "@/lib/vendors/types";

/**
 * A definition by id: its detail, with Flink's live graph while it runs, and otherwise with what only the plain list row
 * has (user, duration, parent; sweeps bring those of a running job). null: the vendor says that there is no such job.
 */
export async function readFlinkJob(ctx: VendorContext, id: string): Promise<JobSnapshot | null> {
  const answer = await readFlinkDetail(ctx, id).catch(absentIfNotFound);
  if (answer === null) return null;
  const { job_detail: detail, ...envelope } = answer;
  const job = parseBody(FlinkJob, detail, FLINK_OPERATIONS.detail);
  const live = hasLiveGraph(job.status);
  const graph = live ? await readExecuteGraph(ctx, id).catch(nothingIfRefused) : null;
  const row = live ? null : await readRow(ctx, job).catch(nothingIfRefused);
  // What the detail says, it decides; the row fills in what it does not speak of.
  const document = { ...row, ...envelope, ...detail };
  return toSnapshot({
    job: parseBody(FlinkJob, document, FLINK_OPERATIONS.detail),
    document,
    executeGraph: graph?.execute_graph ?? null,
    raw: {
      [FLINK_OPERATIONS.detail]: answer,
      ...(row === null ? {} : { [FLINK_OPERATIONS.list]: row }),
      ...(graph === null ? {} : { [FLINK_OPERATIONS.graph]: graph }),
    },
    consoleUrl: consoleUrl(ctx.settings),
  });
}

async function readRow(ctx: VendorContext, job: FlinkJob): Promise<Record<string, unknown> | null> {
  if (!job.name) return null;
  const { rows } = await listFlinkJobs(ctx, { offset: 0, detail: false, name: job.name });
  return rows.map(asObject).find((row) => String(row.job_id) === job.job_id) ?? null;
}

function absentIfNotFound(error: unknown): null {
  if (isNotFound(error)) return null;
  throw error;
}

/** Graph and row only add to the detail: without them it stands on its own. */
function nothingIfRefused(error: unknown): null {
  if (error instanceof VendorError) return null;
  throw error;
}
