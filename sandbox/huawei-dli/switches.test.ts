import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DLI_SWITCHES, type DliSwitches } from "./switches";
import { rowsOf, TestSandbox, type Answer } from "./testing";

let sandbox: TestSandbox;
let ids: { sql: string; failed: string; flink: string; batch: string };
beforeAll(async () => {
  sandbox = await TestSandbox.start({ jobs: { sql: 60, arrivals: false } });
});
beforeEach(async () => {
  await sandbox.reset();
  ids = {
    sql: await sandbox.make("sql", "subjobs", { ageMs: 30_000 }),
    failed: await sandbox.make("sql", "fails", { ageMs: 20_000 }),
    flink: await sandbox.make("flink", "running"),
    batch: await sandbox.make("spark-batch", "slow-run", { ageMs: 60_000 }),
  };
});
afterAll(() => sandbox.close());

function reads(): Promise<Answer>[] {
  return [
    "/v1.0/{p}/jobs?page-size=100",
    `/v1.0/{p}/jobs/${ids.sql}/status`,
    `/v1.0/{p}/jobs/${ids.failed}/status`,
    `/v1/{p}/jobs/${ids.sql}/progress`,
    "/v1.0/{p}/streaming/jobs?limit=100",
    "/v1.0/{p}/streaming/jobs?limit=100&show_detail=true",
    `/v1.0/{p}/streaming/jobs/${ids.flink}`,
    `/v1.0/{p}/streaming/jobs/${ids.flink}/execute-graph`,
    "/v2.0/{p}/batches",
    `/v2.0/{p}/batches/${ids.batch}/state`,
  ].map((path) => sandbox.get(path));
}

const settings = Object.entries(DLI_SWITCHES).flatMap(([name, spec]) =>
  spec.values.map((value) => ({ name, value, failing: (spec.failing as readonly unknown[]).includes(value) })),
);

test("each default is one of the values, each name is the control door's", async () => {
  const { switches } = (await sandbox.get("/__sandbox/fault")).body;
  expect(Object.keys(switches as object).sort()).toEqual(Object.keys(DLI_SWITCHES).sort());
  for (const [name, spec] of Object.entries(DLI_SWITCHES)) expect([name, spec.values[0]]).toEqual([name, spec.default]);
});

test.each(settings.filter(({ failing }) => !failing))("$name = $value answers every read", async ({ name, value }) => {
  await sandbox.control("fault", { switch: name, value });
  for (const answer of await Promise.all(reads())) expect(answer.status).toBe(200);
});

test.each(["429", "500", "502", "503", "504"] as const)("gatewayFailure = %s", async (value) => {
  await sandbox.turn("gatewayFailure", value);
  for (const answer of await Promise.all(reads())) expect(answer.status).toBe(Number(value));
});

describe("what a switch changes", () => {
  const flinkRow = async (query = "") => {
    const { body } = await sandbox.get(`/v1.0/{p}/streaming/jobs?limit=100${query}`);
    const rows = rowsOf((body.job_list as Record<string, unknown>).jobs);
    return { success: body.is_success, row: rows.find((row) => row.job_id === Number(ids.flink)) ?? {} };
  };
  const detail = async (id: string | number = ids.flink) =>
    (await sandbox.get(`/v1.0/{p}/streaming/jobs/${id}`)).body.job_detail as Record<string, unknown> & {
      job_config: Record<string, unknown>;
    };
  const status = async (id = ids.sql) => (await sandbox.get(`/v1.0/{p}/jobs/${id}/status`)).body;
  const turn = <K extends keyof DliSwitches>(name: K, value: DliSwitches[K]) => sandbox.turn(name, value);

  test("isSuccess", async () => {
    const types = async () => [(await status()).is_success, (await flinkRow()).success];
    expect(await types()).toEqual([true, "true"]);
    await turn("isSuccess", "boolean");
    expect(await types()).toEqual([true, true]);
    await turn("isSuccess", "string");
    expect(await types()).toEqual(["true", "true"]);
    await turn("isSuccess", "capitalised-string");
    expect(await types()).toEqual(["True", "True"]);
  });

  test("emptyValues", async () => {
    await turn("emptyValues", "null");
    expect(await status("208b08d4-0dc2-4dd7-8879-ddd4c020d7aa")).toMatchObject({ tags: null, message: null });
    await turn("emptyValues", "empty-string");
    expect((await detail(104)).job_config).toMatchObject({ smn_topic: "", executor_number: null });
    await turn("emptyValues", "missing");
    expect(await detail(104)).not.toHaveProperty("start_time");
  });

  test("jsonStrings and the contents of JSON in strings", async () => {
    await turn("operatorConfig", "operator-list");
    await turn("executionGraph", "simple-graph");
    const whole = await detail();
    expect(JSON.parse(String(whole.job_config.operator_config))).toHaveProperty("operator_list");
    expect(JSON.parse(String(whole.execution_graph))).toHaveProperty("nodes");
    await turn("jsonStrings", "truncated");
    const cut = await detail();
    expect(() => JSON.parse(String(cut.execution_graph))).toThrow();
    expect(() => JSON.parse(String(cut.job_config.operator_config))).toThrow();
  });

  test("unknown words", async () => {
    await turn("sqlExtraStatus", "COMPUTED");
    await turn("flinkExtraStatus", "job_scaling");
    await turn("batchExtraState", "preempted");
    const batch = (await sandbox.get(`/v2.0/{p}/batches/${ids.batch}/state`)).body.state;
    expect([(await status()).status, (await detail()).status, batch]).toEqual(["COMPUTED", "job_scaling", "preempted"]);
  });

  test("the list row's user", async () => {
    await turn("flinkUserField", "username");
    const { row } = await flinkRow();
    expect(row).toHaveProperty("username");
    expect(row).not.toHaveProperty("user_name");
    await turn("flinkListShape", "swapped");
    expect((await flinkRow()).row).toHaveProperty("job_config");
    expect((await flinkRow("&show_detail=true")).row).toHaveProperty("duration");
  });

  test("progress: errors, ids, fields, what an ended job says", async () => {
    const read = (id = ids.sql) => sandbox.get(`/v1/{p}/jobs/${id}/progress`);
    await turn("subJobIdsFrom", 17);
    await turn("subJobFields", "old-spark");
    const { body } = await read();
    expect(rowsOf(body.sub_jobs)[0]).toMatchObject({ id: 17 });
    expect(rowsOf(body.sub_jobs)[0]).not.toHaveProperty("num_killed_tasks");
    await turn("progressErrors", 1);
    expect((await read()).body.error_code).toBe("DLI.0999");
    await turn("progressErrors", 0);
    await turn("progressOfEnded", "missing");
    expect((await read(ids.failed)).body).not.toHaveProperty("progress");
    await turn("progressOfEnded", "one");
    expect((await read(ids.failed)).body.progress).toBe(1);
  });

  test("a switch that is not there is refused, and clearing turns all back", async () => {
    expect((await sandbox.post("/__sandbox/fault", { switch: "nope", value: 1 })).status).toBe(400);
    await turn("flinkNotFound", "DLI.0023");
    expect((await sandbox.get("/v1.0/{p}/streaming/jobs/1")).status).toBe(404);
    await sandbox.delete("/__sandbox/fault");
    expect((await sandbox.get("/v1.0/{p}/streaming/jobs/1")).status).toBe(400);
  });
});
