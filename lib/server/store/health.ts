import { and, eq, sql } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { connectionHealth } from "@/lib/server/db/schema/collector";

export type ConnectionHealthRow = typeof connectionHealth.$inferSelect;
export type HealthWord = ConnectionHealthRow["health"];

/** What a collector learnt of a connection from one sweep, or one failed try. Instants are epoch ms. */
export interface HealthReport {
  health: HealthWord;
  at: number;
  answered: boolean;
  error: { code: string; message: string } | null;
  notice?: { code: string; message: string } | null;
  skipped?: { id: string | null; reason: string }[];
  nextPollAt: number | null;
  quickMs?: number;
  spent: number;
  recentSince?: number;
}

/** Rows of odd jobs that are kept for the operator to see. */
const SKIPPED_KEPT = 20;

/**
 * Writes a report. The version moves only where what a list shows of it changes: `stale` follows from the health.
 * @throws FencedOff through the caller's lock.
 */
export async function reportHealth(tx: Connection, connection: string, report: HealthReport): Promise<void> {
  const [row] = await tx
    .select()
    .from(connectionHealth)
    .where(eq(connectionHealth.connection, connection))
    .for("update");
  if (!row) return;
  const moved = row.health !== report.health;
  await tx
    .update(connectionHealth)
    .set({
      health: report.health,
      since: moved ? report.at : row.since,
      lastAnswerAt: report.answered ? report.at : row.lastAnswerAt,
      lastErrorAt: report.error ? report.at : row.lastErrorAt,
      lastError: report.error ?? (report.answered ? null : row.lastError),
      nextPollAt: report.nextPollAt,
      spent: report.spent,
      spentAt: report.at,
      ...(report.notice === undefined ? {} : { notice: report.notice }),
      ...(report.quickMs === undefined ? {} : { quickMs: report.quickMs }),
      ...(report.recentSince === undefined ? {} : { recentSince: report.recentSince }),
      ...(report.skipped === undefined
        ? {}
        : {
            skippedRows: report.skipped.length,
            skipped: report.skipped.slice(0, SKIPPED_KEPT).map((row) => ({ ...row, at: report.at })),
          }),
      ...(moved ? { version: sql`${connectionHealth.version} + 1` } : {}),
    })
    .where(eq(connectionHealth.connection, connection));
}

/**
 * Brings the next poll of a failing connection forward to now: its collector sees it within a second, whichever process
 * that is in. One that the vendor told to ask less often is not failing, and waits.
 */
export async function askSoon(db: Connection, connection: string, now: number): Promise<void> {
  await db
    .update(connectionHealth)
    .set({ nextPollAt: now })
    .where(and(eq(connectionHealth.connection, connection), eq(connectionHealth.health, "failing")));
}

/** Calls spent as a quick reading left them: the page shows them between two sweeps, too. */
export async function reportSpent(
  tx: Connection,
  connection: string,
  spent: number,
  quickMs: number,
  at: number,
): Promise<void> {
  await tx
    .update(connectionHealth)
    .set({ spent, spentAt: at, quickMs })
    .where(eq(connectionHealth.connection, connection));
}

export async function connectionHealthRows(db: Connection): Promise<ConnectionHealthRow[]> {
  return db.select().from(connectionHealth);
}
