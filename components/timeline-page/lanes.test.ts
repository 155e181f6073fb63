import { describe, expect, it, vi } from "vitest";
import { type AxisJob, drawnTo, knownTo, toAxisJob } from "@/components/timeline-page/axis-jobs";
import { densityOf } from "@/components/timeline-page/density";
import { AXIS_HEIGHT, hitAt, type Scene } from "@/components/timeline-page/geometry";
import { buildRows, type LaneConnection, laneKeys, pack, rowsBetween } from "@/components/timeline-page/lanes";
import { ticksOf } from "@/components/timeline-page/ticks";
import type { TimelineItem } from "@/lib/contract/overview";

const T0 = Date.parse("2026-07-03T12:00:00.000Z");
const at = (seconds: number) => new Date(T0 + seconds * 1000).toISOString();
const segment = (state: "queued" | "running" | "succeeded", from: number, to: number | null, earliest?: number) => ({
  state,
  vendorState: state.toUpperCase(),
  from: at(from),
  to: to === null ? null : at(to),
  certainty: earliest === undefined ? ("vendor" as const) : ("observed" as const),
  fromEarliest: earliest === undefined ? null : at(earliest),
  attempt: 1,
});
const item = (id: string, changes: Partial<TimelineItem> = {}): TimelineItem => ({
  connection: "lake",
  vendor: "dremio",
  kind: "query",
  id,
  name: id,
  queue: null,
  state: "succeeded",
  knownAt: null,
  path: `/jobs/lake/query/${id}`,
  segments: [segment("queued", 0, 10), segment("running", 10, 60), segment("succeeded", 60, 60)],
  ...changes,
});
const LAKE: LaneConnection = { id: "lake", name: "Lake", vendor: "dremio", health: "ok", silentSince: null };
const span = (from: number, to: number | null): AxisJob =>
  toAxisJob(item(`${from}`, { state: "running", segments: [segment("running", from, to)] }));

describe("a job on the axis", () => {
  it("lasts while a segment has no end, and not once the job is over", () => {
    const running = toAxisJob(item("a", { state: "running", segments: [segment("running", 5, null, 2)] }));
    expect([running.from, running.to]).toEqual([T0 + 2000, null]);
    expect(running.bars[0]?.earliest).toBe(T0 + 2000);
    expect(drawnTo(running.bars[0]!, T0 + 9000)).toBe(T0 + 9000);
    expect(drawnTo(running.bars[0]!, T0)).toBe(T0 + 5000);
    expect(toAxisJob(item("b", { segments: [segment("running", 5, null)] })).to).toBe(T0 + 5000);
    expect(toAxisJob(item("c", { segments: [] })).from).toBeNull();
  });
});

describe("a job that is known no more", () => {
  const lost = toAxisJob(item("lost", { state: "running", segments: [segment("running", 10, null)], knownAt: at(30) }));
  it("is drawn up to when it was last known, and never beyond now", () => {
    expect([T0, T0 + 60_000].map((now) => knownTo(lost, now))).toEqual([T0, T0 + 30_000]);
    expect(knownTo(span(0, null), T0 + 60_000)).toBe(T0 + 60_000);
  });
  it("is from there on neither counted as running nor as none", () => {
    const { bins, notKnown, peak } = densityOf([lost, span(0, null)], { from: T0, to: T0 + 80_000 }, 8, T0 + 60_000);
    expect(bins.map(({ running = 0 }) => running)).toEqual([1, 2, 2, 2, 1, 1, 1, 0]);
    expect([...notKnown]).toEqual([0, 0, 0, 0, 1, 1, 1, 0]);
    expect(peak).toBe(2);
  });
  it("is found under the pointer up to now", () => {
    const { rows } = buildRows({ connections: [LAKE], jobs: [lost], isOpen: () => true });
    const view = { from: T0 + 40_000, to: T0 + 60_000 };
    const scene = { rows, view, size: { width: 200, height: 300 }, scrollTop: 0, now: view.to, zone: "utc" as const };
    expect(hitAt(100, AXIS_HEIGHT + 65, { ...scene, listedFrom: null })).toMatchObject({ type: "job", job: lost });
  });
});

