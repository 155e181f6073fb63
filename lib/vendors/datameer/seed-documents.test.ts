import { describe, expect, it } from "vitest";
import { cannedContext, fixture, PAGE_404 } from "@/lib/vendors/datameer/canned.testkit";
import { datameer } from "@/lib/vendors/datameer";
import { readStatus } from "@/lib/vendors/datameer/client";
import { configurationSnapshot, executionSnapshot, runSnapshot } from "@/lib/vendors/datameer/mapper";
import { factsOf, fromStatus } from "@/lib/vendors/datameer/run-facts";
import { readStatusOf } from "@/lib/vendors/datameer/read-run";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import type { ActionRequest } from "@/lib/vendors/types";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

const ref = (kind: string, id: string) => ({ connection: "canned", kind, id });
const followed = { configurations: [{ id: 4, fileId: 48 }] };
const request = (action: ActionRequest["action"], more: Partial<ActionRequest> = {}): ActionRequest => ({
  action,
  job: { run: null, vendorState: "_NONE", details: {} },
  ...more,
});

/** Every field of a status document, through parser and mapper. */
async function statusSnapshot(name: string): Promise<JobSnapshot> {
  const { ctx } = cannedContext({ "GET /api/job-execution/48/status": fixture(name) });
  const read = await readStatus(ctx, "48");
  const snapshot = configurationSnapshot(ctx, "4", factsOf(ctx, [fromStatus(read)]));
  expectSaneSnapshot(snapshot, datameer.descriptor);
  return snapshot;
}

describe("the status of the vendor's page", () => {
  it("never run is a draft, without a run", async () => {
    const snapshot = await statusSnapshot("status-never-run");
    expect(snapshot).toMatchObject({ state: "draft", vendorState: "_NONE", run: null, progress: null });
    expect(snapshot.details).toMatchObject({ status: "success", jobStatus: "_NONE" });
    expect(snapshot.actions).toEqual(["trigger", "trigger-sequence", "delete"]);
  });

  it("running: its start by the server's zone, progress 0, the estimate", async () => {
    const snapshot = await statusSnapshot("status-running");
    expect(snapshot).toMatchObject({
      state: "running",
      run: "3",
      startedAt: "2018-09-28T10:44:56.000Z",
      endedAt: null,
      progress: { fraction: 0, of: "job", subjobId: null },
      actions: ["stop"],
    });
    expect(snapshot.details).toMatchObject({
      fileId: 48,
      jobExecutionId: 3,
      startTime: "Sep 28, 2018 6:44:56 PM",
      estimateTime: "11s",
      jobProgress: "0",
      estimateMs: 11_000,
      startTimeReading: "exact",
    });
  });

  it("completed", async () => {
    expect(await statusSnapshot("status-completed")).toMatchObject({
      state: "succeeded",
      startedAt: "2018-09-28T10:44:56.000Z",
      endedAt: "2018-09-28T10:44:58.000Z",
      progress: null,
    });
  });

  it("completed with errors is a warning, in either spelling", async () => {
    const snapshot = await statusSnapshot("status-completed-with-warnings");
    expect(snapshot).toMatchObject({ state: "warning", vendorState: "COMPLETED_WITH_WARNINGS", run: "4" });
  });

  it("queued has a start of null, and no progress", async () => {
    const snapshot = await statusSnapshot("status-queued");
    expect(snapshot).toMatchObject({
      state: "queued",
      startedAt: null,
      endedAt: null,
      progress: null,
      actions: ["stop"],
    });
    expect(snapshot.details.startTime).toBeNull();
    expect("stopTime" in snapshot.details).toBe(false);
  });

  it("canceled in the queue has an end and no start", async () => {
    expect(await statusSnapshot("status-canceled")).toMatchObject({
      state: "cancelled",
      startedAt: null,
      endedAt: "2018-09-28T10:58:41.000Z",
    });
  });

  it("a failure inside a 200 is a refusal in its words", async () => {
    const { ctx } = cannedContext({ "GET /api/job-execution/48/status": fixture("failure") }, followed);
    await expect(readStatus(ctx, "48")).rejects.toMatchObject({
      reason: "not-found",
      message: "File doesn't exist or isn't accessible with current permissions",
    });
    expect(await readStatusOf(ctx, "4")).toBeNull();
  });
});

