import { sql, type SQL } from "drizzle-orm";
import type { OpenDatabase } from "../../lib/server/db/database";
import { ensureHealth } from "../../lib/server/store/fence";

/** Rows written by one transaction. */
const CHUNK = 20_000;

/**
 * Fills a fresh database with jobs as three vendors leave them: 4 seconds apart, one in ten active, 40 owners, 12 queues,
 * each with a body and two transitions. By SQL, since 200,000 readings one by one would take longer than the whole bench.
 */
export async function seedStore({ db, engine }: OpenDatabase, jobs: number): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < jobs; from += CHUNK) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(from + CHUNK, jobs) - 1}::int) as i`;
    await db.transaction(async (tx) => {
      await tx.execute(jobRows(numbers, jobs, now));
      await tx.execute(bodyRows(numbers));
      await tx.execute(transitionRows(numbers, jobs, now));
    });
  }
  await db.execute(sql`select setval('jobs_seq_seq', ${jobs}::int)`);
  await db.execute(sql`
    insert into job_counts (connection, vendor, kind, internal, state, n)
    select connection, vendor, kind, internal, state, count(*) from jobs group by 1, 2, 3, 4, 5`);
  for (const { connection } of PLACES) await ensureHealth(db, connection, now);
  // What autovacuum does on a server that has run for an hour; the embedded database has none.
  if (engine === "postgres") await db.execute(sql`analyze`);
}

/** Where jobs come from, of ten: six of Dremio, three of DLI, one of Datameer. */
const PLACES = [
  { connection: "lake", vendor: "dremio", kind: "query" },
  { connection: "dli-north", vendor: "huawei-dli", kind: "sql" },
  { connection: "datameer", vendor: "datameer", kind: "execution" },
];

/** Names of jobs differ by their number, states and owners by remainders that share no factor. */
function jobRows(numbers: SQL, jobs: number, now: number): SQL {
  return sql`
    insert into jobs (seq, connection, vendor, kind, id, attempt, name, state, reading_state, vendor_state, owner, queue,
      type, internal, submitted_at, started_at, ended_at, sort_at, duration_ms, row_count, error, allowed, search,
      first_seen_at, observed_at, reading_at, unconfirmed, hashes)
    select i + 1, connection, vendor, kind, id, 1, name, state, state, upper(state), owner, queue,
      (array['UI_RUN', 'JDBC', 'REST', 'FLIGHT'])[1 + i % 4], i % 50 = 49, at, at + 2000,
      case when final then at + 2000 + life end, at, case when final then life end, to_jsonb(i * 7), error,
      '["cancel"]'::jsonb, concat_ws(chr(31), name, id, text, coalesce(error, '')), at, at + 4000, at + 4000, false,
      '{"active": "0123456789012345678901"}'::jsonb
    from (
      select i, place[1] as connection, place[2] as vendor, place[3] as kind, state, life, at,
        md5('job ' || i)::uuid::text as id, 'nightly load ' || i || ' of ' || owner as name, owner,
        'queue-' || i % 12 as queue, state in ('succeeded', 'warning', 'failed', 'cancelled') as final,
        case when state = 'failed' then 'DATA_READ ERROR: part ' || i || ' of s3://lake/web cannot be read' end as error,
        'SELECT customer, sum(amount) FROM sales.orders_' || i % 997 || ' WHERE day >= ''2024-01-01'' AND region = '''
          || (array['north', 'south', 'east', 'west'])[1 + i % 4] || ''' GROUP BY customer -- ' || md5(i::text) as text
      from (
        select i, 'owner-' || i % 40 as owner, ${now}::bigint - (${jobs}::int - i) * 4000::bigint as at,
          1000 + (i * 7919::bigint) % 600000 as life,
          (array[${sql.join(
            PLACES.map(({ connection, vendor, kind }) => sql`array[${connection}, ${vendor}, ${kind}]`),
            sql`, `,
          )}]::text[])[1 + case when i % 10 < 6 then 0 when i % 10 < 9 then 1 else 2 end : 1 + case when i % 10 < 6 then 0 when i % 10 < 9 then 1 else 2 end][1:3] as slice,
          (array['queued', 'running', 'failed', 'cancelled', 'warning', 'failed', 'succeeded'])[least(7, 1 + i % 17)] as state
        from ${numbers}
      ) as drawn
    ) as made`;
}
