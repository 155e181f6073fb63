import { sql } from "drizzle-orm";
import type { Database } from "../../lib/server/db/database";
import { schemaVersion } from "./schema-version";
import { TABLES } from "./tables";

/** Rows that are in memory at once. */
const CHUNK = 500;

/**
 * The whole record as lines of JSON, of one moment: a head, `{"table":…,"row":…}` for each row with its columns' names,
 * and an end that counts them. The database itself writes the rows' JSON, so that no digit passes through JavaScript.
 * @returns how many rows were written
 */
export async function exportData(db: Database, write: (line: string) => Promise<void>): Promise<number> {
  await write(JSON.stringify({ format: "jobwatch-data", schema: schemaVersion(), at: new Date().toISOString() }));
  let count = 0;
  await db.transaction(
    async (tx) => {
      for (const [table, key] of TABLES) {
        const rows = sql.raw(`select to_jsonb(t)::text as line from ${table} t order by ${key}`);
        await tx.execute(sql`declare exported no scroll cursor for ${rows}`);
        for (;;) {
          const chunk = await tx.execute(sql.raw(`fetch ${CHUNK} from exported`));
          const { rows: lines } = chunk as unknown as { rows: { line: string }[] };
          for (const { line } of lines) await write(`{"table":"${table}","row":${line}}`);
          count += lines.length;
          if (lines.length < CHUNK) break;
        }
        await tx.execute(sql`close exported`);
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  await write(JSON.stringify({ end: true, rows: count }));
  return count;
}
