import type { JobDetail, Run } from "@/lib/contract/job";

/** One run as a bar. */
export interface RunBar {
  run: string;
  path: string;
  state: Run["state"];
  vendorState: string;
  startedAt: string | null;
  /** null: not known, which is another picture than 0. */
  durationMs: number | null;
  /** The run on this page. */
  here: boolean;
}

/** More bars than this cannot be told apart; the history lists all of them. */
export const SHOWN_RUNS = 60;

/** A run that came before another ended or started before it; one without a start has the larger id. */
function byAge(a: RunBar, b: RunBar): number {
  if (a.startedAt !== null && b.startedAt !== null) return a.startedAt.localeCompare(b.startedAt);
  return /^\d+$/.test(a.run) && /^\d+$/.test(b.run) ? Number(a.run) - Number(b.run) : 0;
}

/**
 * The runs of one configuration, oldest first, the page's own among them.
 * @param run the execution id of the page's own run; null where there is none
 */
export function prepareRunBars(job: JobDetail, run: string | null): RunBar[] {
  const bars = job.history.map(({ run: id, path, state, vendorState, startedAt, durationMs }): RunBar => ({
    run: id,
    path,
    state,
    vendorState,
    startedAt,
    durationMs,
    here: id === run,
  }));
  if (run !== null && !bars.some(({ here }) => here)) {
    const { path, state, vendorState, startedAt, durationMs } = job;
    bars.push({ run, path, state, vendorState, startedAt, durationMs, here: true });
  }
  return bars.sort(byAge).slice(-SHOWN_RUNS);
}

/** The height of the tallest bar, ms; 1 where no duration is known, so that an axis can be drawn. */
export function longestOf(bars: readonly RunBar[]): number {
  return Math.max(1, ...bars.map(({ durationMs }) => durationMs ?? 0));
}
