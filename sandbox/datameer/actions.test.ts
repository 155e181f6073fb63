import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SandboxSession } from "./sandbox-session";

let session: SandboxSession;
beforeEach(async () => {
  session = await SandboxSession.open({ switches: { seedSituation: "idle" } });
});
afterEach(() => session.close());

const reason = "File doesn't exist or isn't accessible with current permissions";
const status = (fileId: number | string) => session.json(`/api/job-execution/${fileId}/status`);
const post = (path: string, more = {}) => session.ask(path, { method: "POST", ...more });
const stop = (fileId: number) => post(`/api/job-execution/${fileId}/stop`);

describe("one execution", () => {
  it("queues, runs with progress and an estimate, completes, and stays in the history with its counters", async () => {
    const job = await session.play("quick", { plan: { compileMs: 3_000, runMs: 20_000 } });
    expect(await status(job.fileId)).toStrictEqual({
      status: "success",
      "file-id": job.fileId,
      "job-execution-id": job.executionId,
      "job-status": "QUEUED",
      "start-time": null,
    });
    await session.step(3_000);
    expect(await status(job.fileId)).toMatchObject({
      "job-status": "RUNNING",
      "job-progress": "0",
      "estimate-time": "20s",
    });
    await session.step(9_000);
    expect(await status(job.fileId)).toMatchObject({ "job-progress": "45", "estimate-time": "11s" });
    const [row] = await session.json<Record<string, unknown>[]>("/rest/jobs/list-running");
    expect(row).toMatchObject({ jobExecutionId: job.executionId, progress: 45, estimateTime: "11 sec" });
    await session.step(11_000);
    const ended = await status(job.fileId);
    expect(ended).toMatchObject({ "job-status": "COMPLETED" });
    expect(ended).not.toHaveProperty("job-progress");
    expect(ended).not.toHaveProperty("estimate-time");
    const path = `/rest/job-configuration/job-history/${job.configurationId}`;
    expect(await session.json(path)).toStrictEqual([{ id: job.executionId, jobStatus: "COMPLETED" }]);
    expect(await session.json(`/rest/job-execution/job-details/${job.executionId}`)).toMatchObject({
      jobConfigurationId: job.configurationId,
      file: { id: job.fileId, uuid: job.uuid },
      successCount: 494_400,
      failureCount: 0,
      counters: { IMPORT_RECORDS: 494_400 },
    });
  });

  it("is reached by file id, uuid and encoded path alike", async () => {
    const job = await session.play("slow-run");
    const answers = await Promise.all([job.fileId, job.uuid, encodeURIComponent(job.path)].map(status));
    expect(answers[0]).toMatchObject({ "job-execution-id": job.executionId });
    expect(answers[1]).toStrictEqual(answers[0]);
    expect(answers[2]).toStrictEqual(answers[0]);
  });

  it.each([
    ["warns", "COMPLETED_WITH_WARNINGS"],
    ["fails", "ERROR"],
    ["canceled-by-other", "CANCELED"],
    ["sub-second", "COMPLETED"],
  ])("%s ends %s, with both times", async (scenario, word) => {
    const job = await session.play(scenario);
    await session.step(5_000);
    const body = await status(job.fileId);
    expect(body["job-status"]).toBe(word);
    expect(body["start-time"]).toEqual(expect.any(String));
    expect(body["stop-time"]).toEqual(expect.any(String));
  });

  it("counts failures and dropped records where it ends with warnings", async () => {
    const job = await session.play("warns");
    await session.step(5_000);
    const details = await session.json(`/rest/job-execution/job-details/${job.executionId}`);
    expect(details).toMatchObject({ failureCount: 37, counters: { IMPORT_DROPPED_RECORDS: 37 } });
  });

  it("has no id in the list for its first moments", async () => {
    await session.play("slow-run", { plan: { compileMs: 0 } });
    const rows = () => session.json<object[]>("/rest/jobs/list-running");
    expect((await rows())[0]).not.toHaveProperty("jobExecutionId");
    await session.step(1_500);
    expect((await rows())[0]).toHaveProperty("jobExecutionId");
    await session.turn("dropExecutionIdInList", true);
    expect((await rows())[0]).not.toHaveProperty("jobExecutionId");
  });

  it("is gone once it is purged", async () => {
    const job = await session.play("quick");
    await session.step(5_000);
    await session.control("DELETE", `jobs/${job.executionId}`);
    expect((await session.ask(`/rest/job-execution/job-details/${job.executionId}`)).status).toBe(404);
    expect(await status(job.fileId)).toStrictEqual({ status: "success", "job-status": "_NONE" });
  });
});

