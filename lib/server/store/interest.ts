import { and, eq, gt, lt } from "drizzle-orm";
import type { JobRef } from "@/lib/jobs/ref";
import type { Connection } from "@/lib/server/db/database";
import { interest } from "@/lib/server/db/schema/collector";

/** Says that someone looks at a job, or waits for it, until then (epoch ms). The later of two says wins. */
export async function noteInterest(db: Connection, ref: JobRef, until: number): Promise<void> {
  await db
    .insert(interest)
    .values({ ...ref, until })
    .onConflictDoUpdate({
      target: [interest.connection, interest.kind, interest.id],
      set: { until },
      setWhere: lt(interest.until, until),
    });
}

/** Jobs of a connection that someone looks at now. */
export async function listInterest(db: Connection, connection: string, now: number): Promise<JobRef[]> {
  const rows = await db
    .select({ connection: interest.connection, kind: interest.kind, id: interest.id })
    .from(interest)
    .where(and(eq(interest.connection, connection), gt(interest.until, now)))
    .limit(200);
  return rows;
}

export async function forgetInterest(db: Connection, now: number): Promise<void> {
  await db.delete(interest).where(lt(interest.until, now));
}
