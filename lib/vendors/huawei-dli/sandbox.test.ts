import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FINISHED_EXAMPLE, RUNNING_EXAMPLE } from "@/sandbox/huawei-dli/sql/document-jobs";
import { ACCESS_KEY, IAM_USER, TEMPORARY_KEY } from "@/sandbox/huawei-dli/accounts";
import { isFinal } from "@/lib/jobs/state";
import { huaweiDli } from "@/lib/vendors/huawei-dli";
import { readOne, refOf, requestOf, DliWorldKit } from "@/lib/vendors/huawei-dli/dli-world.testkit";
import type { ActionRequest, VendorContext } from "@/lib/vendors/types";

let world: DliWorldKit;
let ctx: VendorContext;
beforeAll(async () => {
  world = await DliWorldKit.start({ jobs: { sql: 20, flink: 10, sparkBatch: 10, arrivals: false } });
  ctx = world.context();
});
afterAll(() => world.close());
afterEach(() => world.sandbox.delete("/__sandbox/fault"));

async function act(kind: string, id: string, action: ActionRequest["action"], more: Partial<ActionRequest> = {}) {
  const job = await readOne(ctx, kind, id);
  if (!huaweiDli.act) throw new Error("no act");
  return huaweiDli.act(ctx, refOf(kind, id), requestOf(action, job, more));
}

const progressOf = (id: string, startedAt: string | null = null) =>
  huaweiDli.getProgress?.(ctx, refOf("sql", id), { startedAt });

describe("logging in", () => {
  it.each<[string, Parameters<DliWorldKit["context"]>[0]]>([
    ["an access key", { scheme: "sdk-hmac", values: { accessKey: ACCESS_KEY.ak, secretKey: ACCESS_KEY.sk } }],
    [
      "a temporary access key",
      {
        scheme: "sdk-hmac",
        values: {
          accessKey: TEMPORARY_KEY.ak,
          secretKey: TEMPORARY_KEY.sk,
          securityToken: TEMPORARY_KEY.securityToken ?? "",
        },
      },
    ],
  ])("with %s works", async (_, auth) => {
    await huaweiDli.check(world.context(auth));
    expect(await huaweiDli.getJob(world.context(auth), refOf("sql", FINISHED_EXAMPLE))).not.toBeNull();
  });

  it("as an IAM user works", async () => {
    const values = {
      iamUrl: world.sandbox.origin,
      domain: IAM_USER.domain,
      username: IAM_USER.name,
      password: IAM_USER.password,
      project: "cn-north-4",
    };
    await huaweiDli.check(world.context({ scheme: "iam-password", values }));
  });
});

