import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DremioQueryDetails } from "@/lib/contract/details/dremio";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import { parseRows } from "@/lib/vendors/_shared/rows";
import { readBody } from "@/lib/vendors/dremio/answer";
import { DremioJob, ListingRow, Results } from "@/lib/vendors/dremio/contract";
import { descriptor } from "@/lib/vendors/dremio/descriptor";
import { snapshotOfJob, snapshotOfRow } from "@/lib/vendors/dremio/mapper";
import type { ConnectionSettings } from "@/lib/vendors/types";

const SETTINGS: ConnectionSettings = { baseUrl: "http://dremio.example:9047", consoleUrl: null };
const ID = "6j6c34cf-9drf-b07a-5ab7-abea69a66d00";

function fixture(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${import.meta.dirname}/fixtures/${name}.json`, "utf8")) as Record<string, unknown>;
}

function jobOf(body: Record<string, unknown>, settings = SETTINGS) {
  const job = readBody(DremioJob, "GET /api/v3/job/{id}", body);
  const snapshot = snapshotOfJob(ID, job, job, "GET /api/v3/job/{id}", settings);
  expectSaneSnapshot(snapshot, descriptor);
  expect(DremioQueryDetails.safeParse(snapshot.details).error).toBeUndefined();
  return snapshot;
}

function rowOf(name: string, changes: Record<string, unknown> = {}) {
  const { rows } = readBody(Results, "results", fixture(name));
  const parsed = parseRows(ListingRow, [{ ...rows[0], ...changes }], "job_id");
  const [row] = parsed.rows;
  if (!row) throw new Error(parsed.skipped[0]?.reason);
  const snapshot = snapshotOfRow(row, "sys.jobs", SETTINGS);
  expectSaneSnapshot(snapshot, descriptor);
  expect(DremioQueryDetails.safeParse(snapshot.details).error).toBeUndefined();
  return snapshot;
}

describe("a job by id", () => {
  it("COMPLETED: every field of the document, in details and raw", () => {
    const body = fixture("job-completed");
    const snapshot = jobOf(body);
    expect(snapshot).toMatchObject({
      kind: "query",
      id: ID,
      run: null,
      state: "succeeded",
      vendorState: "COMPLETED",
      precision: "fine",
      actions: [],
      startedAt: "2022-12-13T18:34:14.069Z",
      endedAt: "2022-12-13T18:35:09.963Z",
      rowCount: 1003904,
      error: null,
      queue: "LARGE",
      type: "UI_RUN",
      internal: false,
      nameIfUnknown: `UI_RUN ${ID}`,
      vendorUrl: `http://dremio.example:9047/jobs/job/${ID}`,
    });
    expect(snapshot.details).toMatchObject({ ...body, type: "dremio/query", jobId: ID, cancelledBy: null });
    expect(snapshot.raw).toEqual({ "GET /api/v3/job/{id}": body });
    expect(snapshot.segments?.map(({ vendorState, from, to }) => [vendorState, from, to])).toEqual([
      ["SETUP", "2022-12-13T18:34:14.069Z", "2022-12-13T18:34:14.977Z"],
      ["QUEUED", "2022-12-13T18:34:14.977Z", "2022-12-13T18:34:14.995Z"],
      ["RUNNING", "2022-12-13T18:34:14.995Z", "2022-12-13T18:35:09.963Z"],
    ]);
    expect(snapshot.segments?.every((segment) => segment.coarse)).toBe(true);
  });

  it("CANCELED: the reason is shown, and who it was", () => {
    expect(jobOf(fixture("job-canceled"))).toMatchObject({
      state: "cancelled",
      error: "Query cancelled by user 'USERNAME'",
      rowCount: 0,
      details: { cancelledBy: "user", errorMessage: "" },
    });
  });

  it.each([
    "Query was cancelled due to low memory.",
    "Query cancelled by coordinator heap monitor",
    "Query cancelled by Reflection Manager. Reflection configuration is stale",
    "Query was cancelled",
  ])("CANCELED by the system: %s", (cancellationReason) => {
    const snapshot = jobOf({ ...fixture("job-canceled"), cancellationReason });
    expect([snapshot.error, snapshot.details.cancelledBy]).toEqual([cancellationReason, "system"]);
  });

  it("FAILED: the message is the error", () => {
    const snapshot = jobOf(fixture("job-failed"));
    expect(snapshot.state).toBe("failed");
    expect(snapshot.error).toMatch(/^ExecutionSetupException: One or more nodes lost connectivity/);
    expect(snapshot.details.cancelledBy).toBeNull();
  });

  it("RUNNING: rows so far, an open span, a cancel, hidden as Dremio's own", () => {
    const snapshot = jobOf(fixture("job-running"));
    expect(snapshot).toMatchObject({ state: "running", actions: ["cancel"], rowCount: 2682474, endedAt: null });
    expect([snapshot.type, snapshot.internal]).toEqual(["ACCELERATOR_CREATE", true]);
    expect(snapshot.segments?.at(-1)).toMatchObject({ vendorState: "RUNNING", to: null });
  });

  it("QUEUED on Community: the epoch is no end of the wait", () => {
    const snapshot = jobOf(fixture("job-queued-community"));
    expect(snapshot.segments?.at(-1)).toMatchObject({ vendorState: "QUEUED", to: null });
    expect(snapshot.details.queueWait).toEqual({ from: "2023-02-01T21:30:11.743Z", to: null });
    expect(snapshot.details.resourceSchedulingEndedAt).toBe("1970-01-01T00:00:00.000Z");
  });

  it("timed out in its queue: the wait ends with the job", () => {
    const snapshot = jobOf(fixture("job-queue-timeout"));
    expect(snapshot.details).toMatchObject({ cancelledBy: "system", queueWait: { to: "2023-02-01T21:35:11.760Z" } });
    expect(snapshot.segments?.map(({ vendorState }) => vendorState)).toEqual(["SETUP", "QUEUED"]);
  });

  it("PENDING: nothing is certain yet", () => {
    const snapshot = jobOf(fixture("job-pending"));
    expect(snapshot.segments).toBeUndefined();
    expect("queue" in snapshot).toBe(false);
    expect(snapshot.details.queueWait).toBeNull();
    expect("queueName" in snapshot.details).toBe(false);
  });

  it("re-attempted: the old end is ignored, an absent count stays absent, new fields come along", () => {
    const snapshot = jobOf(fixture("job-reattempt"));
    expect(snapshot.endedAt).toBeNull();
    expect("rowCount" in snapshot).toBe(false);
    expect(snapshot.queue).toBeNull();
    expect(snapshot.details).toMatchObject({
      endedAt: "2023-02-01T21:39:58.500Z",
      somethingNew: { snakeCaseKey: [{ innerKey: null }] },
    });
  });

  it("a start stamped again at execution leaves the wait before it alone", () => {
    const snapshot = jobOf({ ...fixture("job-completed"), startedAt: "2022-12-13T18:34:15.000Z" });
    expect(snapshot.segments?.map(({ vendorState }) => vendorState)).toEqual(["QUEUED", "RUNNING"]);
  });

  it("a statement that needed no resources ran from start to end", () => {
    const body = fixture("job-completed");
    delete body.resourceSchedulingStartedAt;
    delete body.resourceSchedulingEndedAt;
    expect(jobOf(body).segments?.map(({ vendorState }) => vendorState)).toEqual(["RUNNING"]);
    expect(jobOf({ ...body, jobState: "FAILED" }).segments).toBeUndefined();
  });

  it("odd types spoil their field alone", () => {
    const snapshot = jobOf({ jobState: "RUNNING", rowCount: "many", startedAt: 5, queueName: null, queryType: [] });
    expect(snapshot.state).toBe("running");
    expect(["rowCount", "startedAt", "queue", "type"].filter((key) => key in snapshot)).toEqual([]);
  });

  it("without a state it is no job", () => {
    expect(() => jobOf({ rowCount: 1 })).toThrow(/jobState/);
  });

  it("on Cloud the queue is not where it runs", () => {
    const snapshot = jobOf(fixture("job-running"), { ...SETTINGS, projectId: "p1" });
    expect("queue" in snapshot).toBe(false);
  });
});

