import { describe, expect, test } from "vitest";
import { mergeReading, type MergeContext, type Reading } from "@/lib/jobs/merge-reading";
import type { ActionRecord, JobRecord } from "@/lib/jobs/record";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

const T = Date.parse("2026-07-02T12:00:00.000Z");
const iso = (ms: number) => new Date(ms).toISOString();
const CONTEXT: MergeContext = { connection: "lake", vendor: "dremio", open: null, endingAcceptedAt: null };

function snapshot(changes: Partial<JobSnapshot>): JobSnapshot {
  return {
    kind: "query",
    id: "a",
    run: null,
    vendorState: "RUNNING",
    state: "running",
    precision: "fine",
    attention: null,
    actions: ["cancel"],
    details: { type: "dremio/query" },
    raw: {},
    ...changes,
  };
}

let hash = 0;
function reading(at: number, changes: Partial<JobSnapshot>, more: Partial<Reading> = {}): Reading {
  hash += 1;
  const times = { startedAt: at, observedAt: at + 50, previousAt: null };
  return { snapshot: snapshot(changes), ...times, source: "detail", hash: String(hash), ...more };
}

function changed(stored: JobRecord | null, next: Reading, context: Partial<MergeContext> = {}) {
  const merge = mergeReading(stored, next, { ...CONTEXT, ...context });
  if (merge.change !== "changed") throw new Error(`the reading changed nothing: ${merge.change}`);
  return merge;
}

const running = (at = T) => changed(null, reading(at, { submittedAt: iso(at - 5_000) })).record;

describe("what a reading changes", () => {
  test("a job seen for the first time has begun somewhere between its submission and now", () => {
    const { transition, record } = changed(null, reading(T, { submittedAt: iso(T - 5_000) }));
    expect(transition).toMatchObject({ certainty: "observed", at: T + 50, earliest: T - 5_000, fromVendorState: null });
    expect(record).toMatchObject({ state: "running", sortAt: T - 5_000, firstSeenAt: T + 50, attempt: 1 });
  });

  test("a change lies between the last look and this one", () => {
    const next = reading(T + 10_000, { vendorState: "SCALING" }, { previousAt: T + 8_000 });
    expect(changed(running(), next).transition).toMatchObject({ at: T + 10_050, earliest: T + 8_000 });
  });

  test("an end is dated by the vendor where it says when", () => {
    const end = { vendorState: "COMPLETED", state: "succeeded" as const, endedAt: iso(T + 3_000) };
    const { transition, record } = changed(running(), reading(T + 10_000, end));
    expect(transition).toMatchObject({ certainty: "vendor", at: T + 3_000, earliest: null });
    expect(record).toMatchObject({ state: "succeeded", endedAt: T + 3_000, durationMs: 8_000 });
  });

  test("the same answer to the same question changes nothing", () => {
    const first = reading(T, {});
    const stored = changed(null, first).record;
    expect(mergeReading(stored, { ...first, startedAt: T + 1, observedAt: T + 2 }, CONTEXT).change).toBe("none");
  });

  test("a reading that was asked for earlier never wins, whatever it says", () => {
    const stored = changed(running(), reading(T + 9_000, { vendorState: "COMPLETED", state: "succeeded" })).record;
    expect(mergeReading(stored, reading(T + 8_000, {}), CONTEXT).change).toBe("older");
  });

  test("what a reading does not speak of stays; null is an answer", () => {
    const stored = changed(null, reading(T, { owner: "ana", queue: "LARGE", rowCount: 0 })).record;
    const { record } = changed(stored, reading(T + 1_000, { queue: null }));
    expect(record).toMatchObject({ owner: "ana", queue: null, rowCount: 0 });
  });

  test("an answer by id from before the end says nothing of the end: the job is to be asked again", () => {
    const end = { vendorState: "COMPLETED", state: "succeeded" as const };
    const ended = changed(running(), reading(T + 10_000, end, { source: "recent" })).record;
    expect(Object.keys(ended.hashes)).toEqual(["recent"]);
    const asked = changed(ended, reading(T + 12_000, end)).record;
    expect(Object.keys(asked.hashes)).toEqual(["recent", "detail"]);
  });

  test("a partial answer by id leaves the job to be asked again, and the same one again changes nothing", () => {
    const partial = reading(T + 10_000, { vendorState: "COMPLETED", state: "succeeded", partial: true });
    const ended = changed(changed(null, reading(T, {})).record, partial).record;
    expect(ended.hashes).not.toHaveProperty("detail");
    const again = { ...partial, startedAt: T + 12_000, observedAt: T + 12_050 };
    expect(mergeReading(ended, again, CONTEXT).change).toBe("none");
    const whole = changed(ended, reading(T + 14_000, { vendorState: "COMPLETED", state: "succeeded" })).record;
    expect(Object.keys(whole.hashes)).toEqual(["detail"]);
    expect(changed(whole, { ...again, startedAt: T + 16_000 }).record.hashes).not.toHaveProperty("detail");
  });

  test("a coarse word does not replace the finer one that it covers", () => {
    const fine = changed(null, reading(T, { vendorState: "STARTING", state: "starting" })).record;
    const coarse = { vendorState: "RUNNING", precision: "coarse" as const, covers: ["EXECUTION_PLANNING", "STARTING"] };
    expect(changed(fine, reading(T + 1_000, coarse)).record).toMatchObject({
      vendorState: "STARTING",
      state: "starting",
    });
    expect(changed(running(), reading(T + 1_000, coarse)).record.vendorState).toBe("RUNNING");
  });
});

