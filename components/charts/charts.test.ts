import { describe, expect, it } from "vitest";
import { niceTop, prepareEnds } from "@/components/charts/ends.prepare";
import { failureWords, leastMark, prepareFailures, RATE_AXIS } from "@/components/charts/failures.prepare";
import { latestHour, prepareHours } from "@/components/charts/hours.prepare";
import type { ChartScope } from "@/components/charts/list-links";
import { onAxis, prepareDurations, prepareWaits } from "@/components/charts/spread.prepare";
import type { Analytics } from "@/lib/contract/overview";
import { loadJobsSearch } from "@/lib/url/jobs-search";

const FROM = "2026-07-03T10:30:00.000Z";
const TO = "2026-07-03T13:10:00.000Z";
const HOUR = 3_600_000;
const data: Analytics = {
  from: FROM,
  to: TO,
  bucketMs: HOUR,
  recordFrom: "2026-07-03T11:20:00.000Z",
  ends: [
    { at: "2026-07-03T11:00:00.000Z", byState: { failed: 1, succeeded: 3 } },
    { at: "2026-07-03T13:00:00.000Z", byState: { cancelled: 2 } },
  ],
  durations: [
    { connection: "lake", kind: "query", n: 12, p50: 0, p95: 42_000 },
    { connection: "dli", kind: "sql", n: 0, p50: null, p95: null },
  ],
  waits: [{ connection: "lake", queue: null, n: 2, p50: 5, p95: 7 }],
  failures: [
    { by: "owner", value: "ana", ended: 40, failed: 0 },
    { by: "owner", value: null, ended: 3, failed: 1 },
    { by: "queue", value: "big", ended: 10, failed: 5 },
  ],
  hours: [{ weekday: 6, hour: 23, jobs: 4 }],
  asOf: TO,
};
const scope: ChartScope = { filter: loadJobsSearch("?vendor=dremio"), from: FROM, to: TO };
const names = { connection: (id: string) => `<${id}>`, kind: (kind: string) => kind.toUpperCase() };
const search = (href: string | null) => new URLSearchParams(href?.split("?")[1]);

describe("ends over time", () => {
  const picture = prepareEnds(data, scope);
  it("has every bucket of the range: known zeros are not what lies before the record", () => {
    expect(picture.points.map(({ total, known }) => [total, known])).toEqual([
      [0, false],
      [4, true],
      [0, true],
      [2, true],
    ]);
    expect(picture.unknown).toBe(1);
    expect(picture.states).toEqual(["failed", "cancelled", "succeeded"]);
    expect(picture.total).toBe(6);
  });
  it("leads to the list of exactly what a mark counts", () => {
    const first = search(picture.points[0]!.href);
    expect([first.get("endedFrom"), first.get("endedTo")]).toEqual([FROM, "2026-07-03T11:00:00.000Z"]);
    const failed = search(picture.points[1]!.stateHref.failed);
    expect([failed.get("state"), failed.get("vendor"), failed.get("endedTo")]).toEqual([
      "failed",
      "dremio",
      "2026-07-03T12:00:00.000Z",
    ]);
    expect(search(picture.points[3]!.href).get("endedTo")).toBe(TO);
  });
  it("end their axis at a round number", () => {
    expect([0, 3, 5, 9, 47, 1179, 8200].map(niceTop)).toEqual([4, 4, 6, 10, 60, 1200, 10_000]);
  });
  it("does not know what lies after the answer: it is no 0", () => {
    const { points, unknown, ahead } = prepareEnds({ ...data, asOf: "2026-07-03T12:00:00.000Z" }, scope);
    expect(points.map(({ known }) => known)).toEqual([false, true, false, false]);
    expect([unknown, ahead]).toEqual([1, 2]);
    expect(picture.ahead).toBe(0);
    const before = prepareEnds({ ...data, asOf: FROM }, scope);
    expect([before.unknown, before.ahead]).toEqual([0, 4]);
  });
  it("knows nothing where nothing has ended yet", () => {
    expect(prepareEnds({ ...data, recordFrom: null, ends: [] }, scope).unknown).toBe(4);
  });
});

describe("durations and waits", () => {
  it("tells a duration of 0 from one that is not known", () => {
    const { rows, domain, ticks } = prepareDurations(data, scope, names);
    expect(rows.map(({ label, note, p50 }) => [label, note, p50])).toEqual([
      ["QUERY", "<lake>", 0],
      ["SQL", "<dli>", null],
    ]);
    expect(domain).toEqual([1, 60_000]);
    expect(ticks).toEqual([1, 10, 100, 1000, 10_000, 60_000]);
    expect(onAxis(0, domain)).toBe(1);
    expect(search(rows[0]!.href).get("sort")).toBe("-durationMs");
    expect(prepareDurations({ ...data, durations: [] }, scope, names).ticks.length).toBeGreaterThan(1);
  });
  it("filters the list by a queue only where there is one", () => {
    const [row] = prepareWaits(data, scope, names).rows;
    expect(row!.label).toBe("No queue");
    expect(search(row!.href).has("queue")).toBe(false);
    expect(search(row!.href).get("connection")).toBe("lake");
  });
});

describe("failure rates", () => {
  it("are of what ended, with a word on few, and link where the list can follow", () => {
    const rows = prepareFailures(data, scope, "owner");
    expect(rows.map(({ label, rate, few }) => [label, rate, few])).toEqual([
      ["ana", 0, false],
      ["No owner", 1 / 3, true],
    ]);
    expect(rows[1]!.href).toBeNull();
    expect(search(rows[0]!.href).get("state")).toBe("failed");
    expect(search(rows[0]!.endedHref).has("state")).toBe(false);
    expect(prepareFailures(data, scope, "queue")).toHaveLength(1);
  });
  it("are drawn on the whole from none to all, and none leaves no mark", () => {
    expect([RATE_AXIS[0], RATE_AXIS.at(-1)]).toEqual([0, 1]);
    expect([0, null, undefined].map(leastMark)).toEqual([0, 0, 0]);
    expect(leastMark(0.0001)).toBeGreaterThan(0);
  });
  it("are told by their counts, and as a rate where enough ended", () => {
    expect(prepareFailures(data, scope, "queue").map(failureWords)).toEqual(["5 of 10, 50 %"]);
    expect(prepareFailures(data, scope, "owner").map(failureWords)).toEqual(["0 of 40, 0 %", "1 of 3"]);
  });
});

describe("busy hours", () => {
  it("move with the zone, over the end of the week too", () => {
    expect(prepareHours(data, scope, 0).days[6]![23]!.jobs).toBe(4);
    const ahead = prepareHours(data, scope, 8);
    expect(ahead.days[0]![7]!.jobs).toBe(4);
    expect(ahead.busiest).toMatchObject({ weekday: 0, hour: 7, share: 1 });
    expect(search(ahead.busiest!.href).get("from")).toBe("2026-06-28T23:00:00.000Z");
    expect(prepareHours(data, scope, -5).days[6]![18]!.jobs).toBe(4);
  });
  it("lead to the latest such hour", () => {
    const monday = Date.parse("2026-06-29T00:00:00Z");
    expect(latestHour(0, 0, monday)).toBe(monday - 7 * 24 * HOUR);
    expect(latestHour(0, 0, monday + 1)).toBe(monday);
  });
});