describe("a row of a listing", () => {
  it("RUNNING on Software: phases from the documents' sample", () => {
    const snapshot = rowOf("jobs-running-software");
    expect(snapshot).toMatchObject({
      id: "1d3091b1-d0be-0169-8ace-e43f562c7000",
      state: "running",
      vendorState: "RUNNING",
      precision: "coarse",
      covers: ["CANCELLATION_REQUESTED"],
      name: "SELECT * FROM sys.jobs",
      text: "-- written by a tool\nSELECT *\n  FROM sys.jobs",
      owner: "dremio",
      queue: "Low Cost User Queries",
      submittedAt: "2022-07-14T01:15:57.782Z",
      startedAt: "2022-07-14T01:15:57.782Z",
      endedAt: null,
      attempt: 1,
      error: null,
    });
    expect("rowCount" in snapshot).toBe(false);
    expect(snapshot.segments?.map(({ vendorState, from, to }) => [vendorState, from.slice(17), to?.slice(17)])).toEqual(
      [
        ["PENDING", "57.782Z", "57.782Z"],
        ["METADATA_RETRIEVAL", "57.782Z", "57.789Z"],
        ["PLANNING", "57.789Z", "57.840Z"],
        ["ENGINE_START", "57.840Z", "57.840Z"],
        ["QUEUED", "57.840Z", "57.876Z"],
        ["EXECUTION_PLANNING", "57.876Z", "57.881Z"],
        ["RUNNING", "57.881Z", undefined],
      ],
    );
    expect(snapshot.details).toMatchObject({
      submittedEpochMillis: 1657761357782,
      finalStateEpochMillis: 0,
      queriedDatasets: "[sys.jobs]",
      queriedDatasetsParsed: ["sys.jobs"],
      scannedDatasetsParsed: [],
    });
  });

  it("COMPLETED in Cloud's history: second attempt, its own phases only, digits kept", () => {
    const snapshot = rowOf("jobs-history-cloud");
    expect(snapshot).toMatchObject({
      state: "succeeded",
      precision: "fine",
      attempt: 2,
      owner: "$dremio$",
      queue: "preview",
      internal: true,
      name: "METADATA_REFRESH 1e064d24-8d14-4b07-b55f-244a3dcc0700",
      rowCount: "9007199254740993",
      endedAt: "2022-02-02T04:04:59.000Z",
    });
    expect(snapshot.segments?.map(({ vendorState }) => vendorState)).toEqual([
      "PENDING",
      "METADATA_RETRIEVAL",
      "PLANNING",
      "EXECUTION_PLANNING",
      "STARTING",
      "RUNNING",
    ]);
    expect(snapshot.segments?.at(-1)?.to).toBe("2022-02-02T04:04:59.000Z");
    expect(snapshot.details.queriedDatasetsParsed).toEqual(["lake.orders", "lake.lines"]);
    expect("scannedDatasetsParsed" in snapshot.details).toBe(false);
  });

  it("both vocabularies, and words of neither", () => {
    const wordOf = (status: string) => {
      const { state, vendorState, precision } = rowOf("jobs-running-software", { status });
      return [vendorState, state, precision];
    };
    expect(wordOf("ENGINE START")).toEqual(["ENGINE START", "starting", "fine"]);
    expect(wordOf("METADATA_RETRIEVAL")).toEqual(["METADATA_RETRIEVAL", "starting", "fine"]);
    expect(wordOf("SETUP")).toEqual(["SETUP", "starting", "coarse"]);
    expect(wordOf("REBALANCING")).toEqual(["REBALANCING", "unknown", "fine"]);
  });

  it("an alive row's end is an earlier attempt's", () => {
    const snapshot = rowOf("jobs-running-software", { final_state_epoch_millis: 1657761357900 });
    expect([snapshot.endedAt, snapshot.segments?.at(-1)?.to]).toEqual([null, null]);
  });

  it("FAILED and CANCELED speak of their reason where the row has it", () => {
    const ended = { final_state_epoch_millis: 1657761360000, rows_returned: 7 };
    expect(rowOf("jobs-running-software", { ...ended, status: "FAILED", error_msg: "no such column" })).toMatchObject({
      error: "no such column",
      rowCount: 7,
    });
    const silent = rowOf("jobs-running-software", { ...ended, status: "CANCELED" });
    expect(["error" in silent, "cancelledBy" in silent.details]).toEqual([false, false]);
    const reason = { error_msg: "Query was cancelled due to low memory." };
    expect(rowOf("jobs-running-software", { ...ended, status: "CANCELED", ...reason }).details.cancelledBy).toBe(
      "system",
    );
  });

  it("with the least columns it is still a job", () => {
    const { rows } = parseRows(ListingRow, [{ job_id: "a-1", status: "QUEUED" }], "job_id");
    const [row] = rows;
    if (!row) throw new Error("no row");
    const snapshot = snapshotOfRow(row, "sys.jobs", SETTINGS);
    expectSaneSnapshot(snapshot, descriptor);
    expect(snapshot).toMatchObject({ name: "a-1", state: "queued", actions: ["cancel"] });
    expect("segments" in snapshot || "submittedAt" in snapshot).toBe(false);
  });

  it.each([{ job_id: 17 }, { job_id: "a b" }, { job_id: null }, { status: ["RUNNING"] }, { status: "" }])(
    "%j is skipped",
    (changes) => {
      expect(() => rowOf("jobs-running-software", changes)).toThrow(/job_id|status/);
    },
  );
});
