import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rowsOf, TestSandbox } from "../testing";
import { FLINK_STATUSES } from "./flink-job";

const JOBS = "/v1.0/{p}/streaming/jobs";
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await TestSandbox.start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function list(query = "") {
  const { body } = await sandbox.get(JOBS + query);
  const { total_count: total, jobs } = body.job_list as { total_count: number; jobs: Record<string, unknown>[] };
  return { total, jobs, success: body.is_success };
}
const detail = async (id: string | number) =>
  (await sandbox.get(`${JOBS}/${id}`)).body.job_detail as Record<string, unknown> & {
    job_config: Record<string, unknown>;
  };
const stop = (ids: (string | number)[], withSavepoint = false) =>
  sandbox.post(`${JOBS}/stop`, { job_ids: ids.map(Number), trigger_savepoint: withSavepoint });
const run = (ids: (string | number)[], resume = false) =>
  sandbox.post(`${JOBS}/run`, { job_ids: ids.map(Number), resume_savepoint: resume });

describe("list", () => {
  test("ten by default, a hundred at most, is_success a string, all 14 states at the start", async () => {
    const first = await list();
    expect([first.success, first.jobs.length, first.total]).toEqual(["true", 10, 27]);
    const all = await list("?limit=100");
    expect(new Set(all.jobs.map((job) => job.status))).toEqual(new Set(FLINK_STATUSES));
    expect((await list("?limit=10&offset=20")).jobs).toHaveLength(7);
    expect((await sandbox.get(`${JOBS}?limit=101`)).body.error_code).toBe("DLI.0001");
    for (const status of FLINK_STATUSES) {
      for (const job of (await list(`?status=${status}&limit=100`)).jobs) expect(job.status).toBe(status);
    }
  });

  test("both shapes, and 0 for what never started", async () => {
    const plain = (await list("?name=jptest")).jobs[0];
    expect(plain).toMatchObject({ job_id: 104, user_name: "test", root_id: -1, duration: 0, start_time: 0 });
    expect(plain).not.toHaveProperty("job_config");
    const full = (await list("?name=jptest&show_detail=true")).jobs[0];
    expect(full).toMatchObject({ job_id: 104, job_config: { cu_number: 2 }, user_id: expect.any(String) });
    expect(full).not.toHaveProperty("user_name");
    expect(full).not.toHaveProperty("duration");
  });

  test("edge children only with their root", async () => {
    const { jobs, total } = await list("?limit=100&job_type=flink_sql_edge_job");
    expect(total).toBe(2);
    const roots = await Promise.all(jobs.map((job) => list(`?root_job_id=${String(job.job_id)}`)));
    expect(roots.map((root) => root.total).sort()).toEqual([0, 2]);
  });
});

test("a definition of the world's own has every field of the documents' tables", async () => {
  const { job_config: config, ...job } = await detail(90701);
  const fields = `job_id name desc job_type status status_desc create_time start_time user_id queue_name project_id sql_body
    savepoint_path run_mode main_class entrypoint_args execution_graph update_time graph_editor_enabled has_savepoint
    edge_group_ids restart_times`;
  expect(Object.keys(job).sort()).toEqual(fields.split(/\s+/).sort());
  const settings = `checkpoint_enabled checkpoint_interval checkpoint_mode log_enabled obs_bucket root_id edge_group_ids
    manager_cu_number graph_editor_enabled graph_editor_data executor_number executor_cu_number cu_number parallel_number
    smn_topic restart_when_exception resume_checkpoint resume_max_num checkpoint_path idle_state_retention config_url
    udf_jar_url dirty_data_strategy entrypoint dependency_jars dependency_files tm_cus tm_slot_num image feature
    flink_version operator_config static_estimator_config runtime_config real_cu_number`;
  expect(Object.keys(config)).toEqual(expect.arrayContaining(settings.split(/\s+/)));
});

