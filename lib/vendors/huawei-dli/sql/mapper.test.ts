import { describe, expect, it } from "vitest";
import { DliSqlDetails } from "@/lib/contract/details/huawei-dli";
import { SqlJob } from "@/lib/vendors/huawei-dli/sql/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/sql/mapper";
import finished from "@/lib/vendors/huawei-dli/fixtures/sql-status-finished.json";

function snapshotOf(document: Record<string, unknown>) {
  return toSnapshot({ job: SqlJob.parse(document), document, raw: {}, consoleUrl: null });
}

describe("the document's finished query", () => {
  const job = snapshotOf(finished);

  it("says what the list shows", () => {
    expect(job).toMatchObject({
      kind: "sql",
      id: "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa",
      run: null,
      state: "succeeded",
      vendorState: "FINISHED",
      name: "select * from t1",
      owner: "test",
      queue: "default",
      type: "QUERY",
      startedAt: "2017-10-30T03:45:08.918Z",
      endedAt: "2017-10-30T03:45:11.441Z",
      durationMs: 2523,
      progress: { fraction: 1, of: "job", subjobId: null },
      rowCount: 4,
      error: null,
      actions: [],
    });
  });

  it("holds every field, values as they came, the columns parsed", () => {
    expect(job.details).toEqual({
      type: "huawei-dli/sql",
      isSuccess: true,
      message: "",
      messageParsed: null,
      jobId: "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa",
      jobType: "QUERY",
      jobMode: "async",
      queueName: "default",
      owner: "test",
      startTime: 1509335108918,
      duration: 2523,
      status: "FINISHED",
      inputSize: 22,
      resultCount: 4,
      databaseName: "dbtest",
      tableName: "tbtest",
      detail: finished.detail,
      detailParsed: {
        type: "struct",
        fields: [
          { name: "id", type: "integer", nullable: true, metadata: {} },
          { name: "name", type: "string", nullable: true, metadata: {} },
        ],
      },
      statement: "select * from t1",
    });
    expect(DliSqlDetails.parse(job.details)).toEqual(job.details);
  });
});

describe("a SQL job", () => {
  it.each([
    ["LAUNCHING", "starting", ["cancel"]],
    ["RUNNING", "running", ["cancel"]],
    ["SCALING", "running", []],
    ["FINISHED", "succeeded", []],
    ["FAILED", "failed", []],
    ["CANCELLED", "cancelled", []],
    ["COMPUTED", "unknown", []],
    ["FINISH", "unknown", []],
  ])("in %s is %s", (status, state, actions) => {
    expect(snapshotOf({ ...finished, status })).toMatchObject({ state, vendorState: status, actions });
  });

  it("has a row count only once it has finished", () => {
    expect(snapshotOf({ ...finished, status: "RUNNING", result_count: 0 }).rowCount).toBeNull();
    expect(snapshotOf({ ...finished, status: "FAILED", result_count: 0 }).rowCount).toBeNull();
    expect(snapshotOf({ ...finished, result_count: 0 }).rowCount).toBe(0);
    expect(snapshotOf({ ...finished, result_count: "9007199254740993" }).rowCount).toBe("9007199254740993");
  });

  it("speaks of no end, duration or progress while it runs", () => {
    const job = snapshotOf({ ...finished, status: "RUNNING" });
    expect([job.endedAt, "durationMs" in job, "progress" in job]).toEqual([null, false, false]);
  });

  it.each([
    ["DLI.0005: no such table", "DLI.0005: no such table"],
    ['{"error_code":"DLI.0999"}', "DLI.0999"],
    ['{"error_code":"DLI.0005","error_msg":"no such table"}', "DLI.0005: no such table"],
    ['{"error_code":', '{"error_code":'],
    ["", null],
  ])("that failed with message %j has the error %j", (message, error) => {
    expect(snapshotOf({ ...finished, status: "FAILED", message })).toMatchObject({ error, progress: null });
  });

  it("that finished with a message has no error", () => {
    expect(snapshotOf({ ...finished, message: '{"error_code":"DLI.0999"}' })).toMatchObject({
      error: null,
      details: { messageParsed: { error_code: "DLI.0999" } },
    });
  });

  it("prefers the row's own end", () => {
    expect(snapshotOf({ ...finished, end_time: 1509335111500 }).endedAt).toBe("2017-10-30T03:45:11.500Z");
  });

  it("survives fields of the wrong type, and shows them as they came", () => {
    const job = snapshotOf({ ...finished, owner: 7, start_time: "soon", duration: {}, detail: null, statement: 1e300 });
    expect(job).toMatchObject({ startedAt: null, endedAt: null });
    expect(job.details).toMatchObject({ owner: 7, startTime: "soon", duration: {}, detail: null, detailParsed: null });
    expect("owner" in job).toBe(false);
  });
});
