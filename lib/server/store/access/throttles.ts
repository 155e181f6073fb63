import { eq, lt, sql } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { throttles } from "@/lib/server/db/schema/access";

/**
 * Takes one of a key's `limit` tries in a window that begins with the first. Taken before the try is made and given back
 * where it succeeds, so that parallel guesses cannot all slip through.
 * @returns 0 where the try may be made, else how many ms until the window ends.
 */
export async function takeTry(
  db: Connection,
  key: string,
  limit: number,
  windowMs: number,
  now: number,
): Promise<number> {
  const over = sql`${throttles.expiresAt} <= ${now}`;
  const [row] = await db
    .insert(throttles)
    .values({ key, points: 1, expiresAt: now + windowMs })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        points: sql`case when ${over} then 1 else least(${throttles.points} + 1, ${limit + 1}) end`,
        expiresAt: sql`case when ${over} then ${now + windowMs} else ${throttles.expiresAt} end`,
      },
    })
    .returning();
  if (row === undefined || row.points <= limit) return 0;
  return Math.max(1, row.expiresAt - now);
}

/** Gives one try back. */
export async function giveTryBack(db: Connection, key: string): Promise<void> {
  await db
    .update(throttles)
    .set({ points: sql`greatest(${throttles.points} - 1, 0)` })
    .where(eq(throttles.key, key));
}

/** Forgets a key's failures, and every window that is over. */
export async function forgetTries(db: Connection, key: string, now: number): Promise<void> {
  await db.delete(throttles).where(eq(throttles.key, key));
  await db.delete(throttles).where(lt(throttles.expiresAt, now));
}
