import type { JobsTable } from "@/lib/vendors/dremio/listing-columns";

/** Marks the queries that we list by, so that no list shows them: each is a job in the customer's history. */
export const LISTING_MARKER = "/* jobwatch:list */";

/** A list of one answer: 20 pages of 500. The newest come first, so that the oldest are cut. */
export const MOST_LISTED = 10_000;

/** Cloud's history is refreshed once an hour (vendor document 2.5), so what ended may show up this much later. */
export const HISTORY_LAG_MS = 2 * 3_600_000;

/** The query for what is alive now. */
export function activeSql(table: JobsTable, columns: readonly string[]): string {
  return select(table, columns);
}

/**
 * The query for what ended at `since` (epoch ms) or later. Columns without instants leave the bound to the limit. Our
 * own queries are left out by the server: in a long gap they would fill the list.
 */
export function recentSql(table: JobsTable, columns: readonly string[], since: number): string {
  const from = Math.max(0, Math.trunc(since) - (table === "sys.project.history.jobs" ? HISTORY_LAG_MS : 0));
  const ended = columns.find((column) => column.startsWith("final_state_epoch"));
  const submitted = columns.find((column) => column.startsWith("submitted_epoch"));
  const bound = ended ? ` AND ${quoted(ended)} >= ${from}` : "";
  const order = submitted ? ` ORDER BY ${quoted(submitted)} DESC` : "";
  const others = `(${quoted("query")} IS NULL OR ${quoted("query")} NOT LIKE '%jobwatch:list%')`;
  return `${select(table, columns)} WHERE ${others}${bound}${order} LIMIT ${MOST_LISTED}`;
}

/** Whether a listed job is one of our own listings. */
export function isOurListing(sql: string | undefined): boolean {
  return sql?.includes(LISTING_MARKER) ?? false;
}

function select(table: JobsTable, columns: readonly string[]): string {
  return `${LISTING_MARKER} SELECT ${columns.map(quoted).join(", ")} FROM ${table}`;
}

/** Some of the columns' names are words of SQL. */
function quoted(name: string): string {
  return `"${name}"`;
}
