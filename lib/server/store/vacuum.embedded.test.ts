import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { vacuumAll, vacuumDead } from "@/lib/server/store/vacuum";

let database: OpenDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.close());

async function answer<T>(statement: string): Promise<T> {
  const { rows } = (await database.db.execute(sql.raw(statement))) as unknown as { rows: T[] };
  return rows[0] as T;
}

async function addJobs(count: number): Promise<void> {
  await database.db.execute(sql`
    with job as (
      insert into jobs (connection, vendor, kind, id, attempt, name, state, reading_state, vendor_state, internal, sort_at,
        allowed, search, first_seen_at, observed_at, reading_at, unconfirmed, hashes)
      select 'lake', 'dremio', 'query', gen_random_uuid()::text, 1, 'job', 'succeeded', 'succeeded', 'COMPLETED', false, i,
        '[]', md5(i::text), i, i, i, false, '{}'
      from generate_series(1, ${count}::int) as i returning seq)
    insert into job_bodies (job, details, raw, past_segments)
    select seq, jsonb_build_object('text', repeat(md5(seq::text), 10)), '{}', '[]' from job`);
}

const removeAll = () => database.db.execute(sql`delete from jobs`);
const bytes = async () =>
  (
    await answer<{ n: number }>(
      "select (pg_total_relation_size('jobs') + pg_total_relation_size('job_bodies'))::float8 as n",
    )
  ).n;

describe("the embedded database's dead rows", () => {
  test("make room for new ones, however often everything is replaced", async () => {
    await addJobs(2_000);
    const once = await bytes();
    for (let round = 0; round < 4; round++) {
      await removeAll();
      expect(await vacuumDead(database.db, true)).toEqual(expect.arrayContaining(["jobs", "job_bodies"]));
      await addJobs(2_000);
    }
    expect(await bytes()).toBeLessThan(1.5 * once);
  });

  test("are left where they are few, and a large table waits for a quiet moment, but not for ever", async () => {
    await removeAll();
    await vacuumAll(database.db);
    await addJobs(1_000);
    expect(await vacuumDead(database.db, true)).not.toContain("jobs");
    await database.db.execute(sql`update jobs set name = 'another' where sort_at <= 400`);
    expect(await vacuumDead(database.db, false, 0)).not.toContain("jobs");
    expect(await vacuumDead(database.db, true, 0)).toContain("jobs");
    await database.db.execute(sql`update jobs set name = 'a third' where sort_at <= 700`);
    expect(await vacuumDead(database.db, false, 0)).toContain("jobs");
  });
});
