import { type AxisRange, relative } from "@/components/timeline-page/axis-range";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS_MS = [
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  16 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  60 * DAY,
];
const LONGEST_MS = 180 * DAY;

/** What is asked for, in the URL's words for a range. */
export interface FetchWindow {
  from: string;
  to: string | null;
}

/**
 * A little more than is shown, snapped to a grid: a small pan or zoom asks nothing, and going back finds the same question
 * answered. A window that reaches now is left open at its end.
 */
export function fetchWindow({ span, end }: AxisRange, now: number): FetchWindow {
  const step = STEPS_MS.find((candidate) => candidate >= span / 2) ?? 90 * DAY;
  if (end === null) return { from: relative(Math.min(LONGEST_MS, Math.ceil((span * 1.05) / step) * step)), to: null };
  const from = Math.floor((end - span - span / 4) / step) * step;
  const to = Math.ceil((end + span / 4) / step) * step;
  return { from: new Date(from).toISOString(), to: to >= now ? null : new Date(to).toISOString() };
}

/** Exactly what is shown, to the minute: where the wider window holds more jobs than one answer lists. */
export function tightWindow({ span, end }: AxisRange): FetchWindow {
  if (end === null) return { from: relative(Math.ceil(span / MINUTE) * MINUTE), to: null };
  const from = Math.floor((end - span) / MINUTE) * MINUTE;
  return { from: new Date(from).toISOString(), to: new Date(Math.ceil(end / MINUTE) * MINUTE).toISOString() };
}
