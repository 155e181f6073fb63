import type { JobDetail } from "@/lib/contract/job";

/** Fewer earlier runs than this say nothing. */
export const ENOUGH_RUNS = 5;

/** How long earlier runs took, in ms. */
export interface Usually {
  median: number;
  /** Half of the runs lie within this of the median. */
  spread: number;
  runs: number;
}

function middle(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** Whether a run that goes on since `startedAt` has taken longer than most earlier ones; false where its start is not told. */
export function isLongerThanUsual({ median, spread }: Usually, startedAt: string | null, now: number): boolean {
  return startedAt !== null && now > Date.parse(startedAt) + median + spread;
}

/**
 * What earlier runs that ended well took: their median, and the median distance from it. One that hung for a day moves
 * neither. Null where there are too few.
 */
export function usually(history: JobDetail["history"], exceptRun: string | null): Usually | null {
  const times = history
    .filter(({ run, state }) => run !== exceptRun && (state === "succeeded" || state === "warning"))
    .flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
    .sort((a, b) => a - b);
  if (times.length < ENOUGH_RUNS) return null;
  const median = middle(times);
  const distances = times.map((time) => Math.abs(time - median)).sort((a, b) => a - b);
  return { median, spread: middle(distances), runs: times.length };
}