describe("SQL jobs", () => {
  it("finished: status, row and columns as one", async () => {
    const job = await readOne(ctx, "sql", FINISHED_EXAMPLE);
    expect(job).toMatchObject({ state: "succeeded", rowCount: 4, durationMs: 2523 });
    for (const field of ["jobMode", "endTime", "isSuccess"]) {
      expect(job.details).toHaveProperty(field);
    }
    expect(Object.keys(job.raw)).toEqual([
      "GET /v1.0/{project_id}/jobs/{job_id}/status",
      "GET /v1.0/{project_id}/jobs",
    ]);
  });

  it("finished, without its row: worth asking again unless the vendor says no", async () => {
    for (const [status, partial] of [
      [503, true],
      [403, undefined],
    ] as const) {
      await world.sandbox.control("fault", { kind: "status", status, path: "/jobs[?]" });
      const job = await readOne(world.context(), "sql", FINISHED_EXAMPLE);
      expect(job).toMatchObject({ state: "succeeded", rowCount: 4 });
      expect(job.partial).toBe(partial);
      await world.sandbox.delete("/__sandbox/fault");
    }
    expect(await readOne(ctx, "sql", FINISHED_EXAMPLE)).not.toHaveProperty("partial");
  });

  it("running: one call, and the document's progress", async () => {
    await world.calls();
    const job = await readOne(ctx, "sql", RUNNING_EXAMPLE);
    expect(await world.calls()).toHaveLength(1);
    expect(job).toMatchObject({ state: "running", rowCount: null });
    const progress = await progressOf(RUNNING_EXAMPLE, job.startedAt ?? null);
    expect(progress).toMatchObject({
      progress: { fraction: 0, of: "subjob", subjobId: "0" },
      subjobs: [{ id: "0", submittedAt: "2020-07-27T09:24:03.000Z" }],
    });
  });

  it("fill one subjob after the other", async () => {
    const id = await world.sandbox.make("sql", "subjobs", { count: 3, durationMs: 60_000 });
    const seen = new Set<string | null>();
    for (let step = 0; step < 10; step++) {
      await world.sandbox.step(6_000);
      const reading = await progressOf(id);
      if (reading?.progress) seen.add(reading.progress.subjobId);
      for (const subjob of reading?.subjobs ?? []) expect(subjob.submittedAt).not.toBeNull();
    }
    expect([...seen].filter((subjob) => subjob !== null)).toEqual(["0", "1", "2"]);
    expect(await readOne(ctx, "sql", id)).toMatchObject({ progress: { fraction: 1, of: "job" } });
  });

  it("have no progress now, and their state, where the queue is busy", async () => {
    const id = await world.sandbox.make("sql", "no-progress");
    await expect(progressOf(id)).rejects.toMatchObject({
      vendorCode: "DLI.0999",
      message: expect.stringContaining("queue backend version is too old or the queue is busy"),
    });
    expect(await readOne(ctx, "sql", id)).toMatchObject({ state: "running" });
  });

  it("preview their result, the asked rows of it", async () => {
    const whole = await huaweiDli.getResults?.(ctx, refOf("sql", FINISHED_EXAMPLE), { offset: 0, limit: 100 });
    expect(whole?.columns).toEqual([
      { name: "id", type: expect.any(String) },
      { name: "name", type: expect.any(String) },
    ]);
    expect(whole).toMatchObject({ total: 4, offset: 0 });
    expect(whole?.rows).toHaveLength(4);
    const page = await huaweiDli.getResults?.(ctx, refOf("sql", FINISHED_EXAMPLE), { offset: 1, limit: 2 });
    expect(page).toMatchObject({ rows: whole?.rows.slice(1, 3), total: null });
  });

  it("whose result has expired say so in the vendor's words", async () => {
    const id = await world.sandbox.make("sql", "quick-run");
    await world.sandbox.step(10_000);
    const { details } = await readOne(ctx, "sql", id);
    for (const field of ["cpuCost", "outputByte"]) expect(details).toHaveProperty(field);
    await world.sandbox.turn("resultRetentionMs", 0);
    await expect(huaweiDli.getResults?.(ctx, refOf("sql", id), { offset: 0, limit: 1 })).rejects.toMatchObject({
      reason: "not-found",
      vendorCode: "DLI.0100",
    });
  });

  it("cancelled: accepted, then so", async () => {
    const id = await world.sandbox.make("sql", "runs-forever");
    await act("sql", id, "cancel");
    await world.sandbox.step(30_000);
    expect(await readOne(ctx, "sql", id)).toMatchObject({ state: "cancelled", vendorState: "CANCELLED" });
  });

  it.each([
    ["cancel-refused", "rejected", "DLI.0007"],
    ["cancel-denied", "forbidden", "DLI.0003"],
  ])("%s: the vendor's words, and it runs on", async (scenario, reason, vendorCode) => {
    const id = await world.sandbox.make("sql", scenario);
    await expect(act("sql", id, "cancel")).rejects.toMatchObject({ reason, vendorCode });
    expect(await readOne(ctx, "sql", id)).toMatchObject({ state: "running" });
  });

  it("failed with JSON in the message show its words", async () => {
    const id = await world.sandbox.make("sql", "fails-with-json");
    await world.sandbox.step(60_000);
    expect(await readOne(ctx, "sql", id)).toMatchObject({
      state: "failed",
      error: "DLI.0005: cannot resolve `custmer_id`",
      details: { messageParsed: { error_code: "DLI.0005" } },
    });
  });
});

