import { consoleUrl } from "@/lib/vendors/huawei-dli/console-url";
import { listSqlJobs, SQL_LAST_PAGE, SQL_OPERATIONS, SQL_PAGE_SIZE } from "@/lib/vendors/huawei-dli/sql/client";
import { SqlJob } from "@/lib/vendors/huawei-dli/sql/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/sql/mapper";
import { isLastPage, readRows, type KindPage } from "@/lib/vendors/huawei-dli/sweep-page";
import type { SweepQuery, VendorContext } from "@/lib/vendors/types";

/**
 * Where a sweep over SQL jobs stands. `window`: newest first, whatever their state; `older`: what started before that and
 * is not over, one status at a time, since the vendor filters by start time and by one status.
 */
export type SqlPosition =
  | { at: "window"; page: number; seen: number; end: number | null; pages: number }
  | { at: "older"; status: OlderStatus; page: number; seen: number; boundary: number };

type OlderStatus = "RUNNING" | "LAUNCHING" | "SCALING";

export const SQL_START: SqlPosition = { at: "window", page: 1, seen: 0, end: null, pages: 0 };

/** A sweep for what is active reads 1,000 rows of its window at most; the rest is left to the next `recent` one. */
const ACTIVE_PAGES = 10;
/**
 * Its window: long enough that what launches or scales lies in it, since both take minutes (contract page 3.1), and that
 * what ended meanwhile is told by the same call.
 */
const ACTIVE_WINDOW_MS = 30 * 60_000;
/** Up to so many pages, a sweep for what ended lately can afford to look for what has launched or scaled for longer. */
const CHEAP_PAGES = 8;

/**
 * One page. Active: the last half hour, then what runs for longer, so that 1,000 jobs cost 11 calls at most. Recent: all
 * that started since `since`, in windows of 10,000 rows, then what has launched or scaled for longer.
 */
export async function sweepSqlJobs(
  ctx: VendorContext,
  query: SweepQuery,
  position: SqlPosition,
): Promise<KindPage<SqlPosition>> {
  const active = query.scope === "active";
  const from = Math.floor(active ? Math.min(query.since, ctx.now() - ACTIVE_WINDOW_MS) : query.since);
  const start = Math.max(0, from);
  const { rows, total } = await listSqlJobs(ctx, {
    page: position.page,
    ...(position.at === "window"
      ? { start: start > 1 ? start - 1 : null, end: position.end }
      : { status: position.status, end: position.boundary + 1 }),
  });
  const { read, skipped } = readRows(SqlJob, rows, "job_id");
  const seen = position.seen + rows.length;
  const last = isLastPage(rows.length, seen, total, SQL_PAGE_SIZE);
  const oldest = read.reduce((least, { row }) => Math.min(least, row.start_time ?? Infinity), Infinity);
  return {
    items: read.map(({ row, document }) =>
      toSnapshot({
        job: row,
        document,
        raw: { [SQL_OPERATIONS.list]: document },
        consoleUrl: consoleUrl(ctx.settings),
      }),
    ),
    skipped,
    ...(position.at === "window"
      ? afterWindow({ ...position, seen }, { last, oldest, active, start })
      : { next: afterOlder({ ...position, seen }, last) }),
  };
}

interface WindowFacts {
  last: boolean;
  /** Epoch ms; Infinity where no row of the page has a start. */
  oldest: number;
  active: boolean;
  /** Epoch ms: where the window begins. */
  start: number;
}

function afterWindow(
  position: Extract<SqlPosition, { at: "window" }>,
  { last, oldest, active, start }: WindowFacts,
): Pick<KindPage<SqlPosition>, "next" | "notice"> {
  const pages = position.pages + 1;
  if (last) return { next: active || pages <= CHEAP_PAGES ? older(active ? "RUNNING" : "LAUNCHING", start) : null };
  if (active && pages >= ACTIVE_PAGES && oldest < Infinity) return { next: older("RUNNING", oldest) };
  if (position.page < SQL_LAST_PAGE) return { next: { ...position, page: position.page + 1, pages } };
  if (oldest === Infinity) return { next: null, notice: TRUNCATED };
  // Beyond 10,000 rows: a window that ends with the oldest one seen, which may come twice, and never at the same end again.
  const end = Math.min(oldest + 1, (position.end ?? Infinity) - 1);
  return { next: { at: "window", page: 1, seen: 0, end, pages } };
}

const TRUNCATED = {
  code: "list_truncated",
  message:
    "There are over 10,000 SQL jobs, and the oldest listed have no start time to go on from: older ones are missing.",
} as const;

function afterOlder(position: Extract<SqlPosition, { at: "older" }>, last: boolean): SqlPosition | null {
  if (!last && position.page < SQL_LAST_PAGE) return { ...position, page: position.page + 1 };
  return position.status === "LAUNCHING" ? older("SCALING", position.boundary) : null;
}

function older(status: OlderStatus, boundary: number): SqlPosition | null {
  // Without a boundary the window held everything.
  return boundary > 0 ? { at: "older", status, page: 1, seen: 0, boundary } : null;
}