describe("stop", () => {
  test("one element for two jobs, and both end stopped", async () => {
    const ids = [await sandbox.make("flink", "running"), await sandbox.make("flink", "running")];
    expect((await stop(ids)).body).toEqual([
      { is_success: "true", message: "The request for stopping DLI jobs is delivered successfully." },
    ]);
    expect((await detail(ids[0] ?? "")).status).toBe("job_canceling");
    await sandbox.step(10_000);
    for (const id of ids) expect((await detail(id)).status).toBe("job_cancel_success");
  });

  test("with a savepoint it is written first and its path kept", async () => {
    const id = await sandbox.make("flink", "savepoint-stop");
    await stop([id], true);
    const seen: unknown[] = [];
    for (let n = 0; n < 10; n++) {
      seen.push((await detail(id)).status);
      await sandbox.step(1000);
    }
    expect([...new Set(seen)]).toEqual(["job_savepointing", "job_canceling", "job_cancel_success"]);
    expect(await detail(id)).toMatchObject({
      has_savepoint: true,
      savepoint_path: expect.stringMatching(
        new RegExp(`jobs/savepoint/${id}/\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d/$`),
      ),
    });
  });

  test("may fail, by scenario and by switch", async () => {
    const byScenario = await sandbox.make("flink", "stop-fails");
    await stop([byScenario]);
    await sandbox.step(10_000);
    expect(await detail(byScenario)).toMatchObject({
      status: "job_cancel_fail",
      status_desc: expect.stringMatching(/failed/),
    });
    await sandbox.turn("flinkStop", "job_cancel_fail");
    const bySwitch = await sandbox.make("flink", "running");
    await stop([bySwitch]);
    await sandbox.step(10_000);
    expect((await detail(bySwitch)).status).toBe("job_cancel_fail");
    await sandbox.turn("flinkStop", "works");
    await stop([bySwitch]);
    await sandbox.step(10_000);
    expect((await detail(bySwitch)).status).toBe("job_cancel_success");
  });

  test("refusals come inside a 200, in the shape of the switch", async () => {
    const running = await sandbox.make("flink", "running");
    const refused = await sandbox.make("flink", "stop-refused");
    const answer = await stop([refused, running, 104, 999_999]);
    expect(answer.status).toBe(200);
    expect(rowsOf(answer.body).map((element) => element.is_success)).toEqual(["true", "false", "false", "false"]);
    expect((await detail(refused)).status).toBe("job_running");
    await sandbox.turn("stopAnswer", "object");
    expect((await stop([refused])).body).toMatchObject({ is_success: "false" });
    await sandbox.turn("stopAnswer", "array");
    expect(await stop([refused, refused])).toMatchObject({ body: { length: 2 } });
    await sandbox.turn("stopStopped", "DLI.0007");
    expect((await stop([104])).body.error_code).toBe("DLI.0007");
  });
});

describe("run", () => {
  test("a stopped job runs again with a new start time", async () => {
    const before = await detail(90634);
    expect((await run([90634])).body).toEqual([{ is_success: "true", message: "The job is submitted successfully." }]);
    const after = await detail(90634);
    expect(after.status).toBe("job_submitting");
    expect(Number(after.start_time)).toBeGreaterThan(Number(before.start_time));
    await sandbox.step(10_000);
    expect((await detail(90634)).status).toBe("job_running");
    const twice = await run([90634]);
    expect(rowsOf(twice.body)[0]).toMatchObject({ is_success: "false" });
  });

  test("a savepoint is needed to resume from one, and is used up", async () => {
    const without = await sandbox.make("flink", "stopped");
    expect(rowsOf((await run([without], true)).body)[0]).toMatchObject({ is_success: "false" });
    const id = await sandbox.make("flink", "stopped-with-savepoint");
    expect((await detail(id)).has_savepoint).toBe(true);
    await run([id], true);
    await sandbox.step(10_000);
    expect(await detail(id)).toMatchObject({ status: "job_running", has_savepoint: false });
  });

  test("a submission may fail, a run may crash", async () => {
    const fails = await sandbox.make("flink", "submit-fails");
    const crashes = await sandbox.make("flink", "crashes");
    await run([fails, crashes]);
    await sandbox.step(60_000);
    expect((await detail(fails)).status).toBe("job_submit_fail");
    expect((await detail(crashes)).status).toBe("job_running_exception");
  });
});

