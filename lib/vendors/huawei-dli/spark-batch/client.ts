import { ask, operationOf, type DliCall } from "@/lib/vendors/huawei-dli/ask";
import { parseBody } from "@/lib/vendors/huawei-dli/parse";
import {
  SparkBatchCancel,
  SparkBatchList,
  SparkBatchLog,
  SparkBatchState,
} from "@/lib/vendors/huawei-dli/spark-batch/contract";
import type { VendorContext } from "@/lib/vendors/types";

/** No maximum is documented; the default is what is known to work (contract page 2.16). */
export const BATCH_PAGE_SIZE = 100;

// Livy's successor: the answers have no is_success.
const LIST = { method: "GET", version: "v2.0", template: "/batches", success: "none" } as const satisfies DliCall;
const ONE = { ...LIST, template: "/batches/{batch_id}" } as const;
const STATE = { ...LIST, template: "/batches/{batch_id}/state" } as const;
const LOG = { ...LIST, template: "/batches/{batch_id}/log" } as const;
const CANCEL = { ...ONE, method: "DELETE", action: true } as const;

export const BATCH_OPERATIONS = { list: operationOf(LIST), one: operationOf(ONE), state: operationOf(STATE) } as const;

/** One page, newest first. `order` is known to the SDKs alone: where it is ignored, the default order comes. */
export async function listBatches(
  ctx: VendorContext,
  query: { from: number; size?: number; state?: string; id?: string },
): Promise<{ rows: unknown[]; total: number | null }> {
  const body = await ask(ctx, {
    ...LIST,
    query: {
      from: query.from,
      size: query.size ?? BATCH_PAGE_SIZE,
      state: query.state,
      "job-id": query.id,
      order: "CREATE_TIME_DESC",
    },
  });
  const list = parseBody(SparkBatchList, body, BATCH_OPERATIONS.list);
  return { rows: list.sessions, total: list.total ?? null };
}

/** @throws VendorError `not-found` where there is no such batch; some regions say "parameter check" (DLI.0001) instead. */
export function readSession(ctx: VendorContext, id: string): Promise<unknown> {
  return ask(ctx, { ...ONE, ids: { batch_id: id } });
}

export async function readState(ctx: VendorContext, id: string): Promise<string> {
  const body = await ask(ctx, { ...STATE, ids: { batch_id: id } });
  return parseBody(SparkBatchState, body, BATCH_OPERATIONS.state).state;
}

/** The driver's last lines; deprecated, yet there is no other call for them. */
export async function readDriverLog(ctx: VendorContext, id: string) {
  const body = await ask(ctx, { ...LOG, ids: { batch_id: id }, query: { type: "driver" } });
  return parseBody(SparkBatchLog, body, operationOf(LOG));
}

/** Resolves once the request is accepted, with the vendor's word on it. */
export async function cancelBatch(ctx: VendorContext, id: string): Promise<string | null> {
  const answer = SparkBatchCancel.safeParse(await ask(ctx, { ...CANCEL, ids: { batch_id: id } }));
  return answer.success ? (answer.data.msg ?? null) : null;
}