describe("attempts and runs", () => {
  test("a failed job that comes back is reopened: another attempt, without the old end and error", () => {
    const failed = changed(
      running(),
      reading(T + 1_000, { vendorState: "FAILED", state: "failed", error: "out of memory", endedAt: iso(T + 900) }),
    ).record;
    const merge = changed(
      failed,
      reading(T + 4_000, { vendorState: "PENDING", state: "queued", startedAt: iso(T + 3_000) }),
    );
    expect(merge.reopened).toBe(true);
    expect(merge.record).toMatchObject({
      attempt: 2,
      endedAt: null,
      error: null,
      state: "queued",
      startedAt: T + 3_000,
    });
    expect(merge.transition).toMatchObject({ attempt: 2, fromVendorState: "FAILED" });
  });

  test("the first start that was seen stays within an attempt", () => {
    const stored = changed(null, reading(T, { startedAt: iso(T - 9_000) })).record;
    expect(changed(stored, reading(T + 1_000, { startedAt: iso(T) })).record.startedAt).toBe(T - 9_000);
  });

  test("a newer run of a definition sends the one before to the history", () => {
    const first = changed(null, reading(T, { run: "1", vendorState: "job_finish", state: "succeeded" })).record;
    const merge = changed(first, reading(T + 1_000, { run: "2", vendorState: "job_running" }));
    expect(merge.archivesRun).toBe(true);
    expect(merge.record).toMatchObject({ run: "2", attempt: 1, endedAt: null });
    expect(merge.transition).toMatchObject({ run: "2", fromVendorState: null });
  });

  test("an answer about an earlier run is no news of the newest", () => {
    const second = changed(null, reading(T, { run: "20" })).record;
    const late = reading(T + 1_000, { run: "9", vendorState: "job_finish", state: "succeeded" });
    expect(mergeReading(second, late, CONTEXT).change).toBe("older");
  });

  test("a reading that does not say its run is of the one that is known to go on", () => {
    const stored = changed(null, reading(T, { run: "37", startedAt: iso(T - 1_000) })).record;
    const { record, archivesRun, transition } = changed(stored, reading(T + 1_000, { vendorState: "ABORTING" }));
    expect([archivesRun, record.run, record.startedAt]).toEqual([false, "37", T - 1_000]);
    expect(transition).toMatchObject({ run: "37", fromVendorState: "RUNNING" });
  });

  test.each([
    ["of a run that has ended", { run: "37", vendorState: "COMPLETED", state: "succeeded" as const }, {}],
    ["before a draft", { run: "37" }, { vendorState: "job_init", state: "draft" as const }],
  ])("a reading without a run is not %s", (_, known, next) => {
    const merge = changed(changed(null, reading(T, known)).record, reading(T + 1_000, next));
    expect([merge.archivesRun, merge.record.run]).toEqual([true, null]);
  });

  test("the first run of a draft archives nothing", () => {
    const draft = changed(null, reading(T, { vendorState: "job_init", state: "draft" })).record;
    expect(changed(draft, reading(T + 1_000, { run: "1" })).archivesRun).toBe(false);
  });
});

describe("our own actions", () => {
  const open: ActionRecord = {
    id: "x",
    action: "cancel",
    outcome: "accepted",
    run: null,
    askedAt: T,
    acceptedAt: T + 100,
    dataId: null,
  };

  test("an accepted cancel is shown as stopping beside the vendor's own word", () => {
    const { record, settlement } = changed(running(T - 60_000), reading(T + 1_000, {}), { open });
    expect(record).toMatchObject({ state: "stopping", readingState: "running", vendorState: "RUNNING" });
    expect(settlement).toBeNull();
  });

  test("a reading that does not say its run does not show that another one has begun", () => {
    const stored = changed(null, reading(T - 60_000, { run: "37" })).record;
    const stop = { ...open, action: "stop" as const, run: "37" };
    const { settlement, record } = changed(stored, reading(T + 1_000, {}), { open: stop });
    expect([settlement, record.run, record.state]).toEqual([null, "37", "stopping"]);
    const end = reading(T + 2_000, { vendorState: "CANCELED", state: "cancelled" });
    expect(changed(stored, end, { open: stop }).settlement?.outcome).toBe("confirmed");
  });

  test.each([
    ["CANCELED", "cancelled", "confirmed"],
    ["COMPLETED", "succeeded", "overtaken"],
    ["FAILED", "failed", "overtaken"],
  ] as const)("%s after it settles it", (vendorState, state, outcome) => {
    const { settlement, record } = changed(running(T - 60_000), reading(T + 1_000, { vendorState, state }), { open });
    expect(settlement?.outcome).toBe(outcome);
    expect(record.state).toBe(state);
  });

  test("a reading from before it says nothing about it", () => {
    const stored = running(T - 60_000);
    const before = reading(T - 10, { vendorState: "CANCELED", state: "cancelled" });
    expect(changed(stored, before, { open }).settlement).toBeNull();
  });

  test("a vendor that fails to stop refuses it, and the job runs on", () => {
    const fail = { vendorState: "job_cancel_fail", attention: "stop_failed" as const, error: "quota" };
    const { record, settlement } = changed(running(T - 60_000), reading(T + 1_000, fail), { open });
    expect(settlement).toEqual({ outcome: "refused", vendorMessage: "quota" });
    expect(record).toMatchObject({ state: "running", attention: "stop_failed" });
  });

  test("dead means cancelled only where our own cancel was accepted before it", () => {
    const dead = { vendorState: "dead", state: "failed" as const, cancelledIfAsked: true };
    expect(changed(running(), reading(T + 1_000, dead)).record.state).toBe("failed");
    expect(changed(running(), reading(T + 2_000, dead), { endingAcceptedAt: T }).record.state).toBe("cancelled");
  });
});
