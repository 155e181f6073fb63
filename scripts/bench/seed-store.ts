import { sql, type SQL } from "drizzle-orm";
import type { Database, OpenDatabase } from "../../lib/server/db/database";
import { ensureHealth } from "../../lib/server/store/fence";

/** Rows written by one transaction. */
const CHUNK = 20_000;
/** How far apart jobs were submitted: 200,000 of them are the jobs of nine days. */
const APART_MS = 4_000;
const CONNECTIONS = ["lake", "dli-north", "datameer"];

/**
 * Fills a fresh database with jobs as three vendors leave them: one in nine active, 40 owners, 12 queues, each with a body
 * and two transitions. By SQL, since 200,000 readings one by one would take longer than all of the bench.
 */
export async function seedStore({ db, engine }: OpenDatabase, jobs: number): Promise<void> {
  const now = Date.now();
  const firstAt = now - jobs * APART_MS;
  const restoreIndexes = await dropIndexes(db);
  for (let from = 0; from < jobs; from += CHUNK) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(from + CHUNK, jobs) - 1}::int) as i`;
    await db.transaction(async (tx) => {
      await tx.execute(jobRows(numbers, firstAt));
      await tx.execute(bodyRows(from));
      await tx.execute(transitionRows(from));
    });
  }
  await restoreIndexes();
  await db.execute(sql`select setval('jobs_seq_seq', ${jobs}::int)`);
  await db.execute(sql`
    insert into job_counts (connection, vendor, kind, internal, state, n)
    select connection, vendor, kind, internal, state, count(*) from jobs group by 1, 2, 3, 4, 5`);
  for (const connection of CONNECTIONS) await ensureHealth(db, connection, now);
  // What autovacuum does on a server that has run for an hour; the embedded database has none.
  if (engine === "postgres") await db.execute(sql`analyze`);
}

/** An index made over all rows costs a fraction of one that is kept row by row. */
async function dropIndexes(db: Database): Promise<() => Promise<void>> {
  const { rows } = (await db.execute(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('jobs', 'transitions') and indexname not like '%_pkey'`)) as unknown as {
    rows: { name: string; definition: string }[];
  };
  for (const { name } of rows) await db.execute(sql.raw(`drop index "${name}"`));
  return async () => {
    for (const { definition } of rows) await db.execute(sql.raw(definition));
  };
}

/** States, owners and queues are drawn by remainders that share no factor. */
function jobRows(numbers: SQL, firstAt: number): SQL {
  return sql`
    insert into jobs (seq, connection, vendor, kind, id, attempt, name, state, reading_state, vendor_state, owner, queue,
      type, internal, submitted_at, started_at, ended_at, sort_at, duration_ms, row_count, error, allowed, search,
      first_seen_at, observed_at, reading_at, unconfirmed, hashes)
    select i + 1, connection, vendor, kind, id, 1, name, state, state, upper(state), owner, queue, type, i % 50 = 49, at,
      at + 2000, case when final then at + 2000 + life end, at, case when final then life end, to_jsonb(i * 7::bigint),
      error, '["cancel"]', concat_ws(chr(31), name, id, statement, coalesce(error, '')), at, at + 4000, at + 4000, false,
      '{"active": "0123456789012345678901"}'
    from (
      select i, connection, vendor, kind, state, 'owner-' || i % 40 as owner, 'queue-' || i % 12 as queue,
        md5('job ' || i)::uuid::text as id, 'nightly load ' || i || ' of owner-' || i % 40 as name,
        ${firstAt}::bigint + i * ${APART_MS}::bigint as at, 1000 + (i * 7919::bigint) % 600000 as life,
        (array['UI_RUN', 'JDBC', 'REST', 'FLIGHT'])[1 + i % 4] as type,
        state in ('succeeded', 'warning', 'failed', 'cancelled') as final,
        case when state = 'failed' then 'DATA_READ ERROR: part ' || i || ' of s3://lake/web cannot be read' end as error,
        'SELECT customer, sum(amount) FROM sales.orders_' || i % 997 || ' WHERE day >= date ''2024-01-01'' AND region = '''
          || (array['north', 'south', 'east', 'west'])[1 + i % 4] || ''' GROUP BY customer -- ' || md5(i::text) as statement
      from (
        select i, (array['queued', 'running', 'failed', 'cancelled', 'warning', 'succeeded'])[least(6, 1 + i % 17)] as state
        from ${numbers}
      ) as drawn
      join (values (0, 'lake', 'dremio', 'query'), (1, 'dli-north', 'huawei-dli', 'sql'),
        (2, 'datameer', 'datameer', 'execution')) as place (n, connection, vendor, kind)
        on n = case when i % 10 < 6 then 0 when i % 10 < 9 then 1 else 2 end
    ) as made order by i`;
}

function bodyRows(from: number): SQL {
  return sql`
    insert into job_bodies (job, details, raw, past_segments)
    select seq, jsonb_build_object('type', vendor || '/' || kind, 'id', id, 'sql', split_part(search, chr(31), 3)),
      jsonb_build_object('GET /job/' || id, jsonb_build_object('id', id, 'jobState', vendor_state, 'user', owner)), '[]'
    from jobs where seq > ${from}::int`;
}

function transitionRows(from: number): SQL {
  return sql`
    insert into transitions (job, attempt, from_vendor_state, vendor_state, state, at, earliest, certainty)
    select seq, 1, before, coalesce(word, vendor_state), coalesce(lower(word), state), sort_at + after, sort_at, 'observed'
    from jobs, (values (0, null, 'QUEUED'), (4000, 'QUEUED', null)) as step (after, before, word)
    where seq > ${from}::int order by seq, after`;
}
