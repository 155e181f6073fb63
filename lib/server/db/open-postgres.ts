import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { OpenDatabase } from "@/lib/server/db/database";
import { migrationsFolder } from "@/lib/server/db/migrations-folder";
import * as schema from "@/lib/server/db/schema/schema";

/** Any number; every instance that migrates takes it first. */
const MIGRATION_LOCK = 7_052_831;

/** Opens a PostgreSQL (15 or later) and brings its schema up to date, one instance at a time. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // No statement of ours is unbounded; what takes longer than this is stuck.
    statement_timeout: 30_000,
    application_name: "jobwatch",
  });
  // A lost idle connection is replaced by the pool; unheard, the event would end the process.
  pool.on("error", () => {});
  const db = drizzle(pool, { schema });
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client, { schema }), { migrationsFolder });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
  return { db, engine: "postgres", close: () => pool.end() };
}
