import type { TimelineItem } from "@/lib/contract/overview";
import { type JobState, isFinal } from "@/lib/jobs/state";
import { knownUntil } from "@/lib/query/freshness";

/** A stretch of one vendor word, epoch ms. */
export interface Bar {
  state: JobState;
  vendorState: string;
  from: number;
  /** null: it still lasts. */
  to: number | null;
  /** The change into it lies between this and `from`; null where the vendor says when it was. */
  earliest: number | null;
  /** An end: a moment, not a stretch. */
  final: boolean;
}

/** A job as the axis draws it. */
export interface AxisJob {
  key: string;
  item: TimelineItem;
  bars: readonly Bar[];
  /** null where nothing of it has a known time. */
  from: number | null;
  /** null while it lasts. */
  to: number | null;
  /** Until when it is known, where that is not now; epoch ms. */
  knownAt: number | null;
}

export function toAxisJob(item: TimelineItem): AxisJob {
  const over = isFinal(item.state);
  const bars = item.segments.map((segment): Bar => {
    const from = Date.parse(segment.from);
    const to = segment.to === null ? null : Math.max(from, Date.parse(segment.to));
    const final = isFinal(segment.state);
    return {
      state: segment.state,
      vendorState: segment.vendorState,
      from,
      to: to ?? (final || over ? from : null),
      earliest: segment.fromEarliest === null ? null : Math.min(from, Date.parse(segment.fromEarliest)),
      final,
    };
  });
  const ends = bars.map((bar) => bar.to);
  return {
    key: `${item.connection}/${item.kind}/${item.id}`,
    item,
    bars,
    from: bars.length === 0 ? null : Math.min(...bars.map((bar) => bar.earliest ?? bar.from)),
    to: ends.includes(null) || bars.length === 0 ? null : Math.max(...ends.map((end) => end ?? 0)),
    knownAt: item.knownAt === null ? null : Date.parse(item.knownAt),
  };
}

/** Up to when a job's lasting bars are drawn: now, or when it was last known, be it that our own server is silent. */
export function knownTo({ knownAt }: AxisJob, now: number): number {
  return Math.min(now, knownUntil(), knownAt ?? Infinity);
}

/** Where a bar that lasts is drawn to: now, or the last moment that anything is known of. */
export function drawnTo(bar: Bar, knownTo: number): number {
  return bar.to ?? Math.max(bar.from, knownTo);
}
