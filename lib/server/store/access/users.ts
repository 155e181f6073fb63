import { randomUUID } from "node:crypto";
import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import type { Role } from "@/lib/contract/primitives";
import type { Connection } from "@/lib/server/db/database";
import { sessions, users } from "@/lib/server/db/schema/access";

export type UserRow = typeof users.$inferSelect;

export interface NewUser {
  email: string;
  passwordHash: string | null;
  role: Role;
  connections: string[] | null;
  disabled: boolean;
}

/** Accounts are told apart by this form of their address. */
export function emailKey(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

export async function listUsers(db: Connection): Promise<UserRow[]> {
  return db.select().from(users).orderBy(asc(users.email));
}

export async function userByEmail(db: Connection, email: string): Promise<UserRow | null> {
  const [row] = await db
    .select()
    .from(users)
    .where(eq(users.email, emailKey(email)));
  return row ?? null;
}

/** @returns null where the address has an account already. */
export async function createUser(db: Connection, user: NewUser, now: number): Promise<UserRow | null> {
  const [row] = await db
    .insert(users)
    .values({ ...user, id: randomUUID(), email: emailKey(user.email), createdAt: now })
    .onConflictDoNothing({ target: users.email })
    .returning();
  return row ?? null;
}

export type UserChange = Partial<NewUser>;
export type UserChangeAnswer = { ok: true; user: UserRow } | { ok: false; reason: "unknown" | "taken" | "last-admin" };

/**
 * Changes a user. A new password ends every session of the account, and so does disabling it; the last admin who can
 * log in stays one.
 */
export async function changeUser(
  db: Connection,
  id: string,
  change: UserChange,
  now: number,
): Promise<UserChangeAnswer> {
  return db.transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const [found] = await tx.select().from(users).where(eq(users.id, id)).for("update");
    if (found === undefined) return { ok: false, reason: "unknown" } as const;
    const next = { ...found, ...change, email: emailKey(change.email ?? found.email) };
    const stepsDown = next.role !== "admin" || next.disabled;
    if (stepsDown && isLast(admins, id)) return { ok: false, reason: "last-admin" } as const;
    const [twin] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, next.email), ne(users.id, id)));
    if (twin !== undefined) return { ok: false, reason: "taken" } as const;
    const { email, passwordHash, role, connections, disabled } = next;
    await tx.update(users).set({ email, passwordHash, role, connections, disabled }).where(eq(users.id, id));
    if (change.passwordHash !== undefined || disabled) {
      await tx.update(sessions).set({ revokedAt: now }).where(eq(sessions.userId, id));
    }
    return { ok: true, user: next } as const;
  });
}

/** Removes a user with sessions, tokens and views. */
export async function deleteUser(db: Connection, id: string): Promise<UserChangeAnswer> {
  return db.transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    if (isLast(admins, id)) return { ok: false, reason: "last-admin" } as const;
    const [user] = await tx.delete(users).where(eq(users.id, id)).returning();
    return user === undefined ? ({ ok: false, reason: "unknown" } as const) : ({ ok: true, user } as const);
  });
}

/** Locked, so that two admins cannot each remove the other at the same moment. */
async function lockAdmins(tx: Connection): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.disabled, false)))
    .orderBy(asc(users.id))
    .for("update");
  return rows.map((row) => row.id);
}

function isLast(admins: readonly string[], id: string): boolean {
  return admins.length === 1 && admins[0] === id;
}

/** Whether anyone could log in as an admin. */
export async function hasAdmin(db: Connection): Promise<boolean> {
  const [row] = await db
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.disabled, false)));
  return Number(row?.n ?? 0) > 0;
}

const SEEN_EVERY_MS = 60_000;

/** Notes that the user was here, at most once a minute. */
export async function markSeen(db: Connection, user: Pick<UserRow, "id" | "lastSeenAt">, now: number): Promise<void> {
  if (user.lastSeenAt !== null && now - user.lastSeenAt < SEEN_EVERY_MS) return;
  await db
    .update(users)
    .set({ lastSeenAt: sql`greatest(coalesce(${users.lastSeenAt}, 0), ${now})` })
    .where(eq(users.id, user.id));
}
