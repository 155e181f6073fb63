import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { JobRef } from "@/lib/jobs/ref";
import type { Connection } from "@/lib/server/db/database";
import { jobs } from "@/lib/server/db/schema/jobs";

const isActiveReading = sql`${jobs.readingState} not in ('draft', 'succeeded', 'warning', 'failed', 'cancelled')`;

export interface ActiveJob extends JobRef {
  running: boolean;
  startedAt: number | null;
  readingAt: number;
}

/** Jobs of a connection that had not ended when they were last read, the longest unread first. */
export async function listActive(db: Connection, connection: string): Promise<ActiveJob[]> {
  const rows = await db
    .select({
      kind: jobs.kind,
      id: jobs.id,
      state: jobs.readingState,
      readingAt: jobs.readingAt,
      startedAt: jobs.startedAt,
    })
    .from(jobs)
    .where(and(eq(jobs.connection, connection), isActiveReading, isNull(jobs.goneAt)))
    .orderBy(asc(jobs.readingAt))
    .limit(5000);
  return rows.map(({ kind, id, state, readingAt, startedAt }) => ({
    connection,
    kind,
    id,
    running: state === "running",
    readingAt,
    startedAt,
  }));
}

/** Which of these jobs the record does not know yet. */
export async function unknownOf(db: Connection, connection: string, refs: readonly { kind: string; id: string }[]) {
  if (refs.length === 0) return [];
  const wanted = sql`(select r.kind, r.id from jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r(kind text, id text))`;
  const rows = await db
    .select({ kind: jobs.kind, id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.connection, connection), sql`(${jobs.kind}, ${jobs.id}) in ${wanted}`));
  const known = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  return refs.filter(({ kind, id }) => !known.has(`${kind} ${id}`));
}
