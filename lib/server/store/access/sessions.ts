import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { sessions, users } from "@/lib/server/db/schema/access";
import type { UserRow } from "@/lib/server/store/access/users";

/** Begins a session with an absolute end, and clears away those long over. @returns its id, 256 random bits. */
export async function createSession(db: Connection, userId: string, now: number, lifeMs: number): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await db.insert(sessions).values({ id, userId, createdAt: now, expiresAt: now + lifeMs });
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
  return id;
}

/** The user of a session that is neither over nor revoked, and who may still log in. */
export async function sessionUser(
  db: Connection,
  id: string,
  now: number,
): Promise<{ user: UserRow; expiresAt: number } | null> {
  const [row] = await db
    .select({ user: users, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.id, id), gt(sessions.expiresAt, now), isNull(sessions.revokedAt), eq(users.disabled, false)),
    );
  return row ?? null;
}

export async function revokeSession(db: Connection, id: string, now: number): Promise<void> {
  await db.update(sessions).set({ revokedAt: now }).where(eq(sessions.id, id));
}