describe("a lane", () => {
  it("gives overlapping jobs tracks of their own, and takes a track up again once it is free", () => {
    const packing = pack([span(0, 10), span(5, null), span(10, 20), toAxisJob(item("x", { segments: [] }))]);
    expect(packing).toEqual({ track: [0, 1, 0, -1], tracks: 2 });
  });
  it("opens to queues, then to jobs; a connection without jobs keeps its lane", () => {
    const jobs = [item("a", { queue: "big" }), item("b"), item("c", { queue: "big" })].map(toAxisJob);
    const other = { ...LAKE, id: "dli", name: "DLI" };
    const keys = (open: string[]) =>
      buildRows({ connections: [LAKE, other], jobs, isOpen: (key) => open.includes(key) }).rows.map((row) => row.key);
    expect(keys([])).toEqual(["lake", "dli"]);
    expect(keys(["lake"])).toEqual(["lake", "lake/", "lake/big", "dli"]);
    expect(keys(["lake", "lake/big"])).toEqual(["lake", "lake/", "lake/big", "lake/query/a", "lake/query/c", "dli"]);
    const { rows, height } = buildRows({ connections: [LAKE, other], jobs, isOpen: (key) => key === "lake" });
    expect(rows.at(-1)!.top + rows.at(-1)!.height).toBe(height);
    expect(rowsBetween(rows, 60, 90).map((row) => row.key)).toEqual(["lake/", "lake/big"]);
  });
  it("has jobs right below it where its vendor knows no queues, and only those of the range", () => {
    const jobs = ["a", "b"].map((id) => toAxisJob(item(id)));
    expect(laneKeys(jobs)).toEqual(["lake"]);
    expect(laneKeys([...jobs, toAxisJob(item("c", { queue: "big" }))])).toEqual(["lake", "lake/", "lake/big"]);
    const isInRange = (job: AxisJob) => job.item.id === "b";
    const { rows } = buildRows({ connections: [LAKE], jobs, isOpen: () => true, isInRange });
    expect(rows).toMatchObject([
      { type: "connection", inRange: 1, jobs },
      { type: "job", key: "lake/query/b", depth: 1 },
    ]);
  });
  it("grows into the room that is left over, as every lane does, and not out of it", () => {
    const heights = (room: number) =>
      buildRows({ connections: [LAKE, { ...LAKE, id: "dli" }], jobs: [], isOpen: () => false, room }).rows.map(
        (row) => row.height,
      );
    expect([heights(10), heights(301), heights(5000)]).toEqual([
      [52, 52],
      [150, 151],
      [420, 420],
    ]);
  });
  it("tells which job lies under the pointer", () => {
    const { rows } = buildRows({ connections: [LAKE], jobs: [span(0, 10), span(5, 20)], isOpen: () => false });
    const scene: Scene = {
      rows,
      view: { from: T0, to: T0 + 20_000 },
      size: { width: 200, height: 300 },
      scrollTop: 0,
      now: T0 + 20_000,
      listedFrom: null,
      zone: "utc",
    };
    const middle = AXIS_HEIGHT + 26;
    expect(hitAt(20, middle - 8, scene)).toMatchObject({ type: "job", job: { from: T0 } });
    expect(hitAt(190, middle + 8, scene)).toMatchObject({ type: "job", job: { from: T0 + 5000 } });
    expect(hitAt(190, middle - 14, scene)).toBeNull();
    expect(hitAt(20, 5, scene)).toBeNull();
  });
});

describe("density", () => {
  it("counts each state in each bin, ends where they lie", () => {
    const jobs = [toAxisJob(item("a")), span(30, null)];
    const { bins, peak } = densityOf(jobs, { from: T0, to: T0 + 100_000 }, 10, T0 + 80_000);
    expect(bins[0]).toEqual({ queued: 1 });
    expect(bins[3]).toEqual({ running: 2 });
    expect(bins[6]).toEqual({ running: 2, succeeded: 1 });
    expect(bins[7]).toEqual({ running: 1 });
    expect(bins[9]).toEqual({});
    expect(peak).toBe(3);
  });
});

describe("ticks", () => {
  it("fall on round instants, few enough to be read", () => {
    const { ticks, step } = ticksOf({ from: T0 + 90_000, to: T0 + 6 * 3_600_000 }, 8, "utc");
    expect(step).toBe(3_600_000);
    expect(ticks.map((tick) => tick.label)).toEqual(["13:00", "14:00", "15:00", "16:00", "17:00", "18:00"]);
    const days = ticksOf({ from: T0, to: T0 + 3 * 86_400_000 }, 4, "utc").ticks;
    expect(days.map(({ label, day }) => [label, day])).toEqual([
      ["04 Jul", true],
      ["05 Jul", true],
      ["06 Jul", true],
    ]);
  });
  it("stay round where the zone's clock is set on", () => {
    vi.stubEnv("TZ", "Europe/Berlin");
    const range = { from: Date.parse("2026-03-28T16:00Z"), to: Date.parse("2026-03-29T18:00Z") };
    expect(ticksOf(range, 8, "local").ticks.map(({ label }) => label)).toEqual([
      "18:00",
      "29 Mar",
      "06:00",
      "12:00",
      "18:00",
    ]);
    vi.unstubAllEnvs();
  });
});