test("restarts on exception count, and keep or change the start time by the switch", async () => {
  const id = await sandbox.make("flink", "restarts-on-exception");
  const start = (await detail(id)).start_time;
  await sandbox.step(6 * 60_000 + 5_000);
  expect((await detail(id)).status).toBe("job_running_exception");
  const other = await sandbox.make("flink", "exception");
  const verdicts = rowsOf((await stop([other])).body).map((element) => element.is_success);
  expect(verdicts).toEqual(["false"]);
  await sandbox.step(30_000);
  expect(await detail(id)).toMatchObject({ status: "job_running", restart_times: 1, start_time: start });
  await sandbox.turn("autoRestartStartTime", "new");
  expect(Number((await detail(id)).start_time)).toBeGreaterThan(Number(start));
});

test("between an exception and the restart there is a run to stop", async () => {
  const id = await sandbox.make("flink", "restarts-on-exception");
  await sandbox.step(6 * 60_000 + 5_000);
  expect(rowsOf((await stop([id])).body)).toMatchObject([{ is_success: "true" }]);
  await sandbox.step(60_000);
  expect((await detail(id)).status).toBe("job_cancel_success");
});

describe("execute-graph", () => {
  const graph = (id: string | number) => sandbox.get(`${JOBS}/${id}/execute-graph`);

  test("of a running job, growing, with sixty operators where there are sixty", async () => {
    const id = await sandbox.make("flink", "graph", { count: 60 });
    const read = async () =>
      (await graph(id)).body.execute_graph as {
        state: string;
        "end-time": number;
        vertices: { metrics: Record<string, number>; "backpressure-level": string; id: string }[];
        plan: { nodes: { id: string; inputs: { id: string }[] }[] };
      };
    const first = await read();
    await sandbox.step(10_000);
    const second = await read();
    expect([first.state, first["end-time"], first.vertices.length, first.plan.nodes.length]).toEqual([
      "RUNNING",
      -1,
      60,
      60,
    ]);
    expect(second.vertices[0]?.metrics["write-records"]).toBeGreaterThan(
      first.vertices[0]?.metrics["write-records"] ?? NaN,
    );
    expect(["ok", "low", "high"]).toContain(first.vertices[0]?.["backpressure-level"]);
    const ids = new Set(first.plan.nodes.map((node) => node.id));
    for (const node of first.plan.nodes) for (const input of node.inputs) expect(ids.has(input.id)).toBe(true);
  });

  test("of a job that is not running is refused", async () => {
    const answer = await graph(104);
    expect([answer.status, answer.body.error_code]).toEqual([400, "DLI.11098"]);
  });
});

test("a triggered savepoint answers JSON inside message", async () => {
  const id = await sandbox.make("flink", "running");
  const answer = await sandbox.post(`${JOBS}/${id}/savepoint`, { action: "TRIGGER", savepoint_path: "lake-flink/x/" });
  expect(JSON.parse(String(answer.body.message))).toEqual({
    is_success: "true",
    message: "api.msg.deal_savepoint_success",
  });
  expect((await detail(id)).status).toBe("job_savepointing");
  await sandbox.step(10_000);
  expect(await detail(id)).toMatchObject({ status: "job_running", has_savepoint: true });
});

test("not found is 400 DLI.16001; deleting removes", async () => {
  const missing = await sandbox.get(`${JOBS}/1`);
  expect([missing.status, missing.body.error_code]).toEqual([400, "DLI.16001"]);
  const id = await sandbox.make("flink", "draft");
  expect((await sandbox.delete(`${JOBS}/${id}`)).body.is_success).toBe("true");
  expect((await sandbox.get(`${JOBS}/${id}`)).status).toBe(400);
});

test("every state can be made", async () => {
  for (const status of FLINK_STATUSES) {
    const id = await sandbox.make("flink", "in-state", { status });
    expect((await detail(id)).status).toBe(status);
  }
});
