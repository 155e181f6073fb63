import { expect, it } from "vitest";
import { attentionFace } from "@/components/jobs/state-face";
import { ATTENTIONS, JOB_STATES } from "@/lib/jobs/state";

it("a job that has failed is not called running", () => {
  expect(attentionFace("exception", "failed").word).toBe("Stopped by an exception");
  for (const state of JOB_STATES) expect(attentionFace("exception", state).word).not.toMatch(/running/i);
});

it("a job that the vendor brings back is not called stopped", () => {
  expect(attentionFace("arrears", "suspended").advice).toContain("stopped it");
  const restored = attentionFace("arrears", "starting");
  expect(restored.word).toBe("In arrears, being restored");
  for (const state of ["starting", "stopping"] as const) {
    expect(Object.values(attentionFace("arrears", state)).join(" ")).not.toMatch(/stopped/i);
  }
});

it("an unconfirmed stop is not called accepted: the vendor may never have answered", () => {
  for (const attention of ATTENTIONS) expect(attentionFace(attention, "running").advice).not.toContain("accepted");
});
