import { and, eq, gt, lt, or } from "drizzle-orm";
import type { JobRef } from "@/lib/jobs/ref";
import type { Connection } from "@/lib/server/db/database";
import { interest } from "@/lib/server/db/schema/collector";

/** Says that someone looks at a job, or waits for it, until then (epoch ms). The later of two says wins. */
export async function noteInterest(db: Connection, ref: JobRef, until: number): Promise<void> {
  await db
    .insert(interest)
    .values({ ...ref, until, ask: true })
    .onConflictDoUpdate({
      target: [interest.connection, interest.kind, interest.id],
      set: { until, ask: true },
      setWhere: or(lt(interest.until, until), eq(interest.ask, false)),
    });
}

/** Says that someone reads the page of a job that has ended: it is not asked for, and not removed for its age until then. */
export async function holdJob(db: Connection, ref: JobRef, now: number, until: number): Promise<void> {
  await db
    .insert(interest)
    .values({ ...ref, until, ask: false })
    .onConflictDoUpdate({
      target: [interest.connection, interest.kind, interest.id],
      set: { until, ask: false },
      // Whoever waits for a reading still gets it.
      setWhere: or(lt(interest.until, now), eq(interest.ask, false)),
    });
}

/** Jobs of a connection that are to be asked for, since someone looks at them now. */
export async function listInterest(db: Connection, connection: string, now: number): Promise<JobRef[]> {
  const rows = await db
    .select({ connection: interest.connection, kind: interest.kind, id: interest.id })
    .from(interest)
    .where(and(eq(interest.connection, connection), eq(interest.ask, true), gt(interest.until, now)))
    .limit(200);
  return rows;
}

export async function forgetInterest(db: Connection, now: number): Promise<void> {
  await db.delete(interest).where(lt(interest.until, now));
}