describe("stop", () => {
  it("ends a queued execution at once, without a start time", async () => {
    const job = await session.play("queues");
    const reply = await stop(job.fileId);
    expect([reply.status, reply.text, reply.headers["content-length"]]).toStrictEqual([200, "", "0"]);
    const body = await status(job.fileId);
    expect(body).toMatchObject({ "job-status": "CANCELED", "start-time": null });
    expect(body).toHaveProperty("stop-time");
  });

  it("takes effect after the delay, says ABORTING by switch, and keeps the start time", async () => {
    const job = await session.play("slow-run");
    await session.step(1_000);
    await session.turn("abortingState", true);
    await session.turn("stopDelayMs", 10_000);
    await stop(job.fileId);
    await session.step(9_000);
    expect((await status(job.fileId))["job-status"]).toBe("ABORTING");
    await session.step(1_000);
    const body = await status(job.fileId);
    expect(body["job-status"]).toBe("CANCELED");
    expect(body["start-time"]).not.toBeNull();
  });

  it("can lose the race, by switch and by scenario", async () => {
    const [one, other] = [await session.play("stop-loses"), await session.play("slow-run")];
    await session.step(1_000);
    await session.turn("stopLosesRace", true);
    for (const { fileId } of [one, other]) await stop(fileId);
    await session.step(2_000);
    for (const { fileId } of [one, other]) expect((await status(fileId))["job-status"]).toBe("COMPLETED");
  });

  it("of a finished run is refused, or answers nothing, by switch", async () => {
    const job = await session.play("quick");
    await session.step(5_000);
    expect(JSON.parse((await stop(job.fileId)).text)).toMatchObject({ status: "failure" });
    await session.turn("stopOfFinished", "empty");
    expect((await stop(job.fileId)).text).toBe("");
  });

  it("hits the newest active run of the artifact, or all of them by switch", async () => {
    const { items } = await session.play("behind");
    const [first, second] = items;
    await session.step(1_000);
    await stop(first?.fileId ?? 0);
    const history = () => session.json<object[]>(`/rest/job-configuration/job-history/${first?.configurationId}`);
    expect(await history()).toStrictEqual([
      { id: second?.executionId, jobStatus: "CANCELED" },
      { id: first?.executionId, jobStatus: "RUNNING" },
    ]);
  });

  it("addresses one execution where the kill endpoint exists", async () => {
    const { items, configurationId } = await session.play("behind");
    await session.step(1_000);
    const kill = () => post(`/rest/job-execution/job-kill/${items[0]?.executionId}`);
    expect((await kill()).status).toBe(404);
    await session.turn("killEndpoint", true);
    expect(JSON.parse((await kill()).text)).toStrictEqual({ status: "success" });
    await session.step(2_000);
    expect(await session.json(`/rest/job-configuration/job-history/${configurationId}`)).toStrictEqual([
      { id: items[1]?.executionId, jobStatus: "RUNNING" },
      { id: items[0]?.executionId, jobStatus: "CANCELED" },
    ]);
    expect(JSON.parse((await kill()).text)).toMatchObject({ status: "failure" });
  });
});

