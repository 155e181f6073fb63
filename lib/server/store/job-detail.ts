import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { JobRef } from "@/lib/jobs/ref";
import type { Connection } from "@/lib/server/db/database";
import { actions } from "@/lib/server/db/schema/actions";
import { jobBodies, jobRuns, jobs, transitions } from "@/lib/server/db/schema/jobs";

export type StoredJob = typeof jobs.$inferSelect;
export type StoredBody = typeof jobBodies.$inferSelect;
export type StoredRun = typeof jobRuns.$inferSelect;
export type StoredTransition = typeof transitions.$inferSelect;
export type StoredAction = typeof actions.$inferSelect;

export interface StoredDetail {
  job: StoredJob;
  body: StoredBody | null;
  runs: StoredRun[];
  transitions: StoredTransition[];
  /** Newest last. */
  actions: StoredAction[];
}

/** A run that is a number (a start in epoch ms, an execution id) grows with time; its start itself is often not told. */
const NEWEST_RUN_FIRST = [
  sql`case when ${jobRuns.run} ~ '^[0-9]+$' then lpad(${jobRuns.run}, 40, '0') end desc nulls last`,
  sql`${jobRuns.startedAt} desc nulls last`,
];

export async function findJob(db: Connection, ref: JobRef): Promise<StoredJob | null> {
  const [job] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.connection, ref.connection), eq(jobs.kind, ref.kind), eq(jobs.id, ref.id)));
  return job ?? null;
}

/** All that is kept of one job; null where it was never seen. */
export async function loadDetail(db: Connection, ref: JobRef): Promise<StoredDetail | null> {
  const job = await findJob(db, ref);
  if (!job) return null;
  const [bodies, runs, changes, done] = await Promise.all([
    db.select().from(jobBodies).where(eq(jobBodies.job, job.seq)),
    db
      .select()
      .from(jobRuns)
      .where(eq(jobRuns.job, job.seq))
      .orderBy(...NEWEST_RUN_FIRST)
      .limit(200),
    db.select().from(transitions).where(eq(transitions.job, job.seq)).orderBy(desc(transitions.seq)).limit(1000),
    db
      .select()
      .from(actions)
      .where(and(eq(actions.connection, ref.connection), eq(actions.kind, ref.kind), eq(actions.jobId, ref.id)))
      .orderBy(asc(actions.askedAt))
      .limit(500),
  ]);
  return { job, body: bodies[0] ?? null, runs, transitions: changes.reverse(), actions: done };
}
