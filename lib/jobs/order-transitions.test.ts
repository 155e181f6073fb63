import { expect, test } from "vitest";
import { orderTransitions } from "@/lib/jobs/order-transitions";
import { buildTimeline } from "@/lib/jobs/timeline";
import type { Transition } from "@/lib/jobs/transition";

const SUBMITTED = Date.parse("2026-07-02T21:34:52.000Z");
const SEEN = Date.parse("2026-07-02T21:36:18.431Z");
const ENDED = Date.parse("2026-07-02T21:36:15.000Z");

const base = { run: "41", attempt: 1, fromVendorState: null, earliest: null };
const running: Transition = {
  ...base,
  vendorState: "RUNNING",
  state: "running",
  at: SEEN,
  earliest: SUBMITTED,
  certainty: "observed",
};
const ended: Transition = {
  ...base,
  fromVendorState: "RUNNING",
  vendorState: "COMPLETED_WITH_WARNINGS",
  state: "warning",
  at: ENDED,
  certainty: "vendor",
};

test("what was first seen after the vendor's end of it happened at that end, or before", () => {
  const [first, last] = orderTransitions([running, ended]);
  expect(first).toEqual({ ...running, at: ENDED });
  expect(last).toBe(ended);
});

test("a job that is on record backwards is drawn oldest first, and ends when the vendor says", () => {
  const timeline = buildTimeline({ transitions: [running, ended], vendorSegments: [] });
  expect(timeline.map(({ vendorState, from, to, fromEarliest }) => [vendorState, from, to, fromEarliest])).toEqual([
    ["RUNNING", ENDED, ENDED, SUBMITTED],
    ["COMPLETED_WITH_WARNINGS", ENDED, ENDED, null],
  ]);
});

test("the bounds shrink with it, and all that was seen before the end with them", () => {
  const queued: Transition = { ...running, vendorState: "QUEUED", state: "queued", at: SEEN - 1_000 };
  const later: Transition = { ...running, earliest: SEEN - 1_000 };
  expect(orderTransitions([queued, later, ended]).map(({ at, earliest }) => [at, earliest])).toEqual([
    [ENDED, SUBMITTED],
    [ENDED, ENDED],
    [ENDED, null],
  ]);
});

test("what is in order stays, and a moment that the vendor states is never moved", () => {
  const known = [{ ...running, at: ENDED - 1 }, ended, { ...running, attempt: 2 }];
  expect(orderTransitions(known)).toEqual(known);
  const told = [{ ...ended, at: ENDED + 5_000 }, ended];
  expect(orderTransitions(told)).toEqual(told);
});
