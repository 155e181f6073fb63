import { type ChartScope, listHref } from "@/components/charts/list-links";
import type { Analytics } from "@/lib/contract/overview";

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** 1970-01-01 was a Thursday: the first Monday came four days later. */
const FIRST_MONDAY = 4 * 24 * HOUR;

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export interface HourCell {
  weekday: number;
  hour: number;
  jobs: number;
  /** 0…1 of the busiest hour, by its root: one storm must not make all else look like nothing. */
  share: number;
  /** The list of the latest such hour in the range. */
  href: string;
}

export interface HoursPicture {
  /** Monday to Sunday, each with 24 hours. */
  days: HourCell[][];
  busiest: HourCell | null;
  total: number;
  /** Each hour occurs more than once in the range: a cell sums several, its link leads to the latest. */
  repeats: boolean;
}

/** The start of the latest hour of a week that begins before `before`, epoch ms, all in one zone's clock. */
export function latestHour(weekday: number, hour: number, before: number): number {
  const within = FIRST_MONDAY + (weekday * 24 + hour) * HOUR;
  return within + Math.floor((before - 1 - within) / WEEK) * WEEK;
}

/**
 * Submissions by weekday and hour. @param offset how far the shown clock is ahead of UTC, in whole hours: others cannot be
 * told apart from counts by the hour
 */
export function prepareHours(data: Analytics, scope: ChartScope, offset: number): HoursPicture {
  const counts = new Map<number, number>();
  for (const { weekday, hour, jobs } of data.hours) {
    const shown = (((weekday * 24 + hour + offset) % 168) + 168) % 168;
    counts.set(shown, (counts.get(shown) ?? 0) + jobs);
  }
  const most = Math.max(0, ...counts.values());
  const end = Date.parse(data.to);
  const cell = (weekday: number, hour: number): HourCell => {
    const jobs = counts.get(weekday * 24 + hour) ?? 0;
    const start = latestHour(weekday, hour, end + offset * HOUR) - offset * HOUR;
    const own = { from: new Date(start).toISOString(), to: new Date(start + HOUR).toISOString() };
    return { weekday, hour, jobs, share: most === 0 ? 0 : Math.sqrt(jobs / most), href: listHref(scope, own) };
  };
  const days = WEEKDAYS.map((_, weekday) => Array.from({ length: 24 }, (_, hour) => cell(weekday, hour)));
  const busiest = days.flat().find(({ jobs }) => jobs > 0 && jobs === most) ?? null;
  const total = [...counts.values()].reduce((sum, jobs) => sum + jobs, 0);
  return { days, busiest, total, repeats: end - Date.parse(data.from) > WEEK + HOUR };
}
