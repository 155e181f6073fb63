import { consoleUrl } from "@/lib/vendors/huawei-dli/console-url";
import {
  FLINK_OPERATIONS,
  FLINK_PAGE_SIZE,
  listFlinkJobs,
  readFlinkDetail,
} from "@/lib/vendors/huawei-dli/flink/client";
import { FlinkJob } from "@/lib/vendors/huawei-dli/flink/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/flink/mapper";
import { isWord } from "@/lib/vendors/huawei-dli/flink/states";
import { parseBody } from "@/lib/vendors/huawei-dli/parse";
import { isLastPage, readRows, type KindPage } from "@/lib/vendors/huawei-dli/sweep-page";
import { VendorError } from "@/lib/vendors/errors";
import type { SweepQuery, VendorContext } from "@/lib/vendors/types";

/** Where a sweep over the definitions stands. */
export interface FlinkPosition {
  offset: number;
}

export const FLINK_START: FlinkPosition = { offset: 0 };

/** Rows of one page that may be completed by a call of their own. */
const MOST_COMPLETED = 10;

interface Row {
  row: FlinkJob;
  document: Record<string, unknown>;
}

/**
 * All definitions, each with its newest run. The sweep for what is active takes the detailed rows, since the state hangs
 * on the configuration; the one for what ended takes the plain rows, which alone have user, duration and parent.
 */
export async function sweepFlinkJobs(
  ctx: VendorContext,
  query: SweepQuery,
  { offset }: FlinkPosition,
): Promise<KindPage<FlinkPosition>> {
  const active = query.scope === "active";
  const { rows, total } = await listFlinkJobs(ctx, { offset, detail: active });
  const { read, skipped } = readRows(FlinkJob, rows, "job_id");
  const undecided = read.filter(({ row }) => isUndecided(row));
  // Of a plain row with an exception the detailed sweep speaks.
  const completed = active
    ? await Promise.all(undecided.slice(0, MOST_COMPLETED).map((row) => complete(ctx, row)))
    : [];
  const decided = [...read.filter(({ row }) => !isUndecided(row)), ...completed.flatMap((row) => row ?? [])];
  const known = new Set(decided.map(({ row }) => row.job_id));
  const seen = offset + rows.length;
  return {
    items: decided.map(({ row, document }) =>
      toSnapshot({
        job: row,
        document,
        executeGraph: null,
        raw: { [FLINK_OPERATIONS.list]: document },
        consoleUrl: consoleUrl(ctx.settings),
      }),
    ),
    skipped: [
      ...skipped,
      ...undecided
        .filter(({ row }) => active && !known.has(row.job_id))
        .map(({ row }) => ({
          id: row.job_id,
          reason: "its configuration could not be read, so its state is not known",
        })),
    ],
    next: isLastPage(rows.length, seen, total, FLINK_PAGE_SIZE) ? null : { offset: seen },
  };
}

/** Failed, or about to be started again: that is written in a configuration which this row lacks. */
function isUndecided(row: FlinkJob): boolean {
  return isWord(row.status, "job_running_exception") && (row.job_config ?? null) === null;
}

async function complete(ctx: VendorContext, { row, document }: Row): Promise<Row | null> {
  try {
    const { job_detail: detail } = await readFlinkDetail(ctx, row.job_id);
    const merged = { ...document, ...detail };
    return { row: parseBody(FlinkJob, merged, FLINK_OPERATIONS.detail), document: merged };
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}