describe("Flink jobs", () => {
  it("drafts and stopped ones as the documents have them", async () => {
    expect(await readOne(ctx, "flink", "104")).toMatchObject({ state: "draft", details: { startTime: null } });
    expect(await readOne(ctx, "flink", "90634")).toMatchObject({ state: "cancelled", run: "1638433497621" });
  });

  it("stopped have what only the plain row has", async () => {
    const id = await world.sandbox.make("flink", "stopped");
    const { details, owner } = await readOne(ctx, "flink", id);
    expect(owner).toEqual(expect.any(String));
    for (const field of ["userName", "duration", "rootId", "jobConfig"]) expect(details).toHaveProperty(field);
  });

  it("running have Flink's live graph", async () => {
    const id = await world.sandbox.make("flink", "running");
    const { details, raw } = await readOne(ctx, "flink", id);
    expect(details.executeGraph).toMatchObject({ state: "RUNNING", endTime: -1, vertices: expect.any(Array) });
    expect(Object.keys(raw)).toContain("GET /v1.0/{project_id}/streaming/jobs/{job_id}/execute-graph");
    expect(details.billing).toMatchObject({ code: "billing-started" });
  });

  it("stop with a savepoint, and run again from it", async () => {
    const id = await world.sandbox.make("flink", "savepoint-stop");
    const before = await readOne(ctx, "flink", id);
    await act("flink", id, "stop-with-savepoint");
    await world.sandbox.step(120_000);
    const stopped = await readOne(ctx, "flink", id);
    expect(stopped).toMatchObject({ state: "cancelled", run: before.run });
    expect(stopped.details.savepointPath).toEqual(expect.stringContaining("savepoint"));
    await act("flink", id, "trigger", { resumeSavepoint: true });
    await world.sandbox.step(120_000);
    const again = await readOne(ctx, "flink", id);
    expect(again).toMatchObject({ state: "running" });
    expect(again.run).not.toBe(before.run);
  });

  it.each([
    ["stop-refused", "stop", "rejected"],
    ["stop-denied", "stop", "forbidden"],
    ["run-refused", "trigger", "rejected"],
  ] as const)("%s inside a 200 is a refusal in the vendor's words", async (scenario, action, reason) => {
    const id = await world.sandbox.make("flink", scenario);
    const refusal = await act("flink", id, action).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ reason, message: expect.stringMatching(/\w/) });
  });

  it("whose stop fails may still run", async () => {
    const id = await world.sandbox.make("flink", "stop-fails");
    await act("flink", id, "stop");
    await world.sandbox.step(60_000);
    const job = await readOne(ctx, "flink", id);
    expect(job).toMatchObject({ vendorState: "job_cancel_fail", state: "running", attention: "stop_failed" });
    expect(job.error).toEqual(expect.any(String));
  });
});

describe("Spark batches", () => {
  it("cancelled are dead, which may be our doing", async () => {
    const id = await world.sandbox.make("spark-batch", "runs-forever");
    await act("spark-batch", id, "cancel");
    await world.sandbox.step(60_000);
    const job = await readOne(ctx, "spark-batch", id);
    expect(job).toMatchObject({ vendorState: "dead", state: "failed", cancelledIfAsked: true });
    expect(isFinal(job.state)).toBe(true);
  });

  it("have the driver's last lines", async () => {
    const id = await world.sandbox.make("spark-batch", "long-log", { count: 500, ageMs: 3_600_000 });
    const log = await huaweiDli.getLog?.(ctx, refOf("spark-batch", id));
    expect(log?.lines).toHaveLength(100);
    expect(log?.from).toBeGreaterThan(0);
    expect(log?.total).toBe(500);
  });
});

it("has the progress document's own fields beside the status's, as the vendor wrote them", async () => {
  const reading = await progressOf(RUNNING_EXAMPLE);
  expect(reading?.details?.keys).toEqual(["progress", "subJobId", "subJobs", "progressDocument"]);
  expect(reading?.details?.values).toMatchObject({
    progress: 0,
    subJobId: 0,
    progressDocument: { isSuccess: true, jobId: RUNNING_EXAMPLE, status: "RUNNING" },
    subJobs: [{ id: 0, stageIds: [0], numTasks: 1, numActiveTasks: 1, submissionTime: "Mon Jul 27 17:24:03 CST 2020" }],
  });
});
