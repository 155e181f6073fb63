import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { apiTokens, users } from "@/lib/server/db/schema/access";
import type { UserRow } from "@/lib/server/store/access/users";

export type ApiTokenRow = typeof apiTokens.$inferSelect;

/** So that a token that was left somewhere is recognised as ours. */
const PREFIX = "jw_";
const SHAPE = /^jw_[A-Za-z0-9_-]{43}$/;

/** A token has 256 random bits: a plain hash of it cannot be guessed back. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** @returns the row, and the token itself, which is stored nowhere. */
export async function createApiToken(
  db: Connection,
  userId: string,
  name: string,
  now: number,
): Promise<{ row: ApiTokenRow; token: string }> {
  const token = PREFIX + randomBytes(32).toString("base64url");
  const row = { id: randomUUID(), userId, name, hash: hashOf(token), createdAt: now, lastUsedAt: null };
  await db.insert(apiTokens).values(row);
  return { row, token };
}

export async function listApiTokens(db: Connection, userId: string): Promise<ApiTokenRow[]> {
  return db.select().from(apiTokens).where(eq(apiTokens.userId, userId)).orderBy(desc(apiTokens.createdAt));
}

/** @returns whether this user had such a token. */
export async function deleteApiToken(db: Connection, userId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(apiTokens)
    .where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)))
    .returning({ id: apiTokens.id });
  return gone.length > 0;
}

const USED_EVERY_MS = 60_000;

/** Whose token this is; null for one that is malformed, unknown or revoked, or whose user is disabled. */
export async function tokenUser(
  db: Connection,
  token: string,
  now: number,
): Promise<{ user: UserRow; token: ApiTokenRow } | null> {
  if (!SHAPE.test(token)) return null;
  const [row] = await db
    .select({ user: users, token: apiTokens })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(eq(apiTokens.hash, hashOf(token)), eq(users.disabled, false)));
  if (row === undefined) return null;
  if (row.token.lastUsedAt === null || now - row.token.lastUsedAt >= USED_EVERY_MS) {
    await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, row.token.id));
  }
  return row;
}
