import type { View } from "@/components/timeline-page/axis-range";
import { type Zone, dateFormat } from "@/lib/format/date-format";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS_MS = [
  SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
];

export interface Tick {
  at: number;
  label: string;
  /** Begins a day: its label is the date. */
  day: boolean;
}

/** The day of an instant, as a tick says it. */
export const dayLabel = (at: number, zone: Zone) => dateFormat(zone, "dayMonth").format(at);

/** How far the zone's clock is ahead of UTC, in ms. */
export function zoneOffset(zone: Zone, at: number): number {
  return zone === "utc" ? 0 : -new Date(at).getTimezoneOffset() * MINUTE;
}

/** Round instants of the zone's clock, at most `most` of them. */
export function ticksOf({ from, to }: View, most: number, zone: Zone): { ticks: Tick[]; step: number } {
  const step = STEPS_MS.find((candidate) => (to - from) / candidate <= Math.max(1, most)) ?? 56 * DAY;
  const offset = zoneOffset(zone, from);
  const ticks: Tick[] = [];
  for (let local = Math.ceil((from + offset) / step) * step; local - offset <= to; local += step) {
    // The zone's clock may be set on or back within what is shown.
    const at = local - zoneOffset(zone, local - offset);
    const day = local % DAY === 0;
    ticks.push({ at, day, label: dateFormat(zone, day ? "dayMonth" : step < MINUTE ? "seconds" : "clock").format(at) });
  }
  return { ticks, step };
}
