import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "../../lib/server/db/database";
import { schemaVersion } from "./schema-version";
import { COUNTED, FROM_MIGRATIONS, TABLES, type TableName } from "./tables";

/** The file cannot be taken over, or the database is not empty; nothing was written. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

const Head = z.object({ format: z.literal("jobwatch-data"), schema: z.string() });
const End = z.object({ end: z.literal(true), rows: z.number() });
const ROW = /^\{"table":"([a-z_]+)","row":(\{.*\})\}$/s;
const NAMES: ReadonlySet<string> = new Set(TABLES.map(([table]) => table));
/** One statement's rows: a few megabytes at most, since single bodies can be large. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 4_000_000;

/**
 * Brings what `exportData` wrote into a database that holds nothing yet, in one transaction: all of it or none.
 * @returns how many rows were read
 * @throws ImportError
 */
export async function importData(db: Database, lines: AsyncIterable<string>): Promise<number> {
  return db.transaction(async (tx) => {
    await refuseFull(tx);
    const batch = new Batch(tx);
    let count = 0;
    let place: "head" | "rows" | "done" = "head";
    for await (const line of lines) {
      if (line === "") continue;
      if (place === "done") throw new ImportError("The file goes on after its end.");
      if (place === "head") {
        checkHead(line);
        place = "rows";
        continue;
      }
      const [, table = "", row = ""] = ROW.exec(line) ?? [];
      if (NAMES.has(table)) {
        await batch.add(table as TableName, row);
        count += 1;
        continue;
      }
      const end = End.safeParse(parsed(line));
      if (!end.success) throw new ImportError(`Row ${count + 1} of the file is no row: ${line.slice(0, 80)}`);
      if (end.data.rows !== count) throw new ImportError(`The file has ${count} rows, its end says ${end.data.rows}.`);
      place = "done";
    }
    if (place !== "done") throw new ImportError("The file has no end: it was cut short.");
    await batch.flush();
    await countOn(tx);
    // Whoever held the connections does not hold them here.
    await tx.execute(sql`update connection_health set owner = null, lease_until = 0`);
    return count;
  });
}

function checkHead(line: string): void {
  const head = Head.safeParse(parsed(line));
  if (!head.success) throw new ImportError("This is no file of data:export.");
  const ours = schemaVersion();
  if (head.data.schema === ours) return;
  throw new ImportError(
    `The file's schema is ${head.data.schema}, this version's is ${ours}: export and import with the same version.`,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function refuseFull(tx: Transaction): Promise<void> {
  for (const [table] of TABLES) {
    if (FROM_MIGRATIONS.has(table)) {
      await tx.execute(sql.raw(`delete from ${table}`));
      continue;
    }
    const { rows } = (await tx.execute(sql.raw(`select 1 from ${table} limit 1`))) as unknown as { rows: unknown[] };
    if (rows.length > 0) {
      throw new ImportError(`The database holds ${table} already: data goes only into one that nobody has used yet.`);
    }
  }
}

/** Without it the next job would be given a number that an imported one has. */
async function countOn(tx: Transaction): Promise<void> {
  for (const table of COUNTED) {
    await tx.execute(
      sql.raw(
        `select setval(pg_get_serial_sequence('${table}', 'seq'), greatest((select max(seq) from ${table}), 1),
           exists (select 1 from ${table}))`,
      ),
    );
  }
}

/** Rows of one table on their way into it. */
class Batch {
  private table: TableName | null = null;
  private rows: string[] = [];
  private characters = 0;

  constructor(private readonly tx: Transaction) {}

  async add(table: TableName, row: string): Promise<void> {
    const full = this.rows.length >= MOST_ROWS || this.characters + row.length > MOST_CHARACTERS;
    if (table !== this.table || full) await this.flush();
    this.table = table;
    this.rows.push(row);
    this.characters += row.length;
  }

  async flush(): Promise<void> {
    if (this.table === null || this.rows.length === 0) return;
    const table = sql.raw(this.table);
    const json = `[${this.rows.join(",")}]`;
    try {
      await this.tx.execute(
        sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`,
      );
    } catch (error) {
      // The query's own error repeats its rows, and there are hashes and sealed secrets among them.
      const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
      throw new ImportError(`The database does not take these ${this.table}: ${why}`);
    }
    this.rows = [];
    this.characters = 0;
  }
}
