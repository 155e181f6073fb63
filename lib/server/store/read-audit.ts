import { and, asc, desc, eq, gt, lt, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AuditEntry, AuditList, AuditVerdict } from "@/lib/contract/audit";
import type { AuditQuery } from "@/lib/contract/list-query";
import type { Connection } from "@/lib/server/db/database";
import { audit, auditHead } from "@/lib/server/db/schema/actions";
import { auditHash } from "@/lib/server/store/audit";

const CHUNK = 1000;
const later = alias(audit, "later");

/** A page of the audit, newest first: each action once, with its latest outcome. */
export async function listAudit(db: Connection, query: AuditQuery): Promise<AuditList> {
  const isFirst = sql`not exists (select 1 from audit earlier where earlier.entry = ${audit.entry} and earlier.seq < ${audit.seq})`;
  const filters: SQL[] = [isFirst];
  const before = Number(query.cursor);
  if (query.cursor !== undefined && Number.isSafeInteger(before)) filters.push(lt(audit.seq, before));
  if (query.by) filters.push(sql`strpos(lower(${audit.by}), lower(${query.by})) > 0`);
  if (query.action) filters.push(eq(audit.action, query.action));
  if (query.job) filters.push(eq(audit.jobId, query.job));
  if (query.outcome) filters.push(eq(later.outcome, query.outcome));
  const rows = await db
    .select({ first: audit, last: later })
    .from(audit)
    .innerJoin(later, sql`${later.seq} = (select max(seq) from audit newest where newest.entry = ${audit.entry})`)
    .where(and(...filters))
    .orderBy(desc(audit.seq))
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ first, last }) => entryOf(first, last)),
    nextCursor: rows.length > query.limit && last ? String(last.first.seq) : null,
  };
}

const SETTLED = new Set(["confirmed", "overtaken", "unconfirmed", "refused", "done"]);

function entryOf(first: typeof audit.$inferSelect, last: typeof audit.$inferSelect): AuditEntry {
  return {
    id: first.entry,
    at: new Date(first.at).toISOString(),
    by: first.by,
    action: first.action,
    connection: first.connection,
    kind: first.kind,
    jobId: first.jobId,
    reason: first.reason,
    outcome: last.outcome,
    vendorMessage: last.vendorMessage,
    settledAt: SETTLED.has(last.outcome) ? new Date(last.at).toISOString() : null,
    hash: last.hash,
  };
}

/** Walks the whole chain in chunks and names the first entry that does not fit. It may grow meanwhile. */
export async function verifyAudit(db: Connection): Promise<AuditVerdict> {
  let previous = "";
  let seq = 0;
  for (;;) {
    const [head] = await db.select().from(auditHead).where(eq(auditHead.id, 1));
    const rows = await db.select().from(audit).where(gt(audit.seq, seq)).orderBy(asc(audit.seq)).limit(CHUNK);
    for (const row of rows) {
      const reason = wrongWith(row, seq + 1, previous);
      if (reason) return { ok: false, entries: seq, head: previous, firstBad: { id: row.entry, reason } };
      seq = row.seq;
      previous = row.hash;
    }
    if (head?.seq === seq && head.hash === previous) {
      return { ok: true, entries: seq, head: previous || null, firstBad: null };
    }
    // Rows that the head did not know may have been appended after it was read: then it knows them the next time.
    if (rows.length > 0) continue;
    const reason = `the chain ends at entry ${seq}, its head says ${head?.seq ?? "nothing"}`;
    return { ok: false, entries: seq, head: previous, firstBad: { id: String(seq + 1), reason } };
  }
}

function wrongWith(row: typeof audit.$inferSelect, expectedSeq: number, previous: string): string | null {
  if (row.seq !== expectedSeq) return `entry ${expectedSeq} is missing`;
  if (row.previous !== previous) return "it does not continue the entry before it";
  if (row.hash !== auditHash(row)) return "its content is not what was sealed";
  return null;
}
