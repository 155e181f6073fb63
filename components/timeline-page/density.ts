import { type AxisJob, drawnTo } from "@/components/timeline-page/axis-jobs";
import type { View } from "@/components/timeline-page/axis-range";
import { JOB_STATES, type JobState } from "@/lib/jobs/state";

/** How many jobs are in each state, bin by bin. An end counts in the bin in which it lies. */
export interface Density {
  bins: readonly Partial<Record<JobState, number>>[];
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

/** @param knownTo epoch ms up to which lasting bars are known */
export function densityOf(jobs: readonly AxisJob[], view: View, count: number, knownTo: number): Density {
  const width = (view.to - view.from) / count;
  const steps = new Map<JobState, Int32Array>();
  const at = (time: number) => Math.floor((time - view.from) / width);
  for (const { bars } of jobs) {
    for (const bar of bars) {
      const first = Math.max(0, at(bar.from));
      const last = Math.min(count - 1, at(drawnTo(bar, knownTo)));
      if (last < first || (!bar.final && bar.to === bar.from)) continue;
      let step = steps.get(bar.state);
      if (!step) steps.set(bar.state, (step = new Int32Array(count + 1)));
      step[first] = (step[first] ?? 0) + 1;
      step[last + 1] = (step[last + 1] ?? 0) - 1;
    }
  }
  const bins: Partial<Record<JobState, number>>[] = Array.from({ length: count }, () => ({}));
  const totals = new Int32Array(count);
  for (const state of JOB_STATES) {
    const step = steps.get(state);
    if (!step) continue;
    let running = 0;
    for (let bin = 0; bin < count; bin += 1) {
      running += step[bin] ?? 0;
      const place = bins[bin];
      if (running > 0 && place) place[state] = running;
      totals[bin] = (totals[bin] ?? 0) + running;
    }
  }
  return { bins, peak: totals.reduce((most, total) => Math.max(most, total), 0) };
}
