import { type ChartScope, listHref } from "@/components/charts/list-links";
import type { Analytics } from "@/lib/contract/overview";
import type { JobState } from "@/lib/jobs/state";

/** Stacked from the bottom: what needs eyes lies on the axis, where it can be compared. */
export const END_STATES = ["failed", "warning", "cancelled", "succeeded"] as const satisfies readonly JobState[];
export type EndState = (typeof END_STATES)[number];

export interface EndsPoint {
  /** Start and end of the bucket, epoch ms, cut to the range. */
  from: number;
  to: number;
  total: number;
  counts: Record<EndState, number>;
  /** false: nothing is known of it, since it lies before anything on record, or after the answer. */
  known: boolean;
  /** It lies after the answer. */
  ahead: boolean;
  href: string;
  stateHref: Record<EndState, string>;
}

export interface EndsPicture {
  points: EndsPoint[];
  /** States that occur, in stacking order. */
  states: EndState[];
  totals: Record<EndState, number>;
  total: number;
  /** Buckets at the start that lie before anything on record. */
  unknown: number;
  /** Buckets at the end that lie after the answer. */
  ahead: number;
}

const NONE: Record<EndState, number> = { failed: 0, warning: 0, cancelled: 0, succeeded: 0 };

/** Every bucket of the range: one without an end is a 0, one before the record or after the answer is not known. */
export function prepareEnds(data: Analytics, scope: ChartScope): EndsPicture {
  const from = Date.parse(data.from);
  const to = Date.parse(data.to);
  const record = data.recordFrom === null ? Infinity : Date.parse(data.recordFrom);
  const asOf = Date.parse(data.asOf);
  const found = new Map(data.ends.map((bucket) => [Date.parse(bucket.at), bucket.byState]));
  const points: EndsPoint[] = [];
  const totals = { ...NONE };
  for (let at = Math.floor(from / data.bucketMs) * data.bucketMs; at < to; at += data.bucketMs) {
    const byState = found.get(at) ?? {};
    const counts = { ...NONE };
    for (const state of END_STATES) {
      counts[state] = byState[state] ?? 0;
      totals[state] += counts[state];
    }
    const start = Math.max(at, from);
    const end = Math.min(at + data.bucketMs, to);
    const bucket = { ...scope, from: new Date(start).toISOString(), to: new Date(end).toISOString() };
    points.push({
      from: start,
      to: end,
      counts,
      total: END_STATES.reduce((sum, state) => sum + counts[state], 0),
      known: end > record && start < asOf,
      ahead: start >= asOf,
      href: listHref(bucket, {}),
      stateHref: Object.fromEntries(
        END_STATES.map((state) => [state, listHref(bucket, { state: [state] })]),
      ) as EndsPoint["stateHref"],
    });
  }
  return {
    points,
    states: END_STATES.filter((state) => totals[state] > 0),
    totals,
    total: END_STATES.reduce((sum, state) => sum + totals[state], 0),
    unknown: points.filter((point) => !point.known && !point.ahead).length,
    ahead: points.filter((point) => point.ahead).length,
  };
}

/** Where an axis of counts ends: a round number that four steps divide. */
export function niceTop(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(most, 4)));
  const step = [0.4, 0.8, 1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find(
    (part) => part * unit >= most && part * unit >= 4,
  );
  return Math.ceil((step ?? 10) * unit);
}
