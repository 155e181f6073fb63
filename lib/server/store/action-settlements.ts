import { and, eq, inArray, lt, or, sql } from "drizzle-orm";
import { isEnding, type ActionOutcome } from "@/lib/jobs/action";
import { attentionOf } from "@/lib/jobs/merge-reading";
import type { ActionRecord } from "@/lib/jobs/record";
import { CONFIRM_WITHIN_MS, type Settlement } from "@/lib/jobs/settle-action";
import { isFinal } from "@/lib/jobs/state";
import type { Connection, Database } from "@/lib/server/db/database";
import { actions } from "@/lib/server/db/schema/actions";
import { jobs } from "@/lib/server/db/schema/jobs";
import { appendAudit } from "@/lib/server/store/audit";
import { bumpVersion, lockConnection } from "@/lib/server/store/fence";
import { noteInterest } from "@/lib/server/store/interest";
import { CountDeltas } from "@/lib/server/store/job-counts";

type ActionRow = typeof actions.$inferSelect;
type JobRow = typeof jobs.$inferSelect;
/** How long the job of a lost action is looked at closely. */
const LOOK_AGAIN_MS = 2 * 60_000;

/** Moves an action on and writes the audit entry of it, in the caller's transaction. */
export async function moveAction(
  tx: Connection,
  row: ActionRow,
  outcome: ActionOutcome,
  vendorMessage: string | null,
  now: number,
  more: Partial<Pick<ActionRow, "started" | "plan">> = {},
): Promise<void> {
  const open = outcome === "accepted" || outcome === "unknown";
  await tx
    .update(actions)
    .set({
      outcome,
      vendorMessage: vendorMessage ?? row.vendorMessage,
      ...(outcome === "accepted" ? { acceptedAt: now } : {}),
      settledAt: open ? null : now,
      ...more,
    })
    .where(eq(actions.id, row.id));
  await appendAudit(tx, {
    entry: row.id,
    at: now,
    by: row.by,
    action: row.action,
    connection: row.connection,
    kind: row.kind,
    jobId: row.jobId,
    reason: row.reason,
    outcome,
    vendorMessage,
  });
}

/** What a reading showed of an open action. */
export async function settleFromReading(
  tx: Connection,
  open: ActionRecord,
  settlement: Settlement,
  now: number,
): Promise<void> {
  const [row] = await tx.select().from(actions).where(eq(actions.id, open.id)).for("update");
  if (!row || row.settledAt !== null) return;
  await moveAction(tx, row, settlement.outcome, settlement.vendorMessage, now);
}

/**
 * Ends what no reading will end: accepted or unanswered actions without effect for ten minutes become unconfirmed, with
 * the vendor's state shown again; asked ones whose server died become unknown, and the next reading decides.
 * @param askedBefore actions asked before this (epoch ms) have lost their server.
 */
export async function sweepActions(db: Database, now: number, askedBefore: number): Promise<number> {
  const due = await db
    .select({ id: actions.id, connection: actions.connection })
    .from(actions)
    .where(
      or(
        and(eq(actions.outcome, "asked"), lt(actions.askedAt, askedBefore)),
        and(
          inArray(actions.outcome, ["accepted", "unknown"]),
          lt(sql`coalesce(${actions.acceptedAt}, ${actions.askedAt})`, now - CONFIRM_WITHIN_MS),
        ),
      ),
    )
    .limit(500);
  for (const { id, connection } of due) {
    await db.transaction(async (tx) => {
      // Every writer takes the connection's row first: so none waits for another in a circle.
      await lockConnection(tx, connection, null);
      await sweepOne(tx, id, now);
    });
  }
  return due.length;
}

async function sweepOne(tx: Connection, id: string, now: number): Promise<void> {
  const [row] = await tx.select().from(actions).where(eq(actions.id, id)).for("update");
  if (!row || row.settledAt !== null) return;
  const job = await jobOf(tx, row);
  if (row.outcome === "asked") {
    await moveAction(tx, row, "unknown", null, now);
    // A job that has ended is in no list any more: the reading that decides is asked for by id.
    await noteInterest(tx, { connection: row.connection, kind: row.kind, id: row.jobId }, now + LOOK_AGAIN_MS);
    return bumpVersion(tx, row.connection);
  }
  const ended = job && isEnding(row.action) && job.run === row.run && isFinal(job.readingState);
  const outcome = !ended ? "unconfirmed" : job.readingState === "cancelled" ? "confirmed" : "overtaken";
  await moveAction(tx, row, outcome, null, now);
  if (job && !ended) await showVendorStateAgain(tx, row, job);
  await bumpVersion(tx, row.connection);
}

async function jobOf(tx: Connection, row: ActionRow): Promise<JobRow | undefined> {
  const ref = and(eq(jobs.connection, row.connection), eq(jobs.kind, row.kind), eq(jobs.id, row.jobId));
  const [job] = await tx.select().from(jobs).where(ref).for("update");
  return job;
}

async function showVendorStateAgain(tx: Connection, row: ActionRow, job: JobRow): Promise<void> {
  const unconfirmed = isEnding(row.action) && job.run === row.run;
  const changed = {
    state: job.readingState,
    unconfirmed,
    attention: attentionOf(job.attention, unconfirmed),
  };
  await tx.update(jobs).set(changed).where(eq(jobs.seq, job.seq));
  const counts = new CountDeltas();
  counts.move(job, { ...job, ...changed });
  await counts.write(tx);
}

/**
 * Confirms triggers by what they started: a reading of one of the runs that the vendor named shows that it began, also
 * where it belongs to another job than the one that was asked.
 */
export async function confirmStarted(db: Database, now: number): Promise<void> {
  const seen = await db
    .select({ id: actions.id, connection: actions.connection })
    .from(actions)
    .where(
      and(
        eq(actions.outcome, "accepted"),
        inArray(actions.action, ["trigger", "trigger-sequence"]),
        sql`exists (select 1 from jsonb_to_recordset(${actions.started}) as s(kind text, id text)
          join jobs j on j.connection = ${actions.connection} and j.kind = s.kind and j.id = s.id)`,
      ),
    )
    .limit(100);
  for (const { id, connection } of seen) {
    await db.transaction(async (tx) => {
      await lockConnection(tx, connection, null);
      const [row] = await tx.select().from(actions).where(eq(actions.id, id)).for("update");
      if (!row || row.settledAt !== null) return;
      await moveAction(tx, row, "confirmed", null, now);
      await bumpVersion(tx, connection);
    });
  }
}
