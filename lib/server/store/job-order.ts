import { asc, desc, sql, type SQL } from "drizzle-orm";
import type { Sort, SortField } from "@/lib/contract/list-query";
import { AppError } from "@/lib/server/app-error";
import { jobs } from "@/lib/server/db/schema/jobs";

/** Each sort's expression, never null, as the indexes have it: the page after any row is one range of an index. */
const EXPRESSIONS: Record<SortField, SQL> = {
  submittedAt: sql`${jobs.sortAt}`,
  startedAt: sql`coalesce(${jobs.startedAt}, -1)`,
  endedAt: sql`coalesce(${jobs.endedAt}, -1)`,
  durationMs: sql`coalesce(${jobs.durationMs}, -1)`,
  name: sql`left(${jobs.name}, 200) collate "C"`,
  state: sql`${jobs.state}`,
};
const TEXT: readonly SortField[] = ["name", "state"];

export interface Order {
  by: SQL[];
  /** The value to remember of a page's last row. */
  key: SQL<string>;
  after(cursor: string): SQL;
}

/** How a list is ordered, and where its next page begins. */
export function orderOf(sort: Sort): Order {
  const descending = sort.startsWith("-");
  const field = (descending ? sort.slice(1) : sort) as SortField;
  const expression = EXPRESSIONS[field];
  const direction = descending ? desc : asc;
  const isText = TEXT.includes(field);
  return {
    by: [direction(expression), direction(jobs.seq)],
    key: sql<string>`(${expression})::text`,
    after(cursor) {
      const { key, seq } = decodeCursor(cursor, sort);
      const typed = isText ? sql`${key}::text` : sql`${key}::bigint`;
      const compare = descending ? sql`<` : sql`>`;
      // The state's index is followed by the time, so its pages are ordered within the state by nothing but the row.
      return isText
        ? sql`(${expression}, ${jobs.seq}) ${compare} (${typed}${field === "name" ? sql` collate "C"` : sql``}, ${seq}::bigint)`
        : sql`(${expression}, ${jobs.seq}) ${compare} (${typed}, ${seq}::bigint)`;
    },
  };
}

export function encodeCursor(sort: Sort, key: string, seq: number): string {
  return Buffer.from(JSON.stringify([sort, key, seq])).toString("base64url");
}

/** @throws AppError `invalid_query` for anything that no list of this sort has given out. */
function decodeCursor(cursor: string, sort: Sort): { key: string; seq: number } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parsed) && parsed.length === 3 && parsed[0] === sort) {
      const [, key, seq] = parsed as unknown[];
      const isText = TEXT.includes(sort.replace("-", "") as SortField);
      const keyFits =
        typeof key === "string" && (isText ? key.length <= 1000 && !key.includes("\u0000") : /^-?\d{1,18}$/.test(key));
      if (keyFits && Number.isSafeInteger(seq)) return { key: key as string, seq: seq as number };
    }
  } catch {
    // Falls through to the refusal below.
  }
  const message = "not a cursor of this list: take nextCursor from an answer with the same sort";
  throw new AppError("invalid_query", { detail: `cursor: ${message}`, errors: [{ field: "cursor", message }] });
}
