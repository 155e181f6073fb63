import { and, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { JobFilter } from "@/lib/contract/list-query";
import { jobs } from "@/lib/server/db/schema/jobs";

/** Which connections exist for a user; null: all. */
export type Scope = readonly string[] | null;

/** The list's filter as a condition; what lies outside the user's scope does not exist. */
export function jobCondition(filter: JobFilter, scope: Scope): SQL | undefined {
  const conditions: (SQL | undefined)[] = [
    scope === null ? undefined : oneOf(jobs.connection, scope),
    filter.connection && oneOf(jobs.connection, filter.connection),
    filter.vendor && oneOf(jobs.vendor, filter.vendor),
    filter.kind && oneOf(jobs.kind, filter.kind),
    filter.state && oneOf(jobs.state, filter.state),
    filter.owner && oneOf(jobs.owner, filter.owner),
    filter.queue && oneOf(jobs.queue, filter.queue),
    filter.type && oneOf(jobs.type, filter.type),
    filter.internal === "hide" ? eq(jobs.internal, false) : undefined,
    filter.q ? holds(filter.q) : undefined,
    filter.from ? gte(jobs.sortAt, Date.parse(filter.from)) : undefined,
    filter.to ? lt(jobs.sortAt, Date.parse(filter.to)) : undefined,
    filter.endedFrom ? sql`coalesce(${jobs.endedAt}, -1) >= ${Date.parse(filter.endedFrom)}` : undefined,
    filter.endedTo
      ? sql`coalesce(${jobs.endedAt}, -1) < ${Date.parse(filter.endedTo)} and ${jobs.endedAt} is not null`
      : undefined,
  ];
  return and(...conditions);
}

function oneOf(column: Parameters<typeof inArray>[0], values: readonly string[]): SQL {
  const [only] = values;
  if (only === undefined) return sql`false`;
  return values.length === 1 ? eq(column, only) : inArray(column, [...values]);
}

/** Two letters make no trigram: every job is read, in half the time where only plain letters can be meant. */
function holds(text: string): SQL {
  const pattern = `%${escapeLike(text)}%`;
  const isPlain = /^[ -~]{1,2}$/.test(text);
  return isPlain ? sql`${jobs.search} collate "C" ilike ${pattern}` : sql`${jobs.search} ilike ${pattern}`;
}

/** The operator's text is a literal: its `%`, `_` and `\` stand for themselves. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (char) => `\\${char}`);
}
