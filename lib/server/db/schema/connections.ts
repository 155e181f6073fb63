import { bigint, boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

const instant = (name: string) => bigint(name, { mode: "number" });

/** Connections that were added in the browser. No secret stands in here. */
export const storedConnections = pgTable("stored_connections", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  vendor: text("vendor").notNull(),
  baseUrl: text("base_url").notNull(),
  /** Vendor settings and, where given, consoleUrl, ca and jobs, by their names in the configuration. */
  settings: jsonb("settings").$type<Record<string, unknown>>().notNull(),
  authType: text("auth_type").notNull(),
  /** The fields of the log-in that are no secret. */
  authValues: jsonb("auth_values").$type<Record<string, string>>().notNull(),
  pollSeconds: doublePrecision("poll_seconds"),
  budgetPerMinute: doublePrecision("budget_per_minute"),
  paused: boolean("paused").notNull(),
  /** Never used twice, not even by a connection that is deleted and made again. */
  configVersion: integer("config_version").notNull(),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** Sealed secrets: AES-256-GCM, bound to their connection and field. */
export const connectionSecrets = pgTable(
  "connection_secrets",
  {
    connection: text("connection")
      .notNull()
      .references(() => storedConnections.id, { onDelete: "cascade" }),
    field: text("field").notNull(),
    keyId: text("key_id").notNull(),
    sealed: text("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.connection, t.field] })],
);

/** The one row that grows with every change to stored connections, so that other processes notice. */
export const connectionChanges = pgTable("connection_changes", {
  id: integer("id").primaryKey(),
  version: integer("version").notNull(),
});
