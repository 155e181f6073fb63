import { describe, expect, it } from "vitest";
import {
  DEFAULT_RANGE,
  isInView,
  MAX_SPAN_MS,
  MIN_SPAN_MS,
  panned,
  rangeFromSearch,
  rangeToSearch,
  relative,
  viewAt,
  zoomed,
} from "@/components/timeline-page/axis-range";
import { fetchWindow, tightWindow } from "@/components/timeline-page/fetch-window";
import { resolveWhen } from "@/lib/url/when";

const NOW = Date.parse("2026-07-03T12:05:31.250Z");
const HOUR = 3_600_000;

describe("the axis' range", () => {
  it("moves along with now until it is panned, and again when it is panned back", () => {
    const hour = { span: HOUR, end: null };
    expect(viewAt(hour, NOW).to).toBe(NOW + 0.02 * HOUR);
    const back = panned(hour, -0.5, NOW);
    expect(back.end).toBe(Math.round(NOW + 0.02 * HOUR - HOUR / 2));
    expect(viewAt(back, NOW + HOUR)).toEqual(viewAt(back, NOW));
    expect(panned(back, 0.8, NOW)).toEqual(hour);
  });
  it("zooms around the point under the pointer", () => {
    const range = { span: 4 * HOUR, end: NOW - 10 * HOUR };
    const at = range.end - range.span * 0.75;
    const { from, to } = viewAt(zoomed(range, 0.5, 0.25, NOW), NOW);
    expect(to - from).toBe(2 * HOUR);
    expect((at - from) / (to - from)).toBeCloseTo(0.25, 9);
  });
  it("keeps following where it is zoomed at now, and stays within its bounds", () => {
    expect(zoomed(DEFAULT_RANGE, 0.5, 1, NOW)).toEqual({ span: HOUR / 2, end: null });
    expect(zoomed(DEFAULT_RANGE, 1e-9, 1, NOW).span).toBe(MIN_SPAN_MS);
    expect(zoomed(DEFAULT_RANGE, 1e9, 1, NOW).span).toBe(MAX_SPAN_MS);
  });
  it("holds what is dated later than now only where it moves along with now", () => {
    const hour = { span: HOUR, end: null };
    const job = (from: number, to: number | null) => ({ from: NOW + from, to: to === null ? null : NOW + to });
    expect(isInView(hour, job(3 * HOUR, null), NOW)).toBe(true);
    expect(isInView({ span: HOUR, end: NOW }, job(3 * HOUR, null), NOW)).toBe(false);
    expect(isInView(hour, job(-9 * HOUR, -2 * HOUR), NOW)).toBe(false);
    expect(isInView(hour, job(-9 * HOUR, null), NOW)).toBe(true);
    expect(isInView(hour, { from: null, to: null }, NOW)).toBe(true);
  });
  it("is read back from the URL as it was written", () => {
    for (const range of [
      { span: 90 * 60_000, end: null },
      { span: 7 * 24 * HOUR, end: null },
      { span: HOUR, end: NOW - HOUR },
    ]) {
      expect(rangeFromSearch(rangeToSearch(range), NOW)).toEqual(range);
    }
    expect(rangeToSearch(DEFAULT_RANGE)).toEqual({ from: null, to: null });
  });
  it("is the usual one where the URL makes none", () => {
    expect(rangeFromSearch({ from: "yesterday", to: null }, NOW)).toEqual(DEFAULT_RANGE);
    expect(rangeFromSearch({ from: "-1h", to: "-2h" }, NOW)).toEqual(DEFAULT_RANGE);
    expect(rangeFromSearch({ from: null, to: "2026-07-03T11:00:00Z" }, NOW)).toEqual({
      span: DEFAULT_RANGE.span,
      end: Date.parse("2026-07-03T11:00:00Z"),
    });
  });
  it("writes lengths that the URL's vocabulary can hold", () => {
    expect([relative(90 * 60_000), relative(2 * HOUR), relative(48 * HOUR)]).toEqual(["-90m", "-2h", "-2d"]);
    expect(relative(10_001 * 60_000)).toBe("-167h");
  });
});

describe("what is asked for", () => {
  const covers = (range: { span: number; end: number | null }) => {
    const window = fetchWindow(range, NOW);
    const shown = viewAt(range, NOW);
    const from = Date.parse(resolveWhen(window.from, NOW));
    return from <= shown.from && (window.to === null || Date.parse(window.to) >= shown.to);
  };
  it("always covers what is shown", () => {
    for (const span of [MIN_SPAN_MS, 7 * 60_000, HOUR, 9 * HOUR, 40 * HOUR, 12 * 24 * HOUR, MAX_SPAN_MS]) {
      for (const end of [null, NOW - HOUR, NOW - 100 * HOUR])
        expect(covers({ span, end }), `${span} ${end}`).toBe(true);
    }
  });
  it("does not change with a small pan, and is open where it reaches now", () => {
    const range = { span: 4 * HOUR, end: Date.parse("2026-07-02T12:00:00Z") };
    expect(fetchWindow({ ...range, end: range.end + 60_000 }, NOW)).toEqual(
      fetchWindow({ ...range, end: range.end + 120_000 }, NOW),
    );
    expect(fetchWindow({ span: HOUR, end: NOW - 60_000 }, NOW).to).toBeNull();
    expect(tightWindow({ span: HOUR, end: null })).toEqual({ from: "-1h", to: null });
  });
});
