import { describe, expect, it } from "vitest";
import { axisMarks, prepareBar } from "@/components/job/timeline.prepare";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();
const told = { certainty: "vendor" as const, fromEarliest: null, attempt: 1 };

describe("the timeline's bar", () => {
  it("gives each stretch its share, the open one up to now", () => {
    const bar = prepareBar(
      [
        { state: "starting", vendorState: "LAUNCHING", from: at(0), to: at(10), ...told },
        { state: "running", vendorState: "RUNNING", from: at(10), to: null, ...told },
      ],
      Date.parse(at(40)),
    );
    expect(bar?.parts.map((part) => [part.share, part.ms, part.lasts])).toEqual([
      [0.25, 10_000, false],
      [0.75, 30_000, true],
    ]);
    expect(bar && axisMarks(bar, 3).map((mark) => mark - bar.from)).toEqual([0, 20_000, 40_000]);
  });
  it("draws a seen change as a gradient that takes its room from what was before", () => {
    const bar = prepareBar(
      [
        { state: "starting", vendorState: "LAUNCHING", from: at(0), to: at(10), ...told },
        {
          state: "running",
          vendorState: "RUNNING",
          from: at(10),
          to: at(20),
          certainty: "observed",
          fromEarliest: at(5),
          attempt: 1,
        },
      ],
      0,
    );
    expect(bar?.parts[0]?.share).toBe(0.25);
    expect(bar?.parts[1]?.edge).toMatchObject({ share: 0.25, before: "starting" });
    const sum = bar?.parts.reduce((total, part) => total + part.share + (part.edge?.share ?? 0), 0);
    expect(sum).toBeCloseTo(1);
  });
  it("has nothing to draw where nothing is known, and never a negative stretch", () => {
    expect(prepareBar([], 0)).toBeNull();
    const bar = prepareBar([{ state: "running", vendorState: "R", from: at(30), to: at(10), ...told }], 0);
    expect(bar?.parts[0]?.ms).toBe(0);
  });
});

it("what nobody saw before the first state on record has its room, and no state", () => {
  const end = {
    state: "succeeded" as const,
    vendorState: "COMPLETED",
    from: "2026-07-02T12:03:00.000Z",
    to: "2026-07-02T12:03:00.000Z",
    ...told,
  };
  const bar = prepareBar([end], 0, "2026-07-02T12:00:00.000Z");
  expect(bar?.unseen).toMatchObject({ share: 1 });
  expect(bar?.to).toBe(Date.parse(end.from));
  expect(prepareBar([end], 0, end.from)?.unseen).toBeNull();
});

describe("a job that is not known any more", () => {
  const running = { state: "running" as const, vendorState: "RUNNING", from: at(10), to: null, ...told };
  const now = Date.parse(at(50));

  it("is drawn in its last state no further than it was last known", () => {
    const bar = prepareBar([running], now, null, at(20));
    expect(bar?.parts.map(({ share, ms, lasts }) => [share, ms, lasts])).toEqual([[0.25, 10_000, true]]);
    expect(bar?.silence).toEqual({ from: Date.parse(at(20)), to: now, share: 0.75 });
    expect(bar?.to).toBe(now);
  });
  it("is not known from its last change on where no answer is newer, and known where it has ended or is fresh", () => {
    expect(prepareBar([running], now, null, at(5))?.silence?.from).toBe(Date.parse(at(10)));
    expect(prepareBar([{ ...running, to: at(30) }], now, null, at(20))?.silence).toBeNull();
    expect(prepareBar([running], now)?.silence).toBeNull();
  });
});
