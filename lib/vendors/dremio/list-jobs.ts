import { collectPages, MOST_PAGES } from "@/lib/vendors/_shared/paging";
import { parseRows } from "@/lib/vendors/_shared/rows";
import { LARGEST_PAGE, readResults } from "@/lib/vendors/dremio/client";
import { ListingRow } from "@/lib/vendors/dremio/contract";
import type { JobsTable } from "@/lib/vendors/dremio/listing-columns";
import type { Refusal } from "@/lib/vendors/dremio/listing-memory";
import { activeSql, isOurListing, recentSql } from "@/lib/vendors/dremio/listing-sql";
import { snapshotOfRow } from "@/lib/vendors/dremio/mapper";
import { openListing } from "@/lib/vendors/dremio/open-listing";
import { projectOf } from "@/lib/vendors/dremio/paths";
import { VendorError } from "@/lib/vendors/errors";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { SkippedRow, SnapshotPage, SweepQuery, VendorContext } from "@/lib/vendors/types";

const TRUNCATED = {
  code: "list_truncated",
  message: `Dremio's list of jobs is longer than ${MOST_PAGES} pages, or does not end: the rest is not shown.`,
};

/** What is alive now, in one page: the pages of one query's results are of one moment. */
export async function listActive(ctx: VendorContext): Promise<SnapshotPage> {
  const table: JobsTable = projectOf(ctx.settings) === null ? "sys.jobs" : "sys.project.jobs";
  const listing = await openListing(ctx, table, (columns) => activeSql(table, columns));
  if ("refusal" in listing) return nothing(listing.refusal);
  const pages = await collectPages((offset, limit) => resultRows(ctx, listing.id, offset, limit), LARGEST_PAGE);
  return {
    ...toSnapshots(pages.rows, table, ctx),
    cursor: null,
    ...(pages.complete ? {} : { notice: TRUNCATED }),
  };
}

/** What ended since `query.since`, a page at a time; the cursor is `table:job id:offset` of our query's results. */
export async function listRecent(ctx: VendorContext, query: SweepQuery): Promise<SnapshotPage> {
  const from = query.cursor === null ? await openRecent(ctx, query.since) : readCursor(query.cursor);
  if ("refusal" in from) return nothing(from.refusal);
  const { table, id, offset } = from;
  const rows = await resultRows(ctx, id, offset, LARGEST_PAGE);
  const next = offset + LARGEST_PAGE;
  const more = rows.length >= LARGEST_PAGE;
  const cut = more && next >= MOST_PAGES * LARGEST_PAGE;
  return {
    ...toSnapshots(rows, table, ctx),
    cursor: more && !cut ? `${table}:${id}:${next}` : null,
    ...(cut ? { notice: TRUNCATED } : {}),
  };
}

interface Place {
  table: JobsTable;
  id: string;
  offset: number;
}

/** Cloud's guides name `sys.project.jobs_recent` without a page of its own (2.5): tried first, the slow history else. */
async function openRecent(ctx: VendorContext, since: number): Promise<Place | { refusal: Refusal }> {
  const tables: JobsTable[] =
    projectOf(ctx.settings) === null ? ["sys.jobs_recent"] : ["sys.project.jobs_recent", "sys.project.history.jobs"];
  let refusal: Refusal = { code: "listing_unsupported", message: "" };
  for (const table of tables) {
    const listing = await openListing(ctx, table, (columns) => recentSql(table, columns, since));
    if ("id" in listing) return { table, id: listing.id, offset: 0 };
    refusal = listing.refusal;
  }
  return { refusal };
}

/** @throws RangeError for a cursor that is not ours. */
function readCursor(cursor: string): Place {
  const [table, id, offset] = cursor.split(":");
  const known = RECENT_TABLES.find((name) => name === table);
  if (!known || !id || !/^\d{1,6}$/.test(offset ?? "")) throw new RangeError("not a cursor of Dremio's list");
  return { table: known, id, offset: Number(offset) };
}

const RECENT_TABLES: readonly JobsTable[] = ["sys.jobs_recent", "sys.project.jobs_recent", "sys.project.history.jobs"];

/** Stands for a row whose answer is beyond what one body may hold: SQL of megabytes. */
const OVERSIZED = Symbol("a row that is too large");

/** One page; where its statements make it too large a body, it is read in halves. */
async function resultRows(ctx: VendorContext, id: string, offset: number, limit: number): Promise<unknown[]> {
  try {
    return (await readResults(ctx, { id, offset, limit })).rows;
  } catch (error) {
    if (!(error instanceof VendorError) || error.reason !== "too-large") throw error;
  }
  if (limit === 1) return [OVERSIZED];
  const half = Math.ceil(limit / 2);
  const first = await resultRows(ctx, id, offset, half);
  if (first.length < half) return first;
  return [...first, ...(await resultRows(ctx, id, offset + half, limit - half))];
}

/** Ours are left out, an id that comes twice counts once: its last row wins. */
function toSnapshots(
  raw: readonly unknown[],
  table: JobsTable,
  ctx: VendorContext,
): { items: JobSnapshot[]; skipped: SkippedRow[] } {
  const readable = raw.filter((row) => row !== OVERSIZED);
  const { rows, skipped } = parseRows(ListingRow, readable, "job_id");
  for (let row = readable.length; row < raw.length; row++) skipped.push({ id: null, reason: "the row is too large" });
  const byId = new Map(rows.filter((row) => !isOurListing(row.query)).map((row) => [row.job_id, row]));
  return { items: [...byId.values()].map((row) => snapshotOfRow(row, table, ctx.settings)), skipped };
}

function nothing(notice: Refusal): SnapshotPage {
  return { items: [], skipped: [], cursor: null, notice };
}
