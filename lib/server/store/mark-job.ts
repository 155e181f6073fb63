import { and, eq, isNull } from "drizzle-orm";
import type { JobRef } from "@/lib/jobs/ref";
import type { Database } from "@/lib/server/db/database";
import { jobs } from "@/lib/server/db/schema/jobs";
import { bumpVersion, lockConnection } from "@/lib/server/store/fence";

const isRef = (ref: JobRef) => and(eq(jobs.connection, ref.connection), eq(jobs.kind, ref.kind), eq(jobs.id, ref.id));

/** The vendor, asked by id, no longer has the job: its last state stays, and it is marked. */
export async function markGone(db: Database, ref: JobRef, now: number, fence: number | null): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConnection(tx, ref.connection, fence);
    const rows = await tx
      .update(jobs)
      .set({ goneAt: now, readProblem: null })
      .where(and(isRef(ref), isNull(jobs.goneAt)))
      .returning({ seq: jobs.seq });
    if (rows.length > 0) await bumpVersion(tx, ref.connection);
  });
}

/** A job could not be read by id: what is known stays, and why stands beside it. */
export async function markUnreadable(
  db: Database,
  ref: JobRef,
  problem: { code: string; message: string },
  now: number,
  fence: number | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConnection(tx, ref.connection, fence);
    const [job] = await tx.select({ problem: jobs.readProblem }).from(jobs).where(isRef(ref));
    if (!job || (job.problem?.code === problem.code && job.problem.message === problem.message)) return;
    await tx
      .update(jobs)
      .set({ readProblem: { ...problem, at: now } })
      .where(isRef(ref));
    await bumpVersion(tx, ref.connection);
  });
}
