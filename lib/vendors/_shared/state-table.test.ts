import { describe, expect, it } from "vitest";
import { stateTable } from "@/lib/vendors/_shared/state-table";

const read = stateTable({ ENGINE_START: "starting", job_running: "running", dead: "failed" });

describe("stateTable", () => {
  it.each(["ENGINE_START", "engine start", "Engine-Start", " ENGINE  START "])("folds %j", (word) => {
    expect(read(word)).toBe("starting");
  });

  it("folds the table too", () => {
    expect([read("JOB_RUNNING"), read("Dead")]).toEqual(["running", "failed"]);
  });

  it.each(["REBALANCING", "", "constructor", "__proto__", "toString"])("calls %j unknown", (word) => {
    expect(read(word)).toBe("unknown");
  });
});
