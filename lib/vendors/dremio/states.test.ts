import { describe, expect, it } from "vitest";
import { actionsIn, coveredBy, isCoarse, toJobState } from "@/lib/vendors/dremio/states";

describe("toJobState", () => {
  it.each([
    ["NOT_SUBMITTED", "queued", true],
    ["PENDING", "queued", true],
    ["QUEUED", "queued", true],
    ["ENQUEUED", "queued", true],
    ["SETUP", "starting", true],
    ["METADATA_RETRIEVAL", "starting", true],
    ["PLANNING", "starting", true],
    ["ENGINE_START", "starting", true],
    ["ENGINE START", "starting", true],
    ["EXECUTION_PLANNING", "starting", true],
    ["STARTING", "starting", true],
    ["RUNNING", "running", true],
    ["CANCELLATION_REQUESTED", "stopping", false],
    ["COMPLETED", "succeeded", false],
    ["CANCELED", "cancelled", false],
    ["CANCELLED", "cancelled", false],
    ["FAILED", "failed", false],
    ["INVALID_STATE", "unknown", false],
    ["FOO", "unknown", false],
  ])("%s is %s, cancellable: %s", (word, state, cancellable) => {
    expect(toJobState(word)).toBe(state);
    expect(actionsIn(toJobState(word))).toEqual(cancellable ? ["cancel"] : []);
  });
});

describe("the listing's coarse words", () => {
  it("are SETUP and RUNNING", () => {
    expect(["SETUP", "RUNNING", "ENGINE START", "QUEUED", "COMPLETED"].map(isCoarse)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("stand for what the row's phases allow, so that no passing word outlives its phase", () => {
    expect(coveredBy("SETUP", "PENDING")).toEqual(["NOT_SUBMITTED", "PENDING"]);
    expect(coveredBy("SETUP", "PLANNING")).toEqual(["PLANNING"]);
    expect(coveredBy("RUNNING", "EXECUTION_PLANNING")).toContain("STARTING");
    expect(coveredBy("RUNNING", "RUNNING")).toEqual(["CANCELLATION_REQUESTED"]);
    expect(coveredBy("RUNNING", null)).not.toContain("STARTING");
    expect(coveredBy("QUEUED", "QUEUED")).toEqual([]);
  });
});
