import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ActionOutcome, JobAction } from "@/lib/jobs/action";

const instant = (name: string) => bigint(name, { mode: "number" });

/** An operator's action and how far it has come. The id is its audit id. */
export const actions = pgTable(
  "actions",
  {
    id: text("id").primaryKey(),
    connection: text("connection").notNull(),
    kind: text("kind").notNull(),
    jobId: text("job_id").notNull(),
    run: text("run"),
    action: text("action").$type<JobAction>().notNull(),
    outcome: text("outcome").$type<ActionOutcome>().notNull(),
    by: text("by").notNull(),
    reason: text("reason"),
    params: jsonb("params").$type<Record<string, unknown>>().notNull(),
    askedAt: instant("asked_at").notNull(),
    acceptedAt: instant("accepted_at"),
    settledAt: instant("settled_at"),
    vendorMessage: text("vendor_message"),
    started: jsonb("started").$type<{ kind: string; id: string }[]>(),
    plan: jsonb("plan").$type<unknown[]>(),
  },
  (t) => [
    uniqueIndex("actions_open")
      .on(t.connection, t.kind, t.jobId)
      .where(sql`outcome in ('asked', 'accepted', 'unknown')`),
    index("actions_job").on(t.connection, t.kind, t.jobId, t.askedAt),
  ],
);

/** The audit: append-only, each entry sealed by the hash of the one before. */
export const audit = pgTable(
  "audit",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey(),
    /** Entries of one action share it: what was asked, then each outcome. */
    entry: text("entry").notNull(),
    at: instant("at").notNull(),
    by: text("by").notNull(),
    action: text("action").notNull(),
    connection: text("connection").notNull(),
    kind: text("kind").notNull(),
    jobId: text("job_id").notNull(),
    reason: text("reason"),
    outcome: text("outcome").notNull(),
    vendorMessage: text("vendor_message"),
    previous: text("previous").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [index("audit_entry").on(t.entry, t.seq)],
);

/** The one row that says where the chain ends; its lock puts writers in order. */
export const auditHead = pgTable("audit_head", {
  id: integer("id").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
});
