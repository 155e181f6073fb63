import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rowsOf, TestSandbox } from "../testing";

const FINISHED = "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa";
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await TestSandbox.start({ jobs: { sql: 250, arrivals: false } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const list = async (query = "") => (await sandbox.get(`/v1.0/{p}/jobs${query}`)).body;
const status = async (id: string) => (await sandbox.get(`/v1.0/{p}/jobs/${id}/status`)).body;
const progress = async (id: string) => (await sandbox.get(`/v1/{p}/jobs/${id}/progress`)).body;

describe("list", () => {
  test("50 a page by default, 100 at most, newest first, and the count of all", async () => {
    const body = await list();
    expect(body.is_success).toBe(true);
    expect(body.job_count).toBe(250);
    const starts = rowsOf(body.jobs).map((row) => Number(row.start_time));
    expect(starts).toHaveLength(50);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(rowsOf((await list("?page-size=100&current-page=3")).jobs)).toHaveLength(50);
    for (const query of ["?page-size=101", "?page-size=0", "?current-page=101", "?order=name", "?job-status=DONE"]) {
      const answer = await sandbox.get(`/v1.0/{p}/jobs${query}`);
      expect([query, answer.status, answer.body.error_code]).toEqual([query, 400, "DLI.0001"]);
    }
  });

  test("every filter keeps what it names", async () => {
    const id = await sandbox.make("sql", "runs-forever", {
      owner: "bench",
      queue: "ml_queue",
      statement: "select count(*) from Needle",
      tags: [{ key: "env", value: "qa,1" }],
    });
    const ids = async (query: string) => rowsOf((await list(`?page-size=100&${query}`)).jobs).map((row) => row.job_id);
    expect(await ids("owner=bench")).toEqual([id]);
    expect(await ids("sql_pattern=needle")).toEqual([id]);
    expect(await ids(`job-id=${FINISHED}`)).toEqual([FINISHED]);
    expect(await ids("tags=env%3Dqa")).toEqual([id]);
    for (const row of rowsOf((await list("?page-size=100&job-status=FAILED")).jobs)) {
      expect(row.status).toBe("FAILED");
      expect(row.message).toMatch(/^DLI\.\d+: /);
    }
    for (const row of rowsOf((await list("?job_types=QUERY,INSERT&job-type=INSERT&queue_name=default")).jobs)) {
      expect([row.job_type, row.queue_name]).toEqual(["INSERT", "default"]);
    }
    const types = async (query: string) =>
      new Set(rowsOf((await list(`?${query}`)).jobs).map((row) => row.engine_type));
    expect(await types("engine-type=hetuEngine")).toEqual(new Set(["hetuEngine"]));
    expect(await types("engine_type=hetuEngine")).toEqual(new Set(["hetuEngine"]));
    // One that is still launching has no duration.
    const asc = rowsOf((await list("?order=duration_asc")).jobs).flatMap((row) =>
      row.duration === undefined ? [] : [Number(row.duration)],
    );
    expect(asc).toEqual([...asc].sort((a, b) => a - b));
  });

  test("the window's bounds are a switch", async () => {
    const at = 1509335108918;
    const hits = async () => [
      (await list(`?start=${at}&end=${at + 1}`)).job_count,
      (await list(`?start=${at - 1}&end=${at}`)).job_count,
    ];
    expect(await hits()).toEqual([1, 1]);
    await sandbox.turn("sqlRangeBounds", "()");
    expect(await hits()).toEqual([0, 0]);
    await sandbox.turn("sqlRangeBounds", "[)");
    expect(await hits()).toEqual([1, 0]);
    expect((await list("?start=0&end=0")).job_count).toBe(250);
  });

  test("rows and status each have fields that the other lacks", async () => {
    const [row] = rowsOf((await list("?job-status=FINISHED&job-type=QUERY&page-size=1")).jobs);
    expect(typeof row?.cpu_cost).toBe("string");
    expect(row).not.toHaveProperty("job_mode");
    const one = await status(String(row?.job_id));
    expect(one.job_mode).toBe("async");
    expect(one).not.toHaveProperty("end_time");
    expect(one).not.toHaveProperty("cpu_cost");
  });
});

test("a life: LAUNCHING, RUNNING, FINISHED, with progress 0 and 1 at its ends", async () => {
  const id = await sandbox.make("sql", "slow-run");
  expect(await progress(id)).toEqual({ is_success: true, message: "", job_id: id, status: "LAUNCHING", progress: 0 });
  await sandbox.step(6_000);
  expect((await status(id)).status).toBe("RUNNING");
  expect(await progress(id)).not.toHaveProperty("sub_jobs");
  await sandbox.step(600_000);
  expect(await status(id)).toMatchObject({ status: "FINISHED", duration: 605_000, is_success: true, message: "" });
  expect(await progress(id)).toEqual({ is_success: true, message: "", job_id: id, status: "FINISHED", progress: 1 });
});

test("subjobs: ids from 0, progress that starts again, skipped stages, retried and killed tasks", async () => {
  const id = await sandbox.make("sql", "subjobs", { count: 4, durationMs: 120_000 });
  const seen = new Map<number, { progress: number; sub: Record<string, unknown> }[]>();
  for (let at = 0; at < 118; at += 1) {
    await sandbox.step(1000);
    const body = await progress(id);
    if (body.sub_job_id === undefined) continue;
    const sub = rowsOf(body.sub_jobs).find((item) => item.id === body.sub_job_id);
    expect(sub).toMatchObject({ status: "RUNNING", job_group: id });
    if (sub)
      seen.set(Number(body.sub_job_id), [
        ...(seen.get(Number(body.sub_job_id)) ?? []),
        { progress: Number(body.progress), sub },
      ]);
  }
  expect([...seen.keys()]).toEqual([0, 1, 2, 3]);
  for (const frames of seen.values()) {
    expect(frames[0]?.progress).toBeLessThan(0.3);
    const figures = frames.map((frame) => frame.progress);
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
  }
  const last = (index: number) => seen.get(index)?.at(-1);
  expect(Number(last(1)?.sub.num_skipped_stages)).toBeGreaterThan(0);
  expect(Number(last(1)?.sub.num_skipped_tasks)).toBeGreaterThan(0);
  expect(last(1)?.progress).toBeLessThan(0.95);
  const ended = rowsOf((await progress(id)).sub_jobs);
  expect(ended[2]).toMatchObject({ status: "SUCCEEDED", num_active_tasks: 0 });
  expect(Number(ended[2]?.num_completed_tasks)).toBeGreaterThan(Number(ended[2]?.num_tasks));
  expect(Object.keys(ended[2]?.killed_tasks_summary as object)).toContain("another attempt succeeded");
  expect(ended[2]?.completion_time).toMatch(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d CST \d{4}$/);
  await sandbox.turn("subJobsKeepEnded", false);
  expect(rowsOf((await progress(id)).sub_jobs)).toHaveLength(1);
});

test("a job that fails shows its last subjob FAILED short of all its tasks, then no subjobs", async () => {
  const id = await sandbox.make("sql", "fails");
  await sandbox.step(10_000);
  const last = rowsOf((await progress(id)).sub_jobs).at(-1);
  expect(last).toMatchObject({ status: "FAILED", num_failed_stages: 1 });
  expect(Number(last?.num_completed_tasks)).toBeLessThan(Number(last?.num_tasks));
  await sandbox.step(2_000);
  expect(await progress(id)).not.toHaveProperty("sub_jobs");
});

test("200 subjobs side by side", async () => {
  const id = await sandbox.make("sql", "many-subjobs", { ageMs: 60_000 });
  expect(rowsOf((await progress(id)).sub_jobs)).toHaveLength(200);
});

test("subjob dates by zone", async () => {
  const date = async () =>
    rowsOf((await progress("85798b38-ae44-48eb-bb90-7cf0dcdafe7b")).sub_jobs)[0]?.submission_time;
  const texts: Record<string, unknown> = {};
  for (const zone of ["CST", "SGT", "HKT", "UTC", "CEST"] as const) {
    await sandbox.turn("dateZone", zone);
    texts[zone] = await date();
  }
  expect(texts).toEqual({
    CST: "Mon Jul 27 17:24:03 CST 2020",
    SGT: "Mon Jul 27 17:24:03 SGT 2020",
    HKT: "Mon Jul 27 17:24:03 HKT 2020",
    UTC: "Mon Jul 27 09:24:03 UTC 2020",
    CEST: "Mon Jul 27 11:24:03 CEST 2020",
  });
});

test("progress lives under /v1/ alone, and its DLI.0999 is no state", async () => {
  const wrong = await sandbox.get(`/v1.0/{p}/jobs/${FINISHED}/progress`);
  expect([wrong.status, wrong.body.error_code]).toEqual([404, "APIGW.0101"]);
  const id = await sandbox.make("sql", "no-progress");
  const answer = await sandbox.get(`/v1/{p}/jobs/${id}/progress`);
  expect([answer.status, answer.body.error_code]).toEqual([400, "DLI.0999"]);
  expect((await status(id)).status).toBe("RUNNING");
});

describe("cancel", () => {
  const cancel = (id: string) => sandbox.delete(`/v1.0/{p}/jobs/${id}`);

  test("is accepted first and takes effect later", async () => {
    const id = await sandbox.make("sql", "runs-forever");
    expect((await cancel(id)).body).toEqual({ is_success: true, message: "" });
    expect((await status(id)).status).toBe("RUNNING");
    await sandbox.step(10_000);
    expect(await status(id)).toMatchObject({ status: "CANCELLED", message: "The job was canceled by user jobwatch." });
  });

  test("may be overtaken, refused, denied or ignored", async () => {
    const overtaken = await sandbox.make("sql", "finishes-before-cancel");
    const ignored = await sandbox.make("sql", "cancel-ignored");
    expect((await cancel(overtaken)).status).toBe(200);
    expect((await cancel(ignored)).status).toBe(200);
    await sandbox.step(10_000);
    expect((await status(overtaken)).status).toBe("FINISHED");
    expect((await status(ignored)).status).toBe("RUNNING");
    expect((await cancel(await sandbox.make("sql", "cancel-refused"))).body.error_code).toBe("DLI.0007");
    expect((await cancel(await sandbox.make("sql", "cancel-denied"))).body.error_code).toBe("DLI.0003");
    const scaling = await sandbox.make("sql", "scaling", { ageMs: 10_000 });
    expect((await status(scaling)).status).toBe("SCALING");
    expect((await cancel(scaling)).body.error_code).toBe("DLI.0007");
  });

  test("of a finished job answers as the switch says", async () => {
    const answers: unknown[] = [];
    for (const setting of ["DLI.0007", "DLI.0023", "200-true", "200-false"] as const) {
      await sandbox.turn("cancelFinished", setting);
      const answer = await cancel(FINISHED);
      answers.push([answer.status, answer.body.error_code ?? answer.body.is_success]);
    }
    expect(answers).toEqual([
      [400, "DLI.0007"],
      [404, "DLI.0023"],
      [200, true],
      [200, false],
    ]);
    expect((await status(FINISHED)).status).toBe("FINISHED");
  });
});

test("failed jobs say why in message, as text or JSON", async () => {
  const id = await sandbox.make("sql", "fails", { message: "DLI.0004: mismatched input 'FORM'" });
  await sandbox.step(11_001);
  expect(await status(id)).toMatchObject({
    is_success: true,
    status: "FAILED",
    message: "DLI.0004: mismatched input 'FORM'",
  });
  await sandbox.turn("sqlMessage", "json");
  expect(JSON.parse(String((await status(id)).message))).toEqual({
    error_code: "DLI.0004",
    error_msg: "mismatched input 'FORM'",
  });
});

test("preview: rows by the schema, QUERY only, until the result expires", async () => {
  const body = (await sandbox.get(`/v1.0/{p}/jobs/${FINISHED}/preview?page-size=3`)).body;
  expect(body).toMatchObject({ row_count: 3, schema: [{ id: "int" }, { name: "string" }], job_type: "QUERY" });
  expect(rowsOf(body.rows)[2]).toEqual([3, "name-3"]);
  const id = await sandbox.make("sql", "nested-columns", { ageMs: 5000 });
  expect((await sandbox.get(`/v1.0/{p}/jobs/${id}/preview`)).status).toBe(200);
  await sandbox.step(86_400_000);
  expect((await sandbox.get(`/v1.0/{p}/jobs/${id}/preview`)).body.error_code).toBe("DLI.0100");
  const running = await sandbox.make("sql", "runs-forever");
  expect((await sandbox.get(`/v1.0/{p}/jobs/${running}/preview`)).body.error_code).toBe("DLI.0007");
});

test("submit-job makes a job of the caller; a queue that is not there is refused", async () => {
  const made = await sandbox.post("/v1.0/{p}/jobs/submit-job", {
    sql: "select 1",
    queue_name: "bi_queue",
    conf: ["a.b = 1"],
  });
  expect(made.body).toMatchObject({ is_success: true, job_type: "QUERY", job_mode: "async" });
  expect(await status(String(made.body.job_id))).toMatchObject({
    owner: "jobwatch",
    statement: "select 1",
    user_conf: '{"a.b":"1"}',
  });
  const refused = await sandbox.post("/v1.0/{p}/jobs/submit-job", { sql: "select 1", queue_name: "testqueue" });
  expect(refused.body).toEqual({ error_code: "DLI.0002", error_msg: "There is no queue named testqueue" });
});

test("an unknown id, a purged job", async () => {
  const id = await sandbox.make("sql", "runs-forever");
  await sandbox.delete(`/__sandbox/jobs/sql/${id}`);
  const gone = await sandbox.get(`/v1.0/{p}/jobs/${id}/status`);
  expect([gone.status, gone.body.error_code]).toEqual([400, "DLI.0002"]);
  expect((await sandbox.post("/__sandbox/jobs", { kind: "sql", scenario: "no-such" })).status).toBe(400);
});
