import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { collectors, connectionHealth } from "@/lib/server/db/schema/collector";

export interface Lease {
  connection: string;
  /** Carried by every write under this lease. */
  fence: number;
}

/** How long a lease lasts without renewal: a dead collector's connections are free after that. */
export const LEASE_MS = 15_000;

/** Says that this collector lives, and how many do. */
export async function heartbeat(db: Connection, owner: string, now: number): Promise<number> {
  await db
    .insert(collectors)
    .values({ owner, seenAt: now })
    .onConflictDoUpdate({ target: collectors.owner, set: { seenAt: now } });
  await db.delete(collectors).where(lt(collectors.seenAt, now - 10 * LEASE_MS));
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(collectors)
    .where(gt(collectors.seenAt, now - LEASE_MS));
  return row?.n ?? 1;
}

/** Takes up to `limit` of these connections that no living collector holds. */
export async function claim(
  db: Connection,
  owner: string,
  connections: readonly string[],
  limit: number,
  now: number,
): Promise<Lease[]> {
  if (connections.length === 0 || limit <= 0) return [];
  const free = db
    .select({ connection: connectionHealth.connection })
    .from(connectionHealth)
    .where(and(inArray(connectionHealth.connection, [...connections]), lt(connectionHealth.leaseUntil, now)))
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(connectionHealth)
    .set({ owner, leaseUntil: now + LEASE_MS, fence: sql`${connectionHealth.fence} + 1` })
    .where(inArray(connectionHealth.connection, free))
    .returning({ connection: connectionHealth.connection, fence: connectionHealth.fence });
}

/** Keeps the leases that are still ours; answers with those, and with when each is to be asked next (epoch ms). */
export async function renew(
  db: Connection,
  owner: string,
  leases: readonly Lease[],
  now: number,
): Promise<Map<string, number | null>> {
  if (leases.length === 0) return new Map();
  const names = leases.map(({ connection }) => connection);
  const rows = await db
    .update(connectionHealth)
    .set({ leaseUntil: now + LEASE_MS })
    .where(and(eq(connectionHealth.owner, owner), inArray(connectionHealth.connection, names)))
    .returning({
      connection: connectionHealth.connection,
      fence: connectionHealth.fence,
      nextPollAt: connectionHealth.nextPollAt,
    });
  const fences = new Map(leases.map((lease) => [lease.connection, lease.fence]));
  const kept = rows.filter((row) => fences.get(row.connection) === row.fence);
  return new Map(kept.map((row) => [row.connection, row.nextPollAt]));
}

/** Gives leases back at once, for a clean end or a fair share. */
export async function release(db: Connection, owner: string, connections: readonly string[]): Promise<void> {
  if (connections.length === 0) return;
  await db
    .update(connectionHealth)
    .set({ leaseUntil: 0, owner: null })
    .where(and(eq(connectionHealth.owner, owner), inArray(connectionHealth.connection, [...connections])));
}

export async function leave(db: Connection, owner: string): Promise<void> {
  await db.delete(collectors).where(eq(collectors.owner, owner));
}

/** For the embedded database, which has one process: every earlier holder is dead. */
export async function freeAllLeases(db: Connection): Promise<void> {
  await db.update(connectionHealth).set({ leaseUntil: 0, owner: null });
}
