import * as z from "zod/mini";
import { Instant } from "@/lib/contract/primitives";

export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  /** A job's action, or what an admin changed: `connection.update`, `user.create`, … */
  action: z.string(),
  connection: z.string(),
  kind: z.string(),
  jobId: z.string(),
  reason: z.nullable(z.string()),
  outcome: z.string(),
  vendorMessage: z.nullable(z.string()),
  settledAt: z.nullable(Instant),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditList = z.object({ items: z.array(AuditEntry), nextCursor: z.nullable(z.string()) });
export type AuditList = z.infer<typeof AuditList>;
export const AuditVerdict = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: z.nullable(z.string()),
  firstBad: z.nullable(z.object({ id: z.string(), reason: z.string() })),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;
