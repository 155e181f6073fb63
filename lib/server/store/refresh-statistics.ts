import { sql } from "drizzle-orm";
import type { Database } from "@/lib/server/db/database";

/** Fewer jobs than this are found quickly whatever the plan. */
const FEWEST = 1_000;
/** Statistics are refreshed once the number of jobs has changed by this share. */
const DRIFT = 0.2;
/** Values and ranges known of a column. With the usual 100 the reading takes a second of 200,000 jobs, with these a quarter. */
const DETAIL = 30;

/**
 * Tells the planner what the jobs look like by now. A PostgreSQL server does that by itself (autovacuum); the embedded
 * database never does, and then reads and sorts a whole table for a page of it.
 * @returns whether there was anything to refresh
 */
export async function refreshStatistics(db: Database): Promise<boolean> {
  const { rows } = (await db.execute(sql`
    select reltuples::float8 as known, (select coalesce(sum(n), 0)::float8 from job_counts) as jobs
    from pg_class where oid = 'jobs'::regclass`)) as unknown as { rows: { known: number; jobs: number }[] };
  const { known, jobs } = rows[0] ?? { known: 0, jobs: 0 };
  // Never analysed, it is known as -1.
  if (jobs < FEWEST || (known > 0 && Math.abs(jobs - known) <= known * DRIFT)) return false;
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local default_statistics_target = ${DETAIL}`));
    await tx.execute(sql`analyze jobs`);
    await tx.execute(sql`analyze actions`);
  });
  // With fewer ranges than these a rare word is taken for a common one, and looked for job by job.
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local default_statistics_target = 100`);
    await tx.execute(sql`analyze jobs (search)`);
  });
  return true;
}
