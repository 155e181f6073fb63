import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "@/lib/server/db/database";

/** As autovacuum: this many dead rows and this share of the live ones. */
const FEWEST = 50;
const SHARE = 0.2;
/** A table of this size, indexes included, takes long enough to be felt: it waits for a quiet moment. */
const LARGE_BYTES = 32 * 1024 * 1024;
/** But not for ever: its dead rows would take as much disk as the live ones. */
const SHARE_AT_WORK = 0.5;

/**
 * Gives the space of dead rows free for new ones, table by table. A PostgreSQL server does that by itself (autovacuum); the
 * embedded database never does, and grows with every change.
 * @param quiet nobody waits for an answer: large tables may be done too
 * @param large bytes from which a table is large
 * @returns the tables that were done
 */
export async function vacuumDead(db: Database, quiet: boolean, large = LARGE_BYTES): Promise<string[]> {
  await countDead(db);
  const { rows } = (await db.execute(sql`
    select s.relname as name, s.n_dead_tup::float8 as dead, greatest(s.n_live_tup, c.reltuples, 0)::float8 as live,
      pg_total_relation_size(s.relid)::float8 as bytes
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = 'public' and s.n_dead_tup > ${FEWEST}
    order by bytes`)) as unknown as { rows: { name: string; dead: number; live: number; bytes: number }[] };
  const due = rows.filter(({ dead, live, bytes }) => {
    const share = quiet || bytes < large ? SHARE : SHARE_AT_WORK;
    return dead > FEWEST + share * live;
  });
  for (const { name } of due) await vacuum(db, name);
  return due.map(({ name }) => name);
}

/** Every table, whatever is known of it: the embedded database forgets its counts of dead rows when it is closed. */
export async function vacuumAll(db: Database): Promise<void> {
  await countDead(db);
  const { rows } = (await db.execute(sql`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`)) as unknown as {
    rows: { name: string }[];
  };
  for (const { name } of rows) await vacuum(db, name);
}

/**
 * Its one session reports what it changed only now and then, unless told; reported after a vacuum, rows that are gone by
 * then would count as dead.
 */
const countDead = (db: Database) => db.execute(sql`select pg_stat_force_next_flush()`);

async function vacuum(db: Database, table: string): Promise<void> {
  await db.execute(sql`vacuum ${sql.identifier(table)}`);
  // Each is one piece of work on the event loop: whoever asked meanwhile comes first.
  await breathe();
}
