import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

const instant = (name: string) => bigint(name, { mode: "number" });

/** How a connection fares, and which collector looks after it. */
export const connectionHealth = pgTable("connection_health", {
  connection: text("connection").primaryKey(),
  health: text("health").$type<"ok" | "slow" | "failing" | "paused" | "starting">().notNull(),
  since: instant("since").notNull(),
  lastAnswerAt: instant("last_answer_at"),
  lastErrorAt: instant("last_error_at"),
  lastError: jsonb("last_error").$type<{ code: string; message: string }>(),
  notice: jsonb("notice").$type<{ code: string; message: string }>(),
  nextPollAt: instant("next_poll_at"),
  recentSince: instant("recent_since"),
  quickMs: integer("quick_ms").notNull(),
  spent: integer("spent").notNull(),
  spentAt: instant("spent_at").notNull(),
  skipped: jsonb("skipped").$type<{ id: string | null; reason: string; at: number }[]>().notNull(),
  skippedRows: integer("skipped_rows").notNull(),
  /** Grows with every change to what this connection's jobs show. */
  version: bigint("version", { mode: "number" }).notNull(),
  owner: text("owner"),
  leaseUntil: instant("lease_until").notNull(),
  /** Grows with every change of owner: a late writer carries an older number and is refused. */
  fence: bigint("fence", { mode: "number" }).notNull(),
});

/** Collectors that are alive, so that each knows its share of the connections. */
export const collectors = pgTable("collectors", {
  owner: text("owner").primaryKey(),
  seenAt: instant("seen_at").notNull(),
});

/** Jobs that someone looks at, or that an action waits for: asked for at the quick interval, and kept meanwhile. */
export const interest = pgTable(
  "interest",
  {
    connection: text("connection").notNull(),
    kind: text("kind").notNull(),
    id: text("id").notNull(),
    until: instant("until").notNull(),
    /** False: it has ended and is only kept, since someone reads its page. */
    ask: boolean("ask").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.connection, t.kind, t.id] }), index("interest_until").on(t.until)],
);
