import { ask, operationOf, type DliCall } from "@/lib/vendors/huawei-dli/ask";
import { parseBody } from "@/lib/vendors/huawei-dli/parse";
import { SqlJobList, SqlPreview, SqlProgress } from "@/lib/vendors/huawei-dli/sql/contract";
import type { QueryValue, VendorContext } from "@/lib/vendors/types";

/** Rows a page, and pages a listing, that the vendor allows (contract page 2.1): 10,000 rows, then narrow the time. */
export const SQL_PAGE_SIZE = 100;
export const SQL_LAST_PAGE = 100;

/** The most rows that a preview gives, always the first ones. */
export const PREVIEW_ROWS = 1000;

const LIST = { method: "GET", version: "v1.0", template: "/jobs", success: "required" } as const satisfies DliCall;
const STATUS = { ...LIST, template: "/jobs/{job_id}/status" } as const;
const DETAIL = { ...LIST, template: "/jobs/{job_id}/detail" } as const;
const PREVIEW = { ...LIST, template: "/jobs/{job_id}/preview" } as const;
const CANCEL = { ...LIST, method: "DELETE", template: "/jobs/{job_id}", action: true } as const;
// The one SQL path below v1 (contract page 1.1).
const PROGRESS = { ...LIST, version: "v1", template: "/jobs/{job_id}/progress" } as const;

export const SQL_OPERATIONS = {
  list: operationOf(LIST),
  status: operationOf(STATUS),
  detail: operationOf(DETAIL),
  progress: operationOf(PROGRESS),
} as const;

/** What to list: epoch ms on the start time; whether the bounds belong to the range nobody says, so ask a little wider. */
export interface SqlListQuery {
  page: number;
  pageSize?: number;
  start?: number | null;
  end?: number | null;
  status?: string;
  jobId?: string;
}

/** One page, newest start first. `total` is all that match, null where the vendor does not count. */
export async function listSqlJobs(
  ctx: VendorContext,
  query: SqlListQuery,
): Promise<{ rows: unknown[]; total: number | null }> {
  const body = await ask(ctx, { ...LIST, query: listQuery(query) });
  const list = parseBody(SqlJobList, body, SQL_OPERATIONS.list);
  return { rows: list.jobs, total: list.job_count ?? null };
}

function listQuery(query: SqlListQuery): Record<string, QueryValue> {
  return {
    "page-size": query.pageSize ?? SQL_PAGE_SIZE,
    "current-page": query.page,
    order: "start_time_desc",
    start: query.start,
    end: query.end,
    "job-status": query.status,
    "job-id": query.jobId,
  };
}

/** @throws VendorError `not-found` where there is no such job; some regions say "parameter check" (DLI.0001) instead. */
export function readSqlStatus(ctx: VendorContext, id: string): Promise<unknown> {
  return ask(ctx, { ...STATUS, ids: { job_id: id } });
}

/** What an import or export was asked to do (contract page 2.3). */
export function readSqlDetail(ctx: VendorContext, id: string): Promise<unknown> {
  return ask(ctx, { ...DETAIL, ids: { job_id: id } });
}

/**
 * @throws VendorError with DLI.0999 where the queue is too old or too busy to say, which says nothing about the job
 * (contract page 4.2).
 */
export async function readSqlProgress(
  ctx: VendorContext,
  id: string,
): Promise<{ body: unknown; progress: SqlProgress }> {
  const body = await ask(ctx, { ...PROGRESS, ids: { job_id: id } });
  return { body, progress: parseBody(SqlProgress, body, SQL_OPERATIONS.progress) };
}

export async function previewSqlResult(ctx: VendorContext, id: string, rows: number) {
  const body = await ask(ctx, { ...PREVIEW, ids: { job_id: id }, query: { "page-size": rows } });
  return parseBody(SqlPreview, body, operationOf(PREVIEW));
}

/** Resolves once the request is accepted: the job ends later, or has ended by itself meanwhile. */
export function cancelSqlJob(ctx: VendorContext, id: string): Promise<unknown> {
  return ask(ctx, { ...CANCEL, ids: { job_id: id } });
}
