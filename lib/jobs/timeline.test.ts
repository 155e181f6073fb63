import { expect, test } from "vitest";
import { buildTimeline } from "@/lib/jobs/timeline";
import type { Transition } from "@/lib/jobs/transition";

const T = Date.parse("2026-07-02T12:00:00.000Z");
const iso = (seconds: number) => new Date(T + seconds * 1000).toISOString();

function seen(vendorState: string, at: number, more: Partial<Transition> = {}): Transition {
  const base = { run: null, attempt: 1, fromVendorState: null, earliest: null, certainty: "observed" as const };
  return { ...base, vendorState, state: "running", at: T + at * 1000, ...more };
}

test("what was seen is drawn with the bracket in which it changed", () => {
  const timeline = buildTimeline({
    transitions: [
      seen("QUEUED", 0, { state: "queued" }),
      seen("RUNNING", 8, { earliest: T + 3_000 }),
      seen("COMPLETED", 20, { state: "succeeded", certainty: "vendor" }),
    ],
    vendorSegments: [],
  });
  expect(
    timeline.map(({ vendorState, from, to, fromEarliest }) => [
      vendorState,
      from - T,
      to && to - T,
      fromEarliest && fromEarliest - T,
    ]),
  ).toEqual([
    ["QUEUED", 0, 8_000, null],
    ["RUNNING", 8_000, 20_000, 3_000],
    ["COMPLETED", 20_000, 20_000, null],
  ]);
});

test("the vendor's own phases win, and what came after them is added", () => {
  const timeline = buildTimeline({
    transitions: [seen("RUNNING", 5), seen("FAILED", 30, { state: "failed", certainty: "vendor" })],
    vendorSegments: [
      {
        attempt: 1,
        segments: [
          { state: "starting", vendorState: "PLANNING", from: iso(0), to: iso(2) },
          { state: "running", vendorState: "RUNNING", from: iso(2), to: null },
        ],
      },
    ],
  });
  expect(timeline.map(({ vendorState, certainty, to }) => [vendorState, certainty, to && (to - T) / 1000])).toEqual([
    ["PLANNING", "vendor", 2],
    ["RUNNING", "vendor", 30],
    ["FAILED", "vendor", 30],
  ]);
});

test("both attempts of a reopened job stand one after the other", () => {
  const timeline = buildTimeline({
    transitions: [
      seen("RUNNING", 0),
      seen("FAILED", 10, { state: "failed" }),
      seen("PENDING", 14, { state: "queued", attempt: 2 }),
    ],
    vendorSegments: [],
  });
  expect(timeline.map(({ vendorState, attempt }) => `${attempt} ${vendorState}`)).toEqual([
    "1 RUNNING",
    "1 FAILED",
    "2 PENDING",
  ]);
});

test("clocks that differ make no segment of negative length", () => {
  const [first] = buildTimeline({
    transitions: [seen("RUNNING", 10), seen("COMPLETED", 7, { state: "succeeded" })],
    vendorSegments: [],
  });
  expect(first?.to).toBe(first?.from);
});
