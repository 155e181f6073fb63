import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { VendorError } from "@/lib/vendors/errors";
import { isNotFound } from "@/lib/vendors/huawei-dli/ask";
import { consoleUrl } from "@/lib/vendors/huawei-dli/console-url";
import { asObject, parseBody } from "@/lib/vendors/huawei-dli/parse";
import {
  BATCH_OPERATIONS,
  listBatches,
  readDriverLog,
  readSession,
  readState,
} from "@/lib/vendors/huawei-dli/spark-batch/client";
import { SparkBatch } from "@/lib/vendors/huawei-dli/spark-batch/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/spark-batch/mapper";
import type { LogPage, VendorContext } from "@/lib/vendors/types";

/** A batch by id; a session without a state is completed by the call for the state. null: there is no such batch. */
export async function readSparkBatch(ctx: VendorContext, id: string): Promise<JobSnapshot | null> {
  const session = await read(ctx, id);
  if (session === null) return null;
  const raw: Record<string, unknown> = { [BATCH_OPERATIONS.one]: session };
  let document = asObject(session);
  if (typeof document.state !== "string" || document.state === "") {
    const state = await readState(ctx, id);
    raw[BATCH_OPERATIONS.state] = { id, state };
    document = { ...document, state };
  }
  const batch = parseBody(SparkBatch, document, BATCH_OPERATIONS.one);
  return toSnapshot({ batch, document, raw, consoleUrl: consoleUrl(ctx.settings) });
}

async function read(ctx: VendorContext, id: string): Promise<unknown> {
  try {
    return await readSession(ctx, id);
  } catch (error) {
    if (isNotFound(error)) return null;
    // "Parameter check": perhaps the id is not known, perhaps something else is wrong; the list can tell.
    if (!(error instanceof VendorError) || error.vendorCode !== "DLI.0001") throw error;
    const { rows } = await listBatches(ctx, { from: 0, id });
    if (rows.some((row) => asObject(row).id === id)) throw error;
    return null;
  }
}

/** The driver's last 100 lines. @throws VendorError where the region no longer serves logs. */
export async function readLog(ctx: VendorContext, id: string): Promise<LogPage> {
  const page = await readDriverLog(ctx, id);
  const lines = (page.log ?? []).map(String);
  return { lines, from: page.from ?? 0, total: page.total ?? null };
}
