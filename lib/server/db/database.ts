import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";
import type * as schema from "@/lib/server/db/schema/schema";

/** The one database, whichever engine stands behind it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;
/** What a store function needs: the database, or the transaction that it takes part in. */
export type Connection = Database | Transaction;

export interface OpenDatabase {
  db: Database;
  engine: "embedded" | "postgres";
  close(): Promise<void>;
}
