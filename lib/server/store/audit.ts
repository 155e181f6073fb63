import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { audit, auditHead } from "@/lib/server/db/schema/actions";
import { cleanJson } from "@/lib/server/store/clean-json";

/** One entry of the audit: what was asked, or what came of it. */
export interface AuditFacts {
  /** Shared by all entries of one action. */
  entry: string;
  /** Epoch ms. */
  at: number;
  by: string;
  action: string;
  connection: string;
  kind: string;
  jobId: string;
  reason: string | null;
  outcome: string;
  vendorMessage: string | null;
}

/**
 * Appends to the chain, inside the transaction that does what the entry tells of. The head's row lock puts writers in
 * order. @throws the database's error where it cannot be written: then nothing else is, either.
 */
export async function appendAudit(tx: Connection, facts: AuditFacts): Promise<string> {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1)).for("update");
  if (!head) throw new Error("the audit has no head");
  const row = { seq: head.seq + 1, ...cleanJson(facts), previous: head.hash };
  const hash = auditHash(row);
  await tx.insert(audit).values({ ...row, hash });
  await tx.update(auditHead).set({ seq: row.seq, hash }).where(eq(auditHead.id, 1));
  return hash;
}

type Hashed = AuditFacts & { seq: number; previous: string };

/** SHA-256 over every field in a fixed order, the hash before it included. */
export function auditHash(row: Hashed): string {
  const fields = [
    row.seq,
    row.entry,
    row.at,
    row.by,
    row.action,
    row.connection,
    row.kind,
    row.jobId,
    row.reason,
    row.outcome,
    row.vendorMessage,
    row.previous,
  ];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
