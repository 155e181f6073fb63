import { afterEach, expect, test } from "vitest";
import { rowsOf, TestSandbox } from "./testing";

let sandbox: TestSandbox | null = null;
afterEach(async () => {
  await sandbox?.close();
  sandbox = null;
});

const alive = (rows: Record<string, unknown>[]) =>
  rows.filter((row) =>
    ["LAUNCHING", "RUNNING", "SCALING", "starting", "running", "recovering"].includes(String(row.status ?? row.state)),
  );

async function lists(of: TestSandbox) {
  const sql = (await of.get("/v1.0/{p}/jobs?page-size=100")).body;
  const batches = (await of.get("/v2.0/{p}/batches")).body;
  return { sql: rowsOf(sql.jobs), count: Number(sql.job_count), batches: rowsOf(batches.sessions) };
}

test("about fifteen SQL jobs and ten batches are alive, now and an hour later", async () => {
  sandbox = await TestSandbox.start();
  const first = await lists(sandbox);
  await sandbox.step(3_600_000);
  const later = await lists(sandbox);
  for (const { sql, batches } of [first, later]) {
    expect(alive(sql).length).toBeGreaterThanOrEqual(8);
    expect(alive(sql).length).toBeLessThanOrEqual(25);
    expect(alive(batches).length).toBeGreaterThanOrEqual(5);
    expect(alive(batches).length).toBeLessThanOrEqual(18);
  }
  expect(first.count).toBe(320);
  expect(later.count).toBeGreaterThan(440);
  const ids = new Set(first.sql.map((row) => row.job_id));
  expect(alive(later.sql).some((row) => ids.has(row.job_id))).toBe(false);
});

test("a frozen clock gives the same answers twice, whatever is asked in between", async () => {
  sandbox = await TestSandbox.start();
  const before = await lists(sandbox);
  for (const row of alive(before.sql)) await sandbox.get(`/v1/{p}/jobs/${String(row.job_id)}/progress`);
  expect(await lists(sandbox)).toEqual(before);
});

test("the same seed gives the same world", async () => {
  const names = async (seed: number) => {
    const one = await TestSandbox.start({ seed, jobs: { sql: 40, arrivals: false } });
    const { sql } = await lists(one);
    await one.close();
    return sql.map((row) => row.job_id);
  };
  expect(await names(7)).toEqual(await names(7));
  expect(await names(7)).not.toEqual(await names(8));
});

test("1,000 SQL and 200 Flink jobs, exactly, and they stay that many", async () => {
  sandbox = await TestSandbox.start({ jobs: { sql: 1000, flink: 200, arrivals: false } });
  await sandbox.step(600_000);
  expect((await lists(sandbox)).count).toBe(1000);
  const { body } = await sandbox.get("/v1.0/{p}/streaming/jobs?limit=100&offset=100");
  const list = body.job_list as { total_count: number; jobs: unknown[] };
  expect([list.total_count, list.jobs.length]).toEqual([200, 100]);
});

test("rows beyond 10,000 are reached by a window of time only", async () => {
  sandbox = await TestSandbox.start({ jobs: { sql: 10_050, flink: 2, sparkBatch: 0, arrivals: false } });
  const last = (await sandbox.get("/v1.0/{p}/jobs?page-size=100&current-page=100")).body;
  expect([last.job_count, rowsOf(last.jobs).length]).toEqual([10_050, 100]);
  expect((await sandbox.get("/v1.0/{p}/jobs?page-size=100&current-page=101")).body.error_code).toBe("DLI.0001");
  const oldest = Number(rowsOf(last.jobs).at(-1)?.start_time);
  expect((await sandbox.get(`/v1.0/{p}/jobs?end=${oldest - 1}`)).body.job_count).toBe(50);
});
