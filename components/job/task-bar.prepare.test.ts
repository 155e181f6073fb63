import { describe, expect, it } from "vitest";
import { prepareStages, prepareTasks } from "@/components/job/task-bar.prepare";

const tasks = { total: 200, active: 18, completed: 82, skipped: 0, failed: 4, killed: 0, completedIndices: null };

describe("a subjob's tasks", () => {
  it("are shares of all, in words and in percent", () => {
    const bar = prepareTasks({ tasks, fraction: 0.41 });
    expect(bar.parts).toEqual([
      { part: "ok", share: 0.41 },
      { part: "active", share: 0.09 },
      { part: "failed", share: 0.02 },
    ]);
    expect(bar.percent).toBe(41);
    expect(bar.words).toBe("82 of 200 · 18 active · 4 failed");
  });
  it("never run over the bar", () => {
    const bar = prepareTasks({ tasks: { ...tasks, total: 10, completed: 10, active: 0, failed: 10 }, fraction: null });
    expect(bar.parts.reduce((sum, { share }) => sum + share, 0)).toBe(1);
  });
  it("are nothing where there are none, which is not 0 %", () => {
    const none = { ...tasks, total: 0, active: 0, completed: 0, failed: 0 };
    expect(prepareTasks({ tasks: none, fraction: null })).toMatchObject({ parts: [], percent: null });
    expect(prepareTasks({ tasks: { ...none, total: 5 }, fraction: 0 }).percent).toBe(0);
  });
  it("count stages by their ids", () => {
    const stages = { active: 1, completed: 2, skipped: 0, failed: 0 };
    expect(prepareStages({ stages, stageIds: [1, 2, 3, 4, 5] }).words).toBe("2 of 5 · 1 active");
  });
});
