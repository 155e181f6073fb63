import { describe, expect, it } from "vitest";
import { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";
import { FlinkJob } from "@/lib/vendors/huawei-dli/flink/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/flink/mapper";
import executeGraph from "@/lib/vendors/huawei-dli/fixtures/flink-execute-graph.json";
import draft from "@/lib/vendors/huawei-dli/fixtures/flink-detail-jar-draft.json";
import stopped from "@/lib/vendors/huawei-dli/fixtures/flink-detail-sql-stopped.json";

function snapshotOf(document: Record<string, unknown>, graph: Record<string, unknown> | null = null) {
  return toSnapshot({ job: FlinkJob.parse(document), document, executeGraph: graph, raw: {}, consoleUrl: null });
}

/** `job_id` → jobId, by the plainest means. */
const camel = (key: string) => key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe("the document's JAR job, a draft", () => {
  const job = snapshotOf(draft.job_detail);

  it("is a definition that never ran", () => {
    expect(job).toMatchObject({
      kind: "flink",
      id: "104",
      run: null,
      state: "draft",
      name: "jptest",
      queue: "flinktest",
      type: "flink_jar_job",
      submittedAt: null,
      startedAt: null,
      endedAt: null,
      error: null,
      attention: null,
      actions: ["trigger"],
    });
    expect(job.details.billing).toBeNull();
  });

  it("tells null from absent, field by field", () => {
    const config = job.details.jobConfig as Record<string, unknown>;
    expect([config.obsBucket, config.smnTopic, "resumeMaxNum" in config]).toEqual([null, null, false]);
  });
});

describe.each([
  ["the JAR job", draft.job_detail],
  ["the SQL job", stopped.job_detail],
])("every field of %s", (_, detail) => {
  const { details } = snapshotOf(detail);

  it("is in the details with its value as it came", () => {
    const { job_config: config, ...fields } = detail;
    for (const [key, value] of Object.entries(fields)) expect(details).toHaveProperty(camel(key), value);
    for (const [key, value] of Object.entries(config)) expect(details.jobConfig).toHaveProperty(camel(key), value);
  });

  it("passes the panel's schema unchanged", () => {
    expect(DliFlinkDetails.parse(details)).toEqual(details);
  });
});

describe("the document's SQL job, stopped", () => {
  it("has its run by its start, and shows placeholders as text", () => {
    const job = snapshotOf(stopped.job_detail);
    expect(job).toMatchObject({
      id: "90634",
      run: "1638433497621",
      state: "cancelled",
      actions: ["trigger"],
      text: "xxx",
    });
    expect(job.startedAt).toBe("2021-12-02T08:24:57.621Z");
    // Nobody says when it ended: the reading does not speak of it.
    expect("endedAt" in job).toBe(false);
    expect(job.details).toMatchObject({ executionGraph: "xxx", executionGraphParsed: null, jobId: 90634 });
    expect(job.details.jobConfig).toMatchObject({
      operatorConfig: "xxx",
      operatorConfigParsed: null,
      runtimeConfig: null,
      runtimeConfigParsed: null,
      dirtyDataStrategy: "0",
      resumeMaxNum: -1,
    });
  });

  it("parses what its strings hold, with the content's own keys", () => {
    const text = '{"operator_list":[{"id":"0a448493b4782967b150582570326227","rate_factor":0.55}]}';
    const job_config = {
      ...stopped.job_detail.job_config,
      static_estimator_config: text,
      runtime_config: '[{"key":"a.b","value":"1"}]',
    };
    expect(snapshotOf({ ...stopped.job_detail, job_config }).details.jobConfig).toMatchObject({
      staticEstimatorConfig: text,
      staticEstimatorConfigParsed: { operator_list: [{ id: "0a448493b4782967b150582570326227", rate_factor: 0.55 }] },
      runtimeConfigParsed: [{ key: "a.b", value: "1" }],
    });
  });

  it("ends where the list row's duration says", () => {
    const job = snapshotOf({ ...stopped.job_detail, duration: 60_000, user_name: "ana", root_id: -1 });
    expect(job).toMatchObject({ endedAt: "2021-12-02T08:25:57.621Z", durationMs: 60_000, owner: "ana" });
    expect(job.details).toMatchObject({ duration: 60_000, userName: "ana", rootId: -1 });
  });
});

describe("a Flink job", () => {
  const restarts = { restart_when_exception: true, resume_max_num: -1 };
  it.each([
    ["job_init", {}, "draft", ["trigger"], null],
    ["job_submitting", {}, "starting", ["stop"], null],
    ["job_submit_fail", {}, "failed", ["trigger"], null],
    ["job_running", {}, "running", ["stop-with-savepoint", "stop"], null],
    ["job_running_exception", {}, "failed", ["trigger"], "exception"],
    ["job_running_exception", restarts, "suspended", ["stop"], "exception"],
    ["job_running_exception", { restart_when_exception: true }, "suspended", ["stop"], "exception"],
    ["job_running_exception", { ...restarts, resume_max_num: 0 }, "failed", ["trigger"], "exception"],
    ["job_downloading", {}, "starting", ["stop"], null],
    ["job_idle", {}, "suspended", ["stop"], null],
    ["job_canceling", {}, "stopping", [], null],
    ["job_cancel_success", {}, "cancelled", ["trigger"], null],
    ["job_cancel_fail", {}, "running", ["stop"], "stop_failed"],
    ["job_savepointing", {}, "running", ["stop"], null],
    ["job_arrearage_stopped", {}, "suspended", [], "arrears"],
    ["job_arrearage_recovering", {}, "starting", ["stop"], "arrears"],
    ["job_finish", {}, "succeeded", ["trigger"], null],
    ["JOB_RUNNING", {}, "running", ["stop-with-savepoint", "stop"], null],
    ["job_scaling", {}, "unknown", [], null],
  ])("in %s with %j is %s", (status, job_config, state, actions, attention) => {
    expect(snapshotOf({ ...stopped.job_detail, status, job_config })).toMatchObject({
      vendorState: status,
      state,
      actions,
      attention,
    });
  });

  it.each([
    ["job_submit_fail", "no CUs left"],
    ["job_running_exception", "no CUs left"],
    ["job_cancel_fail", "no CUs left"],
    ["job_running", null],
    ["job_cancel_success", null],
  ])("in %s shows status_desc as %j", (status, error) => {
    expect(snapshotOf({ ...stopped.job_detail, status, status_desc: "no CUs left" }).error).toBe(error);
  });

  it.each([
    ["job_running", { code: "billing-started", since: 1638433497621 }],
    ["job_running_exception", { code: "billing-stopped", since: null }],
    ["job_arrearage_stopped", { code: "billing-ended", since: null }],
    ["job_savepointing", null],
    ["job_finish", null],
  ])("in %s says of money %j", (status, billing) => {
    expect(snapshotOf({ ...stopped.job_detail, status }).details.billing).toEqual(billing);
  });

  it("counts its restarts as attempts", () => {
    expect(snapshotOf({ ...stopped.job_detail, restart_times: 3 }).attempt).toBe(4);
    expect("attempt" in snapshotOf(stopped.job_detail)).toBe(false);
  });

  it("takes either name for its user", () => {
    expect(snapshotOf({ ...stopped.job_detail, username: "bo" })).toMatchObject({
      owner: "bo",
      details: { userName: "bo" },
    });
  });

  it("shows Flink's live document, whose counters keep Flink's words", () => {
    const graph = snapshotOf(stopped.job_detail, executeGraph.execute_graph).details.executeGraph;
    expect(graph).toMatchObject({
      jid: "4e966f43f2c90b0e1bf3188ecf55504b",
      isStoppable: false,
      startTime: 1578904488436,
      endTime: -1,
      timestamps: { CREATED: 1578904488436, RUNNING: 1578904488665 },
      statusCounts: { RUNNING: 3, FINISHED: 4 },
      vertices: [
        { backpressureLevel: "ok", tasks: { RUNNING: 1 }, metrics: { writeRecords: 50, readBytesComplete: true } },
      ],
      plan: { nodes: [{ inputs: [{ shipStrategy: "FORWARD" }] }] },
    });
    expect(
      DliFlinkDetails.parse(snapshotOf(stopped.job_detail, executeGraph.execute_graph).details).executeGraph,
    ).toEqual(graph);
  });

  it("survives fields of the wrong type", () => {
    const odd = { ...stopped.job_detail, job_config: "none", start_time: [], restart_times: "many", status_desc: 5 };
    expect(snapshotOf(odd)).toMatchObject({ run: null, state: "cancelled" });
    expect(DliFlinkDetails.safeParse(snapshotOf(odd).details).success).toBe(true);
  });
});
