import { type AxisJob, drawnTo, knownTo } from "@/components/timeline-page/axis-jobs";
import type { View } from "@/components/timeline-page/axis-range";
import type { JobState } from "@/lib/jobs/state";

/** How many jobs are in each state, bin by bin. An end counts in the bin in which it lies. */
export interface Density {
  bins: readonly Partial<Record<JobState, number>>[];
  /** How many more lasted when they were last known, which was before it, bin by bin. */
  notKnown: readonly number[];
  /** The most at once in any bin. */
  peak: number;
}

/** From the bottom: work, then what waits, then ends. */
export const STACK_ORDER: readonly JobState[] = [
  "running",
  "stopping",
  "suspended",
  "unknown",
  "starting",
  "queued",
  "draft",
  "failed",
  "warning",
  "cancelled",
  "succeeded",
];

/** @param now epoch ms up to which bars of what is known now last */
export function densityOf(jobs: readonly AxisJob[], view: View, count: number, now: number): Density {
  const width = (view.to - view.from) / count;
  const steps = new Map<JobState | null, Int32Array>();
  const at = (time: number) => Math.floor((time - view.from) / width);
  const add = (state: JobState | null, from: number, to: number) => {
    const first = Math.max(0, from);
    const last = Math.min(count - 1, to);
    if (last < first) return;
    let step = steps.get(state);
    if (!step) steps.set(state, (step = new Int32Array(count + 1)));
    step[first] = (step[first] ?? 0) + 1;
    step[last + 1] = (step[last + 1] ?? 0) - 1;
  };
  for (const job of jobs) {
    const until = knownTo(job, now);
    for (const bar of job.bars) {
      if (!bar.final && bar.to === bar.from) continue;
      const last = at(drawnTo(bar, until));
      add(bar.state, at(bar.from), last);
      if (bar.to === null) add(null, last + 1, at(now));
    }
  }
  const bins: Partial<Record<JobState, number>>[] = Array.from({ length: count }, () => ({}));
  const notKnown = Array.from({ length: count }, () => 0);
  const totals = new Int32Array(count);
  for (const [state, step] of steps) {
    let alive = 0;
    for (let bin = 0; bin < count; bin += 1) {
      alive += step[bin] ?? 0;
      const place = bins[bin];
      if (state === null) notKnown[bin] = alive;
      else if (alive > 0 && place) place[state] = alive;
      totals[bin] = (totals[bin] ?? 0) + alive;
    }
  }
  return { bins, notKnown, peak: totals.reduce((most, total) => Math.max(most, total), 0) };
}
