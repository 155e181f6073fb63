import { randomUUID } from "node:crypto";
import { and, asc, count, eq, or } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { views } from "@/lib/server/db/schema/access";

export type ViewRow = typeof views.$inferSelect;

/** One's own views and those that others share. */
export async function listViews(db: Connection, userId: string): Promise<ViewRow[]> {
  return db
    .select()
    .from(views)
    .where(or(eq(views.userId, userId), eq(views.shared, true)))
    .orderBy(asc(views.name), asc(views.id));
}

export async function countViews(db: Connection, userId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(views).where(eq(views.userId, userId));
  return Number(row?.n ?? 0);
}

export async function createView(
  db: Connection,
  userId: string,
  view: { name: string; query: string; shared: boolean },
  now: number,
): Promise<ViewRow> {
  const row = { ...view, id: randomUUID(), userId, createdAt: now };
  await db.insert(views).values(row);
  return row;
}

/** @returns null where this user has no such view. */
export async function changeView(
  db: Connection,
  userId: string,
  id: string,
  change: Partial<Pick<ViewRow, "name" | "query" | "shared">>,
): Promise<ViewRow | null> {
  const own = and(eq(views.id, id), eq(views.userId, userId));
  // An update that sets nothing is refused by the query builder.
  const [row] =
    Object.values(change).filter((value) => value !== undefined).length === 0
      ? await db.select().from(views).where(own)
      : await db.update(views).set(change).where(own).returning();
  return row ?? null;
}

export async function deleteView(db: Connection, userId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(views)
    .where(and(eq(views.id, id), eq(views.userId, userId)))
    .returning({ id: views.id });
  return gone.length > 0;
}
