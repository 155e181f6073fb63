import { and, eq, sql } from "drizzle-orm";
import type { Reading } from "@/lib/jobs/merge-reading";
import type { ActionRecord, JobRecord } from "@/lib/jobs/record";
import type { Connection } from "@/lib/server/db/database";
import { actions } from "@/lib/server/db/schema/actions";
import { jobs } from "@/lib/server/db/schema/jobs";

export interface KnownJob {
  seq: number;
  record: JobRecord;
  open: ActionRecord | null;
  /** When our last cancel or stop of this run was accepted. */
  endingAcceptedAt: number | null;
}

/** What is known of the jobs that a batch speaks of, by `kind id`. */
export async function loadForReading(
  tx: Connection,
  connection: string,
  readings: readonly Reading[],
): Promise<Map<string, KnownJob>> {
  const refs = JSON.stringify(readings.map(({ snapshot }) => ({ kind: snapshot.kind, id: snapshot.id })));
  const wanted = sql`(select r.kind, r.id from jsonb_to_recordset(${refs}::jsonb) as r(kind text, id text))`;
  const rows = await tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.connection, connection), sql`(${jobs.kind}, ${jobs.id}) in ${wanted}`));
  const known = new Map<string, KnownJob>();
  for (const { seq, ...record } of rows) {
    known.set(`${record.kind} ${record.id}`, { seq, record, open: null, endingAcceptedAt: null });
  }
  if (rows.length > 0) await addActions(tx, connection, known, wanted);
  return known;
}

async function addActions(
  tx: Connection,
  connection: string,
  known: Map<string, KnownJob>,
  wanted: ReturnType<typeof sql>,
): Promise<void> {
  const rows = await tx
    .select()
    .from(actions)
    .where(and(eq(actions.connection, connection), sql`(${actions.kind}, ${actions.jobId}) in ${wanted}`));
  for (const row of rows) {
    const job = known.get(`${row.kind} ${row.jobId}`);
    if (!job) continue;
    if (row.outcome === "asked" || row.outcome === "accepted" || row.outcome === "unknown") job.open = toRecord(row);
    const ending = row.action === "cancel" || row.action === "stop" || row.action === "stop-with-savepoint";
    if (ending && row.acceptedAt !== null && row.outcome !== "refused" && row.run === job.record.run) {
      job.endingAcceptedAt = Math.max(job.endingAcceptedAt ?? 0, row.acceptedAt);
    }
  }
}

export function toRecord(row: typeof actions.$inferSelect): ActionRecord {
  return {
    id: row.id,
    action: row.action,
    outcome: row.outcome,
    run: row.run,
    askedAt: row.askedAt,
    acceptedAt: row.acceptedAt,
    dataId: typeof row.params.dataId === "string" ? row.params.dataId : null,
  };
}
