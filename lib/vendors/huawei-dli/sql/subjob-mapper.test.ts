import { describe, expect, it } from "vitest";
import { SqlProgress } from "@/lib/vendors/huawei-dli/sql/contract";
import { toProgress, toSubjobs } from "@/lib/vendors/huawei-dli/sql/subjob-mapper";
import running from "@/lib/vendors/huawei-dli/fixtures/sql-progress-running.json";

const check = { zone: null, startedAt: null, now: Date.parse("2026-11-21T00:00:00Z") };
const parse = (body: unknown) => SqlProgress.parse(body);

describe("the document's running job", () => {
  it("is at the beginning of subjob 0", () => {
    expect(toProgress(parse(running))).toEqual({ fraction: 0, of: "subjob", subjobId: "0" });
  });

  it("has the one subjob, every field of it", () => {
    expect(toSubjobs(parse(running), check)).toEqual([
      {
        id: "0",
        name: "runJob at FileFormatWriter.scala:266",
        description: null,
        jobGroup: "85798b38-ae44-48eb-bb90-7cf0dcdafe7b",
        status: "running",
        vendorStatus: "RUNNING",
        submittedAt: "2020-07-27T09:24:03.000Z",
        completedAt: null,
        submissionTime: "Mon Jul 27 17:24:03 CST 2020",
        completionTime: null,
        fraction: 0,
        stageIds: [0],
        tasks: { total: 1, active: 1, completed: 0, skipped: 0, failed: 0, killed: 0, completedIndices: 0 },
        stages: { active: 1, completed: 0, skipped: 0, failed: 0 },
        killedTasksSummary: {},
      },
    ]);
  });
});

describe("progress", () => {
  it.each([
    [
      { status: "LAUNCHING", progress: 0 },
      { fraction: 0, of: "job", subjobId: null },
    ],
    [
      { status: "FINISHED", progress: 1 },
      { fraction: 1, of: "job", subjobId: null },
    ],
    [
      { status: "RUNNING", progress: 0.25, sub_job_id: null },
      { fraction: 0.25, of: "job", subjobId: null },
    ],
    [
      { status: "RUNNING", progress: 0.25, sub_job_id: "" },
      { fraction: 0.25, of: "job", subjobId: null },
    ],
    [
      { status: "RUNNING", progress: 1.04, sub_job_id: 3 },
      { fraction: 1, of: "subjob", subjobId: "3" },
    ],
    [{ status: "RUNNING", sub_job_id: 3 }, null],
    [{ status: "RUNNING", progress: null, sub_job_id: 3 }, null],
    [{ status: "FAILED", progress: 0.5 }, null],
    [{ status: "CANCELLED", progress: 1 }, null],
  ])("of %j is %j", (body, progress) => {
    expect(toProgress(parse({ is_success: true, message: "", ...body }))).toEqual(progress);
  });
});

describe("a subjob's bar", () => {
  const bar = (fields: object) => toSubjobs(parse({ sub_jobs: [{ id: 1, ...fields }] }), check)?.[0]?.fraction;

  it("is distinct partitions over tasks that are not skipped", () => {
    expect(bar({ num_tasks: 200, num_skipped_tasks: 120, num_completed_tasks: 45, num_completed_indices: 40 })).toBe(
      0.5,
    );
  });

  it("stays within its ends, whatever is retried", () => {
    expect(bar({ num_tasks: 4, num_completed_indices: 9 })).toBe(1);
  });

  it("takes completed attempts where old Spark knows no indices", () => {
    expect(bar({ num_tasks: 4, num_completed_tasks: 1 })).toBe(0.25);
  });

  it("cannot be known without tasks", () => {
    expect(bar({})).toBeNull();
    expect(bar({ num_tasks: 5, num_skipped_tasks: 5, num_completed_indices: 0 })).toBeNull();
  });
});

describe("subjobs", () => {
  it("whose number of tasks is not told are not said to have none", () => {
    const total = (fields: object) => toSubjobs(parse({ sub_jobs: [{ id: 1, ...fields }] }), check)?.[0]?.tasks.total;
    expect([total({}), total({ num_tasks: null }), total({ num_tasks: 0 })]).toEqual([null, null, 0]);
  });

  it("are null where the vendor does not speak of them, none where it has none", () => {
    expect([toSubjobs(parse({}), check), toSubjobs(parse({ sub_jobs: null }), check)]).toEqual([null, null]);
    expect(toSubjobs(parse({ sub_jobs: [] }), check)).toEqual([]);
  });

  it("keep Spark's own word, and the reasons for killed tasks verbatim", () => {
    const summary = { "another attempt succeeded": 2, Stage_cancelled: 1 };
    const [subjob] =
      toSubjobs(parse({ sub_jobs: [{ id: 7, status: "HELD", killed_tasks_summary: summary }] }), check) ?? [];
    expect(subjob).toMatchObject({ status: "unknown", vendorStatus: "HELD", killedTasksSummary: summary });
  });

  it("leave out one without an id, and keep the others", () => {
    expect(toSubjobs(parse({ sub_jobs: [{ name: "x" }, 5, { id: 0 }] }), check)?.map(({ id }) => id)).toEqual(["0"]);
  });
});
