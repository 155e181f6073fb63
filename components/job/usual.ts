import type { JobDetail } from "@/lib/contract/job";
import { formatDurationWords } from "@/lib/format/duration";

/** Fewer earlier runs than this say nothing. */
export const ENOUGH_RUNS = 5;

/** How long earlier runs took, in ms. */
export interface Usually {
  median: number;
  /** A quarter of the runs took less than the first, a quarter more than the second. */
  mostly: { from: number; to: number };
  runs: number;
}

/** The value below which a share of the sorted ones lies: between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Whether a run that goes on since `startedAt` has taken longer than most earlier ones; false where its start is not told. */
export function isLongerThanUsual({ mostly }: Usually, startedAt: string | null, now: number): boolean {
  return startedAt !== null && now > Date.parse(startedAt) + mostly.to;
}

/**
 * What earlier runs that ended well took: their median and quartiles. One that hung for a day moves none of them, and many
 * that took the same hide no others. Null where there are too few.
 */
export function usually(history: JobDetail["history"], exceptRun: string | null): Usually | null {
  const times = history
    .filter(({ run, state }) => run !== exceptRun && (state === "succeeded" || state === "warning"))
    .flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
    .sort((a, b) => a - b);
  if (times.length < ENOUGH_RUNS) return null;
  const mostly = { from: quantile(times, 0.25), to: quantile(times, 0.75) };
  return { median: quantile(times, 0.5), mostly, runs: times.length };
}

/** `5 min 29 s, mostly 4 min 50 s to 6 min 2 s`; the median alone where the range says no more. */
export function usualWords({ median, mostly }: Usually): string {
  const [middle, from, to] = [median, mostly.from, mostly.to].map(formatDurationWords);
  return from === middle && to === middle ? `${middle}` : `${middle}, mostly ${from} to ${to}`;
}
