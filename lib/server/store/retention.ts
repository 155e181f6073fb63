import { and, inArray, notExists, or, sql, eq, gt, type SQL } from "drizzle-orm";
import { JOB_STATES, isFinal } from "@/lib/jobs/state";
import type { Connection, Database } from "@/lib/server/db/database";
import { actions } from "@/lib/server/db/schema/actions";
import { interest } from "@/lib/server/db/schema/collector";
import { jobRuns, jobs, transitions } from "@/lib/server/db/schema/jobs";
import { bumpVersion, lockConnection } from "@/lib/server/store/fence";
import { CountDeltas } from "@/lib/server/store/job-counts";

/** What is old, and what is kept whatever its age. */
export interface Retention {
  /** Epoch ms: what ended before this goes. */
  cut: number;
  now: number;
  /** Kinds of definitions: their rows stay as long as the vendor has them; only their earlier runs go. */
  definitions: readonly { vendor: string; kind: string }[];
  /** Jobs that the configuration names. */
  followed: readonly { connection: string; kind: string; id: string }[];
}

/** Where a search for old jobs goes on. */
export interface Place {
  end: number;
  seq: number;
}

export interface OldRows {
  /** Keys of jobs by connection. */
  found: Map<string, number[]>;
  /** null: there are no more. */
  next: Place | null;
}

/** Before every job; those without an end come first, as -1. */
export const FIRST: Place = { end: -2, seq: 0 };

const FINAL_STATES = JOB_STATES.filter(isFinal);
const end = sql`coalesce(${jobs.endedAt}, -1)`;

/** The next old jobs in the order of their ends. Reads, and locks nothing. */
export async function findOldJobs(db: Connection, retention: Retention, after: Place, limit: number): Promise<OldRows> {
  const rows = await db
    .select({ seq: jobs.seq, connection: jobs.connection, end: sql<number>`${end}::float8` })
    .from(jobs)
    .where(
      and(
        sql`(${end}, ${jobs.seq}) > (${after.end}::bigint, ${after.seq}::bigint)`,
        sql`${end} < ${retention.cut}`,
        isOver(retention),
      ),
    )
    .orderBy(end, jobs.seq)
    .limit(limit);
  const found = new Map<string, number[]>();
  for (const { connection, seq } of rows) found.set(connection, [...(found.get(connection) ?? []), seq]);
  const last = rows.at(-1);
  return { found, next: last && rows.length === limit ? { end: last.end, seq: last.seq } : null };
}

/**
 * Removes those of these jobs that are still old and free, with body, runs and transitions, in one transaction. Actions
 * and audit stay.
 * @param fence the collector's number for this connection; null where nobody holds it
 * @returns how many were removed. @throws FencedOff where the connection is another collector's by now.
 */
export async function removeJobs(
  db: Database,
  retention: Retention,
  connection: string,
  seqs: readonly number[],
  fence: number | null,
): Promise<number> {
  return db.transaction(async (tx) => {
    await lockConnection(tx, connection, fence);
    const removed = await tx
      .delete(jobs)
      .where(and(inArray(jobs.seq, [...seqs]), eq(jobs.connection, connection), isOver(retention)))
      .returning({
        connection: jobs.connection,
        vendor: jobs.vendor,
        kind: jobs.kind,
        internal: jobs.internal,
        state: jobs.state,
      });
    if (removed.length === 0) return 0;
    const counts = new CountDeltas();
    for (const row of removed) counts.move(row, null);
    await counts.write(tx);
    await bumpVersion(tx, connection);
    return removed.length;
  });
}

/** Old earlier runs of definitions that stay, at most `limit`: each as `[job, run]`, by connection. */
export async function findOldRuns(
  db: Connection,
  retention: Retention,
  limit: number,
): Promise<Map<string, [job: number, run: string][]>> {
  const rows = await db
    .select({ connection: jobs.connection, job: jobRuns.job, run: jobRuns.run })
    .from(jobRuns)
    .innerJoin(jobs, eq(jobs.seq, jobRuns.job))
    .where(
      and(
        sql`coalesce(${jobRuns.endedAt}, ${jobRuns.startedAt}) < ${retention.cut}`,
        sql`${jobRuns.run} is distinct from ${jobs.run}`,
        isFree(retention),
      ),
    )
    .limit(limit);
  const found = new Map<string, [number, string][]>();
  for (const { connection, job, run } of rows) found.set(connection, [...(found.get(connection) ?? []), [job, run]]);
  return found;
}

/** Removes earlier runs with their transitions. @throws FencedOff as above. */
export async function removeRuns(
  db: Database,
  connection: string,
  runs: readonly (readonly [job: number, run: string])[],
  fence: number | null,
): Promise<number> {
  const named = sql`(select r.job, r.run from jsonb_to_recordset(${JSON.stringify(
    runs.map(([job, run]) => ({ job, run })),
  )}::jsonb) as r(job bigint, run text))`;
  return db.transaction(async (tx) => {
    await lockConnection(tx, connection, fence);
    await tx.delete(transitions).where(sql`(${transitions.job}, ${transitions.run}) in ${named}`);
    const removed = await tx
      .delete(jobRuns)
      .where(sql`(${jobRuns.job}, ${jobRuns.run}) in ${named}`)
      .returning({ job: jobRuns.job });
    return removed.length;
  });
}

/** Ended before the cut, nothing under way, and no definition that the vendor still has. */
function isOver(retention: Retention): SQL | undefined {
  const isDefinition = or(
    ...retention.definitions.map(({ vendor, kind }) => and(eq(jobs.vendor, vendor), eq(jobs.kind, kind))),
  );
  return and(
    inArray(jobs.readingState, FINAL_STATES),
    // Where the vendor told no end, it was over when it was last seen to change.
    sql`coalesce(${jobs.endedAt}, ${jobs.observedAt}) < ${retention.cut}`,
    isDefinition && sql`(not (${isDefinition}) or ${jobs.goneAt} < ${retention.cut})`,
    isFree(retention),
  );
}

/** No open action, nobody who looks, not named by the configuration. */
function isFree({ now, followed }: Retention): SQL | undefined {
  const sameJob = (table: typeof actions | typeof interest, id: SQL | typeof actions.jobId | typeof interest.id) =>
    and(eq(table.connection, jobs.connection), eq(table.kind, jobs.kind), sql`${id} = ${jobs.id}`);
  return and(
    notExists(
      sql`(select 1 from ${actions} where ${sameJob(actions, actions.jobId)} and ${actions.outcome} in ('asked', 'accepted', 'unknown'))`,
    ),
    notExists(sql`(select 1 from ${interest} where ${and(sameJob(interest, interest.id), gt(interest.until, now))})`),
    followed.length === 0
      ? undefined
      : sql`(${jobs.connection}, ${jobs.kind}, ${jobs.id}) not in (select f.connection, f.kind, f.id
          from jsonb_to_recordset(${JSON.stringify(followed)}::jsonb) as f(connection text, kind text, id text))`,
  );
}
