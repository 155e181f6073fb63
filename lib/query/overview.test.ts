import { expect, test } from "vitest";
import type { Analytics, Timeline, TimelineItem } from "@/lib/contract/overview";
import { overviewQueries, type RangeQuestion } from "@/lib/query/overview";
import { POLL } from "@/lib/query/polling";

const NOON = "2026-07-03T12:00:00.000Z";
const LATER = "2026-07-03T13:00:00.000Z";
const moving = { from: "-24h", to: null, filter: {} };
const fixed = { from: "2026-07-03T11:00:00.000Z", to: NOON, filter: {} };

const range = (asOf: string) => ({ from: fixed.from, to: NOON, asOf });
const timeline = (asOf: string, states: TimelineItem["state"][] = []): Timeline => ({
  ...range(asOf),
  truncated: false,
  items: states.map((state, n) => ({
    connection: "lake",
    vendor: "dremio",
    kind: "query",
    id: String(n),
    name: "",
    queue: null,
    state,
    knownAt: null,
    path: "",
    segments: [],
  })),
});
const analytics = (asOf: string): Analytics => ({
  ...range(asOf),
  bucketMs: 1,
  recordFrom: null,
  ends: [],
  durations: [],
  waits: [],
  failures: [],
  hours: [],
});

/** When a question is asked again after an answer; false: never. It reads no more of a query than its state. */
function pace({ refetchInterval }: { refetchInterval?: unknown }, data: Timeline | Analytics | undefined) {
  const ask = refetchInterval as (query: { state: { data: typeof data; error: null } }) => number | false;
  return ask({ state: { data, error: null } });
}
const timelineEvery = (question: RangeQuestion, data?: Timeline, restsWhenCrowded = false) =>
  pace(overviewQueries.timeline(question, { restsWhenCrowded }), data);
const analyticsEvery = (question: RangeQuestion, data?: Analytics) => pace(overviewQueries.analytics(question), data);

test("a timeline of a past range is asked for again until every job of it has ended", () => {
  expect(timelineEvery(fixed, timeline(LATER, ["succeeded", "running"]))).toBe(POLL.settled);
  expect(timelineEvery(fixed, timeline(LATER, ["succeeded", "unknown"]))).toBe(POLL.settled);
  expect(timelineEvery(fixed, timeline(LATER, ["succeeded", "failed"]))).toBe(false);
  expect(timelineEvery(fixed)).toBe(POLL.settled);
});

test("what ends after its answer was given is asked for again", () => {
  expect(timelineEvery(fixed, timeline(fixed.from, ["succeeded"]))).toBe(POLL.settled);
  expect(analyticsEvery(fixed, analytics(fixed.from))).toBe(POLL.slow);
  expect(analyticsEvery(fixed, analytics(LATER))).toBe(false);
  expect(timelineEvery(moving, timeline(NOON, ["succeeded"]))).toBe(POLL.settled);
  expect(analyticsEvery(moving, analytics(NOON))).toBe(POLL.slow);
});

test("a crowded timeline rests where a narrower one tells", () => {
  const crowded = { ...timeline(NOON, ["running"]), truncated: true };
  expect(timelineEvery(moving, crowded, true)).toBe(false);
  expect(timelineEvery(moving, crowded)).toBe(POLL.settled);
});