describe("the other documents of the vendor's page", () => {
  it("{} is a definition that was never triggered", async () => {
    const { ctx } = cannedContext(
      {
        "GET /rest/job-configuration/job-status/4": fixture("status-v1-never-triggered"),
        "GET /rest/import-job": [{ id: 4, path: "/Data/URLS.imp" }],
        "GET /rest/workbook": [],
        "GET /rest/export-job": [],
        "GET /rest/import-job/4": PAGE_404,
        "GET /rest/data/import-job/4": PAGE_404,
      },
      { configurations: [{ id: 4 }] },
    );
    const snapshot = await datameer.getJob(ctx, ref("configuration", "4"));
    expect(snapshot).toMatchObject({ state: "draft", vendorState: "_NONE", run: null, name: "URLS", history: [] });
    expect("dataIds" in (snapshot ?? {})).toBe(false);
  });

  it("details before 7.4: each counter, the rows, both times of the older shape", async () => {
    const { ctx } = cannedContext({ "GET /rest/job-execution/job-details/30": fixture("details-before-7.4") });
    const snapshot = await datameer.getJob(ctx, ref("execution", "30"));
    expect(snapshot).toMatchObject({
      id: "30",
      state: "succeeded",
      startedAt: "2012-07-06T10:19:09.000Z",
      endedAt: "2012-07-06T10:21:07.000Z",
      rowCount: 494_400,
      nameIfUnknown: "Execution 30",
    });
    expect(snapshot?.details).toMatchObject(fixture("details-before-7.4") as object);
    if (snapshot) expectSaneSnapshot(snapshot, datameer.descriptor);
  });

  it("details from 7.4 bring the configuration and its artifact", async () => {
    const { ctx } = cannedContext({
      "GET /rest/job-execution/job-details/6": fixture("details-7.4"),
      "GET /rest/job-configuration/job-history/4?0&50": fixture("history"),
      "GET /rest/job-execution/job-details/30": fixture("details-before-7.4"),
      "GET /rest/job-execution/job-details/27": PAGE_404,
      "GET /rest/job-execution/job-details/23": PAGE_404,
      "GET /api/job-execution/f8d450cd-f065-4abb-a232-27cd20c48c2b/status": fixture("status-running"),
    });
    const snapshot = await datameer.getJob(ctx, ref("execution", "6"));
    expect(snapshot?.details).toMatchObject(fixture("details-7.4") as object);
    expect(snapshot?.details.uuid).toBe("f8d450cd-f065-4abb-a232-27cd20c48c2b");
    expect(snapshot?.rowCount).toBe(7);
    expect(snapshot?.history?.map(({ run, state, job }) => [run, state, job])).toEqual(
      ["30", "27", "23"].map((id) => [id, "succeeded", { kind: "execution", id }]),
    );
    expect(snapshot?.history?.[0]).toMatchObject({ startedAt: "2012-07-06T10:19:09.000Z", durationMs: 118_000 });
    expect(snapshot?.history?.[1]).toMatchObject({ startedAt: null, durationMs: null });
    expect((await readStatusOf(ctx, "4"))?.executionId).toBe("3");
  });

  it("the running list: each row an execution and its configuration; one without an id as the configuration alone", async () => {
    const { ctx } = cannedContext({
      "GET /rest/jobs/list-running": fixture("list-running"),
      "GET /rest/job-configuration/job-status/18": fixture("status-v1-never-triggered"),
    });
    const { items, skipped } = await datameer.listJobs(ctx, { scope: "active", since: 0, cursor: null });
    expect(items.map(({ kind, id, run }) => [kind, id, run])).toEqual([
      ["execution", "37", null],
      ["configuration", "17", "37"],
      ["execution", "38", null],
      ["configuration", "20", "38"],
      ["execution", "39", null],
      ["configuration", "19", "39"],
      ["configuration", "18", null],
    ]);
    expect(skipped).toEqual([]);
    for (const item of items) expectSaneSnapshot(item, datameer.descriptor);
    const [first] = fixture("list-running") as object[];
    expect(items[0]).toMatchObject({ startedAt: "2011-05-19T14:35:39.000Z", progress: { fraction: 0 } });
    expect(items[0]?.details).toMatchObject({ ...first, estimateMs: 11_000 });
    expect(items[2]?.details.estimateMs).toBeNull();
  });

  it.each([
    ["trigger-admin", "11", "admin"],
    ["trigger-analyst", "3", "analyst"],
  ])("%s: the execution that it started, and for whom", async (name, id, user) => {
    const { ctx } = cannedContext({ "POST /api/job-execution/48/trigger": fixture(name) }, followed);
    const accepted = await datameer.act?.(ctx, ref("configuration", "4"), request("trigger"));
    expect(accepted?.started).toEqual([{ kind: "execution", id }]);
    const { ctx: again } = {
      ctx: {
        ...ctx,
        request: cannedContext({
          [`GET /rest/job-execution/job-details/${id}`]: fixture("details-before-7.4"),
          "GET /rest/job-configuration/job-history/4?0&50": [],
        }).ctx.request,
      },
    };
    const snapshot = await datameer.getJob(again, ref("execution", id));
    expect(snapshot).toMatchObject({ owner: user });
    expect(snapshot?.details).toMatchObject({
      jobExecutionUser: user,
      jobExecutionTrigger: "RESTAPI",
      configurationId: "4",
    });
  });

  it("a sequence answers its plan", async () => {
    const { ctx, asked } = cannedContext({ "POST /rest/job-execution?4": fixture("sequence") }, followed);
    const sequence = request("trigger-sequence", { fileIds: [4], variables: { foo: "fooValue" } });
    expect(await datameer.act?.(ctx, ref("configuration", "4"), sequence)).toEqual({
      message: null,
      started: [
        { kind: "execution", id: "16" },
        { kind: "execution", id: "17" },
      ],
      plan: [
        { jobConfigurationName: "apache_log", jobConfigurationId: 3, trigger: true, jobExecutionId: 16 },
        { jobConfigurationName: "categorization", jobConfigurationId: 4, trigger: true, jobExecutionId: 17 },
      ],
    });
    expect(asked[0]?.body).toEqual({ variables: { foo: "fooValue" }, fileIds: [4] });
  });

  it("the empty answer of a stop is a yes", async () => {
    const { ctx } = cannedContext(
      { "GET /api/job-execution/48/status": fixture("status-running"), "POST /api/job-execution/48/stop": null },
      followed,
    );
    const job = { run: "3", vendorState: "RUNNING", details: {} };
    expect(await datameer.act?.(ctx, ref("configuration", "4"), { action: "stop", job })).toEqual({ message: null });
  });

  it("executionSnapshot lists other runs that have ended: of one that goes on, its page would not learn the end", () => {
    const { ctx } = cannedContext({});
    const run = (executionId: string, word: string) =>
      runSnapshot(ctx, { executionId, configurationId: "1", word, fields: {}, raw: {} });
    const history = [run("9", "RUNNING"), run("5", "COMPLETED"), run("4", "COMPLETED")];
    for (const word of ["RUNNING", "COMPLETED"]) {
      const facts = { executionId: "5", configurationId: "1", word, fields: {}, raw: {} };
      expect(executionSnapshot(ctx, facts, { history }).history?.map((other) => other.run)).toEqual(["4"]);
    }
  });

  it("executionSnapshot without a configuration has a name of last resort only", () => {
    const { ctx } = cannedContext({});
    const facts = { executionId: "5", configurationId: null, word: "QUEUED", fields: {}, raw: { a: 1 } };
    expect(executionSnapshot(ctx, facts)).not.toHaveProperty("name");
  });
});