describe("trigger", () => {
  it("of an active artifact queues a second run, or is refused by switch", async () => {
    const job = await session.play("slow-run");
    await session.step(1_000);
    const again = JSON.parse((await post(`/api/job-execution/${job.fileId}/trigger`)).text) as Record<string, number>;
    expect(again["job-execution-id"]).toBeGreaterThan(job.executionId);
    await session.step(60_000);
    expect(await status(job.fileId)).toMatchObject({ "job-status": "QUEUED" });
    await session.turn("waitingState", true);
    expect(await status(job.fileId)).toMatchObject({ "job-status": "WAITING_FOR_OTHER_JOB" });
    await session.turn("doubleTrigger", "failure");
    const refused = await post(`/api/job-execution/${job.fileId}/trigger`);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([200, { status: "failure" }]);
  });

  it("by configuration answers success alone", async () => {
    const reply = await post("/rest/job-execution?configuration=17");
    expect(JSON.parse(reply.text)).toStrictEqual({ status: "success" });
    expect(await session.json("/rest/job-configuration/job-status/17")).toMatchObject({ jobStatus: "QUEUED" });
  });

  it("is refused to who may not, in the words for what does not exist", async () => {
    for (const file of [4, 69, 424242]) {
      const reply = await post(`/api/job-execution/${file}/trigger`, { user: "analyst" });
      expect([reply.status, JSON.parse(reply.text)]).toStrictEqual([200, { status: "failure", reason }]);
    }
  });
});

describe("sequence", () => {
  const run = async (fileIds: number[], query = "x") =>
    JSON.parse(
      (await post(`/rest/job-execution?sequence=${query}`, { body: JSON.stringify({ fileIds }) })).text,
    ) as Record<string, unknown> & { "execution-plan": Record<string, unknown>[] };

  it("runs the chain one after the other", async () => {
    const plan = (await run([60]))["execution-plan"];
    expect(plan.map((entry) => entry["job-configuration-id"])).toStrictEqual([17, 30, 31, 41]);
    await session.step(10_000);
    expect(await status(60)).toMatchObject({ "job-status": "RUNNING" });
    expect(await status(72)).toMatchObject({
      "job-status": "QUEUED",
      "job-execution-id": plan[1]?.["job-execution-id"],
    });
    await session.step(3_600_000);
    const ends = await Promise.all([60, 72, 73, 83].map(status));
    const starts = ends.map((body) => body["start-time"] && Date.parse(String(body["start-time"])));
    expect(starts.filter(Boolean)).toStrictEqual(starts.filter(Boolean).toSorted());
    for (const body of ends) expect(["QUEUED", "RUNNING"]).not.toContain(body["job-status"]);
  });

  it("cancels what lies downstream of a stopped one", async () => {
    await run([60]);
    await session.step(10_000);
    await stop(60);
    await session.step(10_000);
    for (const file of [72, 73, 83])
      expect(await status(file)).toMatchObject({ "job-status": "CANCELED", "start-time": null });
  });

  it("refuses a workbook that is not data-driven, or leaves it out by switch", async () => {
    expect(await run([62])).toMatchObject({ status: "failure" });
    await session.turn("sequenceNotDataDriven", "trigger-false");
    const entry = (await run([62]))["execution-plan"].find((row) => row["job-configuration-id"] === 33);
    expect(entry).toStrictEqual({
      "job-configuration-name": "customer_360",
      "job-configuration-id": 33,
      trigger: false,
    });
  });

  it("reads ids from the query by switch", async () => {
    await session.turn("sequenceParam", "configuration-ids");
    expect((await run([], "3"))["execution-plan"]).toHaveLength(2);
    await session.turn("sequenceParam", "file-ids");
    expect((await run([], "48"))["execution-plan"]).toHaveLength(1);
  });

  it("does not exist before 7.5.2", async () => {
    await session.turn("version", "7.4");
    expect((await post("/rest/job-execution?sequence=4", { body: '{"fileIds":[4]}' })).status).toBe(404);
  });
});

describe("delete of data", () => {
  it("removes one data id, for administrators, and answers a failure for what is not there", async () => {
    const job = await session.play("quick");
    await session.step(5_000);
    const list = () => session.json<{ datas: { id: number }[] }[]>(`/rest/data/import-job/${job.configurationId}`);
    const id = (await list())[0]?.datas[0]?.id;
    const remove = async (user: string) =>
      JSON.parse((await session.ask(`/rest/data/${id}`, { method: "DELETE", user })).text) as unknown;
    expect(await remove("analyst")).toMatchObject({ status: "failure" });
    expect((await list())[0]?.datas).toHaveLength(1);
    expect(await remove("admin")).toStrictEqual({ status: "success" });
    expect((await list())[0]?.datas).toStrictEqual([]);
    expect(await remove("admin")).toStrictEqual({ status: "failure", reason: "No job or data available" });
  });
});
