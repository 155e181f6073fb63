import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/contract/primitives";

const instant = (name: string) => bigint(name, { mode: "number" });

export const users = pgTable(
  "users",
  {
    id: text("id").primaryKey(),
    /** Lower case: two accounts never differ by case alone. */
    email: text("email").notNull(),
    /** argon2id; null: cannot log in by password. */
    passwordHash: text("password_hash"),
    role: text("role").$type<Role>().notNull(),
    /** Ids of the connections that exist for this user; null: all. */
    connections: jsonb("connections").$type<string[]>(),
    disabled: boolean("disabled").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [uniqueIndex("users_email").on(t.email)],
);

/** One log-in; the cookie carries nothing but its id. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);

export const apiTokens = pgTable(
  "api_tokens",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** SHA-256 of the token, which has 256 random bits of its own. */
    hash: text("hash").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [uniqueIndex("api_tokens_hash").on(t.hash), index("api_tokens_user").on(t.userId)],
);

/** Named queries of the job list. */
export const views = pgTable(
  "views",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    query: text("query").notNull(),
    shared: boolean("shared").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("views_user").on(t.userId)],
);

/** Failed log-ins in the current window, per account and per address. */
export const throttles = pgTable(
  "throttles",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("throttles_expires").on(t.expiresAt)],
);

/** Codes that servers have printed for the first visitor; any of them makes the first admin, once. */
export const setupCodes = pgTable("setup_codes", {
  hash: text("hash").primaryKey(),
  createdAt: instant("created_at").notNull(),
});
