import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { refreshStatistics } from "@/lib/server/store/refresh-statistics";

let database: OpenDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.db.execute(sql`alter table jobs set (autovacuum_enabled = false)`);
});
afterEach(() => database.close());

async function addJobs(from: number, count: number): Promise<void> {
  await database.db.execute(sql`
    insert into jobs (connection, vendor, kind, id, attempt, name, state, reading_state, vendor_state, internal, sort_at,
      allowed, search, first_seen_at, observed_at, reading_at, unconfirmed, hashes)
    select case when i % 2 = 0 then 'lake' else 'mine' end, 'dremio', 'query', i::text, 1, 'job ' || i, 'succeeded',
      'succeeded', 'COMPLETED', false, i, '[]', 'nightly load ' || i, i, i, i, false, '{}'
    from generate_series(${from}::int, ${from + count - 1}::int) as i`);
  await database.db.execute(sql`
    insert into job_counts (connection, vendor, kind, internal, state, n)
    values ('lake', 'dremio', 'query', false, 'succeeded', ${count}::int)
    on conflict (connection, kind, internal, state) do update set n = job_counts.n + excluded.n`);
}

async function planOf(condition: string): Promise<string> {
  const { rows } = (await database.db.execute(
    sql.raw(`explain select seq from jobs where ${condition} order by sort_at desc, seq desc limit 101`),
  )) as unknown as { rows: { "QUERY PLAN": string }[] };
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

it("leaves a small table alone", async () => {
  await addJobs(0, 500);
  expect(await refreshStatistics(database.db)).toBe(false);
});

it("refreshes once, and again when the number of jobs has moved", async () => {
  await addJobs(0, 3_000);
  expect(await refreshStatistics(database.db)).toBe(true);
  expect(await refreshStatistics(database.db)).toBe(false);
  await addJobs(3_000, 300);
  expect(await refreshStatistics(database.db)).toBe(false);
  await addJobs(3_300, 600);
  expect(await refreshStatistics(database.db)).toBe(true);
});

it("knows a rare word for rare, so that a large table is not read job by job for it", async () => {
  await addJobs(0, 20_000);
  await refreshStatistics(database.db);
  const rows = /Scan on jobs .*?rows=(\d+)/.exec(await planOf("search ilike '%zqx%'"))?.[1];
  expect(Number(rows)).toBeLessThan(50);
});

it("lets a page of a common word follow the order of the list instead of sorting every job", async () => {
  await addJobs(0, 20_000);
  await refreshStatistics(database.db);
  for (const condition of ["search ilike '%nightly%'", "connection in ('lake', 'mine')"]) {
    const plan = await planOf(condition);
    expect(plan).toContain("jobs_sort");
    expect(plan).not.toContain("Sort Key");
  }
});
