/** Tables of the record in an order in which each comes after those that it refers to, with the key that orders their rows. */
export const TABLES = [
  ["users", "id"],
  ["sessions", "id"],
  ["api_tokens", "id"],
  ["views", "id"],
  ["stored_connections", "id"],
  ["connection_secrets", "connection, field"],
  ["connection_changes", "id"],
  ["connection_health", "connection"],
  ["jobs", "seq"],
  ["job_bodies", "job"],
  ["job_runs", "job, run"],
  ["transitions", "seq"],
  ["job_counts", "connection, kind, internal, state"],
  ["actions", "id"],
  ["audit", "seq"],
  ["audit_head", "id"],
] as const;
export type TableName = (typeof TABLES)[number][0];

/** What lives for minutes and is made anew: who collects, who looks, failed log-ins, codes for a first admin. */
export const LEFT_OUT = ["collectors", "interest", "throttles", "setup_codes"] as const;

/** Tables whose key the database counts up by itself. */
export const COUNTED = ["jobs", "transitions"] as const satisfies readonly TableName[];

/** Rows that a fresh database has from its migrations; an import puts its own in their place. */
export const FROM_MIGRATIONS: ReadonlySet<TableName> = new Set(["audit_head", "connection_changes"]);
