import { and, eq, sql } from "drizzle-orm";
import type { JobRef } from "@/lib/jobs/ref";
import { isFinal } from "@/lib/jobs/state";
import type { Database } from "@/lib/server/db/database";
import { jobBodies, jobs } from "@/lib/server/db/schema/jobs";
import { cleanJson } from "@/lib/server/store/clean-json";
import { bumpVersion, lockConnection } from "@/lib/server/store/fence";
import type { ProgressReading } from "@/lib/vendors/types";

/**
 * Brings a running job's progress into the record. It is decoration: it never changes a state, and what comes after the
 * job's end is none of its. `null`: it has none.
 */
export async function applyProgress(
  db: Database,
  ref: JobRef,
  reading: ProgressReading | null,
  at: number,
  fence: number | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConnection(tx, ref.connection, fence);
    const [job] = await tx
      .select({ seq: jobs.seq, progress: jobs.progress, state: jobs.readingState })
      .from(jobs)
      .where(and(eq(jobs.connection, ref.connection), eq(jobs.kind, ref.kind), eq(jobs.id, ref.id)));
    if (!job || isFinal(job.state)) return;
    if (reading === null) {
      await tx
        .update(jobBodies)
        .set({ subjobsCurrent: false, progressProblem: null })
        .where(eq(jobBodies.job, job.seq));
      return bumpVersion(tx, ref.connection);
    }
    const clean = cleanJson(reading);
    const progress = clean.progress === undefined ? job.progress : clean.progress;
    await tx.update(jobs).set({ progress }).where(eq(jobs.seq, job.seq));
    await tx
      .update(jobBodies)
      .set({
        ...(clean.details ? { details: detailsWith(clean.details) } : {}),
        raw: sql`${jobBodies.raw} || ${JSON.stringify(clean.raw)}::jsonb`,
        progressProblem: null,
        ...(clean.subjobs
          ? { subjobs: clean.subjobs, subjobsAt: at, subjobsCurrent: true }
          : { subjobsCurrent: false }),
      })
      .where(eq(jobBodies.job, job.seq));
    await bumpVersion(tx, ref.connection);
  });
}

/**
 * The vendor cannot tell a running job's progress now: the last bars stay, as the last ones, and why stands beside them.
 * @param problem since when it is said is kept; null: nobody knows why
 */
export async function markProgressUnknown(
  db: Database,
  ref: JobRef,
  problem: { code: string; message: string } | null,
  at: number,
  fence: number | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConnection(tx, ref.connection, fence);
    const [known] = await tx
      .select({ job: jobBodies.job, current: jobBodies.subjobsCurrent, problem: jobBodies.progressProblem })
      .from(jobBodies)
      .innerJoin(jobs, eq(jobs.seq, jobBodies.job))
      .where(and(eq(jobs.connection, ref.connection), eq(jobs.kind, ref.kind), eq(jobs.id, ref.id)));
    if (!known) return;
    const clean = problem && cleanJson(problem);
    const same = clean?.code === known.problem?.code && clean?.message === known.problem?.message;
    if (same && !known.current) return;
    const progressProblem = same ? known.problem : clean && { ...clean, at };
    await tx.update(jobBodies).set({ subjobsCurrent: false, progressProblem }).where(eq(jobBodies.job, known.job));
    await bumpVersion(tx, ref.connection);
  });
}

function detailsWith({ keys, values }: NonNullable<ProgressReading["details"]>) {
  const own = sql`array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
  return sql`(${jobBodies.details} - ${own}) || ${JSON.stringify(values)}::jsonb`;
}
