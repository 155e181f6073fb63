import { describe, expect, it } from "vitest";
import {
  killedWords,
  stageStretches,
  stageWords,
  subjobOrder,
  taskStretches,
  taskWords,
} from "@/components/panels/huawei-dli/subjob-words";
import { sampleSubjob } from "@/components/panels/huawei-dli/samples";

const tasks = (part: Partial<ReturnType<typeof sampleSubjob>["tasks"]>) =>
  sampleSubjob({
    tasks: { total: 0, active: 0, completed: 0, skipped: 0, failed: 0, killed: 0, completedIndices: null, ...part },
  });

describe("a subjob's tasks", () => {
  it("are said in words, what is skipped does not count as expected", () => {
    const subjob = tasks({ total: 200, completed: 152, completedIndices: 152, skipped: 48 });
    expect(taskWords(subjob)).toBe("152 of 152 tasks · 48 skipped");
    expect(taskStretches(subjob)).toEqual([
      { word: "completed", count: 152, share: 0.76 },
      { word: "skipped", count: 48, share: 0.24 },
    ]);
  });

  it("that ran again exceed the total, and the bar does not overflow", () => {
    const subjob = tasks({ total: 100, completed: 107, completedIndices: 100, failed: 4, killed: 3 });
    expect(taskWords(subjob)).toBe("100 of 100 tasks · 4 failed · 3 killed · 7 run again");
    const sum = taskStretches(subjob).reduce((all, { share }) => all + share, 0);
    expect(sum).toBeCloseTo(1);
    // Before Spark 2.3 there are only attempts.
    expect(taskWords(tasks({ total: 100, completed: 107 }))).toBe("107 of 100 tasks · 7 run again");
  });

  it("of which none has begun are an empty bar", () => {
    expect(taskStretches(tasks({ total: 12 }))).toEqual([]);
    expect(taskWords(tasks({ total: 12 }))).toBe("0 of 12 tasks");
  });
});

describe("counts that are not told", () => {
  it("are not called 0 of 0", () => {
    expect(taskWords(tasks({ total: null }))).toBe("number of tasks not told");
    expect(taskStretches(tasks({ total: null }))).toEqual([]);
    expect(taskWords(tasks({ total: null, completed: 7, active: 2 }))).toBe(
      "7 tasks done, of how many is not told · 2 active",
    );
    const none = { active: 0, completed: 0, skipped: 0, failed: 0 };
    expect(stageWords(sampleSubjob({ stageIds: [], stages: none }))).toBe("number of stages not told");
  });
});

describe("a subjob's stages", () => {
  it("are counted by their ids", () => {
    const subjob = sampleSubjob({
      stageIds: [4, 5, 6, 7, 8],
      stages: { active: 1, completed: 2, skipped: 1, failed: 0 },
    });
    expect(stageWords(subjob)).toBe("2 of 4 stages · 1 active · 1 skipped");
    expect(stageStretches(subjob).map(({ share }) => share)).toEqual([0.4, 0.2, 0.2]);
  });
});

it("reasons for killed tasks are told with their counts", () => {
  expect(
    killedWords(sampleSubjob({ killedTasksSummary: { "another attempt succeeded": 4, "Stage cancelled": 1 } })),
  ).toBe("5 killed: another attempt succeeded (4), Stage cancelled (1)");
  expect(killedWords(sampleSubjob({ killedTasksSummary: {} }))).toBeNull();
});

it("running subjobs come first, then the newest; ids are numbers", () => {
  const made = ["9", "10", "2"].map((id) => sampleSubjob({ id, status: id === "2" ? "running" : "succeeded" }));
  expect(subjobOrder(made).map(({ id }) => id)).toEqual(["2", "10", "9"]);
});
