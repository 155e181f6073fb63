import { eq, sql } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { connectionHealth } from "@/lib/server/db/schema/collector";

/** Thrown where another collector has taken the connection over: nothing was written. */
export class FencedOff extends Error {
  override readonly name = "FencedOff";
}

/** Makes sure that a connection has its row of health, so that it can be locked and counted on. */
export async function ensureHealth(db: Connection, connection: string, now: number): Promise<void> {
  await db
    .insert(connectionHealth)
    .values({
      connection,
      health: "starting",
      since: now,
      quickMs: 2000,
      spent: 0,
      spentAt: now,
      skipped: [],
      skippedRows: 0,
      version: 0,
      leaseUntil: 0,
      fence: 0,
    })
    .onConflictDoNothing();
}

/**
 * Locks the connection's row for this transaction, so that writers of one connection take turns.
 * @throws FencedOff where `fence` is given and no longer the current one.
 */
export async function lockConnection(tx: Connection, connection: string, fence: number | null): Promise<void> {
  const [row] = await tx
    .select({ fence: connectionHealth.fence })
    .from(connectionHealth)
    .where(eq(connectionHealth.connection, connection))
    .for("update");
  if (fence !== null && row?.fence !== fence) throw new FencedOff(`${connection}: fence ${fence} is over`);
}

/** Every change to what a connection's jobs show moves its version: lists that saw the old one ask again. */
export async function bumpVersion(tx: Connection, connection: string): Promise<void> {
  await tx
    .update(connectionHealth)
    .set({ version: sql`${connectionHealth.version} + 1` })
    .where(eq(connectionHealth.connection, connection));
}
