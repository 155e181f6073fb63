import type { JobDetail } from "@/lib/contract/job";
import type { JobState } from "@/lib/jobs/state";

type Segment = JobDetail["timeline"][number];

/** One stretch of the bar. Instants in epoch ms. */
export interface BarPart {
  key: string;
  state: JobState;
  vendorState: string;
  from: number;
  /** For the one that lasts: now, or when it was last known. */
  to: number;
  lasts: boolean;
  ms: number;
  attempt: number;
  /** Share of the whole bar, 0…1. */
  share: number;
  /** The change into this state was seen, not told: it lies between these two, drawn as a gradient of this share. */
  edge: { from: number; to: number; share: number; before: JobState } | null;
}

export interface Bar {
  from: number;
  to: number;
  /** What happened between the job's start and the first state on record: nobody saw, and the vendor does not tell. */
  unseen: { from: number; to: number; share: number } | null;
  parts: BarPart[];
  /** The time since the job was last known, up to now: what lasted then may have ended. */
  silence: { from: number; to: number; share: number } | null;
  attempts: number;
}

function edgeOf(segment: Segment, before: Segment | undefined): { from: number; to: number; before: JobState } | null {
  if (!before || segment.certainty !== "observed" || segment.fromEarliest === null) return null;
  const to = Date.parse(segment.from);
  const from = Math.max(Date.parse(segment.fromEarliest), Date.parse(before.from));
  return to > from ? { from, to, before: before.state } : null;
}

/** Since when nobody knows whether the stretch that lasts still does; null where that is known, or none lasts. */
function silenceIn(segments: readonly Segment[], now: number, knownAt: string | null): number | null {
  const last = segments.at(-1);
  if (knownAt === null || last?.to !== null) return null;
  const since = Math.max(Date.parse(knownAt), Date.parse(last.from));
  return since < now ? since : null;
}

/**
 * What the bar draws. An edge takes its room from the stretch before it, whose end it is.
 * @param now epoch ms: where the bar of an open stretch ends
 * @param since ISO 8601: when the job was submitted or started, where the vendor says so
 * @param knownAt ISO 8601: when the job was last known, where that is not now
 */
export function prepareBar(
  segments: readonly Segment[],
  now: number,
  since: string | null = null,
  knownAt: string | null = null,
): Bar | null {
  const first = segments[0];
  if (!first) return null;
  const known = Date.parse(first.from);
  const from = Math.min(known, since === null ? known : Date.parse(since));
  const ends = segments.map((segment) => (segment.to === null ? now : Date.parse(segment.to)));
  const to = Math.max(from + 1, ...ends);
  const silentSince = silenceIn(segments, now, knownAt);
  const whole = to - from;
  const parts = segments.map((segment, index): BarPart => {
    const next = segments[index + 1];
    const start = Date.parse(segment.from);
    const ended = segment.to === null && silentSince !== null ? silentSince : ends[index];
    const end = Math.max(start, ended ?? start);
    const edge = edgeOf(segment, segments[index - 1]);
    const nextEdge = next ? edgeOf(next, segment) : null;
    const shown = Math.max(0, end - start - (nextEdge ? nextEdge.to - nextEdge.from : 0));
    return {
      key: `${index} ${segment.from}`,
      state: segment.state,
      vendorState: segment.vendorState,
      from: start,
      to: end,
      lasts: segment.to === null,
      ms: end - start,
      attempt: segment.attempt,
      share: shown / whole,
      edge: edge ? { ...edge, share: (edge.to - edge.from) / whole } : null,
    };
  });
  const unseen = known > from ? { from, to: known, share: (known - from) / whole } : null;
  const silence = silentSince === null ? null : { from: silentSince, to, share: (to - silentSince) / whole };
  return { from, to, unseen, parts, silence, attempts: Math.max(...segments.map((segment) => segment.attempt)) };
}

/** Even marks below the bar, its two ends included. */
export function axisMarks({ from, to }: Bar, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.round(from + ((to - from) * index) / (count - 1)));
}
