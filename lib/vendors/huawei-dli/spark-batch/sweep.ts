import { consoleUrl } from "@/lib/vendors/huawei-dli/console-url";
import { BATCH_OPERATIONS, BATCH_PAGE_SIZE, listBatches } from "@/lib/vendors/huawei-dli/spark-batch/client";
import { SparkBatch } from "@/lib/vendors/huawei-dli/spark-batch/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/spark-batch/mapper";
import { ACTIVE_WORDS } from "@/lib/vendors/huawei-dli/spark-batch/states";
import { isLastPage, readRows, type KindPage } from "@/lib/vendors/huawei-dli/sweep-page";
import type { SweepQuery, VendorContext } from "@/lib/vendors/types";

/** Where a sweep over batches stands: all of them, or those of one state (an index into `ACTIVE_WORDS`). */
export interface BatchPosition {
  from: number;
  state: number | null;
}

export const BATCH_START: BatchPosition = { from: 0, state: null };

/**
 * Batches, newest first. What is active: the newest hundred, and by state where there are more. What ended lately: back
 * to where a whole page was created and last changed before `since`.
 */
export async function sweepBatches(
  ctx: VendorContext,
  query: SweepQuery,
  { from, state }: BatchPosition,
): Promise<KindPage<BatchPosition>> {
  const word = state === null ? undefined : ACTIVE_WORDS[state];
  const { rows, total } = await listBatches(ctx, { from, ...(word === undefined ? {} : { state: word }) });
  const { read, skipped } = readRows(SparkBatch, rows, "id");
  const seen = from + rows.length;
  const last = isLastPage(rows.length, seen, total, BATCH_PAGE_SIZE);
  const changed = read.map(({ row }) => Math.max(row.create_time ?? 0, row.update_time ?? 0));
  const old = changed.length > 0 && changed.every((at) => at < query.since);
  return {
    items: read.map(({ row, document }) =>
      toSnapshot({
        batch: row,
        document,
        raw: { [BATCH_OPERATIONS.list]: document },
        consoleUrl: consoleUrl(ctx.settings),
      }),
    ),
    skipped,
    next:
      query.scope === "active" ? nextActive({ from: seen, state }, last) : last || old ? null : { from: seen, state },
  };
}

function nextActive({ from, state }: BatchPosition, last: boolean): BatchPosition | null {
  if (state === null) return last ? null : { from: 0, state: 0 };
  if (!last) return { from, state };
  return state + 1 < ACTIVE_WORDS.length ? { from: 0, state: state + 1 } : null;
}
