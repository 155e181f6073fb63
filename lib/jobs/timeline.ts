import { orderTransitions } from "@/lib/jobs/order-transitions";
import type { VendorSegment } from "@/lib/jobs/snapshot";
import { isFinal, type JobState } from "@/lib/jobs/state";
import type { Transition } from "@/lib/jobs/transition";

/** A stretch of one vendor word. Instants are epoch ms; `to` is null while it lasts. */
export interface TimelineSegment {
  state: JobState;
  vendorState: string;
  from: number;
  to: number | null;
  certainty: "vendor" | "observed";
  /** Where only observations bound the change: it lies between this and `from`. */
  fromEarliest: number | null;
  attempt: number;
}

export interface TimelineFacts {
  /** In the order in which they were written. */
  transitions: readonly Transition[];
  /** Phases that the vendor states, per attempt. */
  vendorSegments: readonly { attempt: number; segments: readonly VendorSegment[] }[];
}

/**
 * The picture derived from the facts: the vendor's own phases where it gives them, what we saw where it does not. Nothing
 * is invented between two looks. A final word is a segment without length, at the moment of the end.
 */
export function buildTimeline({ transitions: written, vendorSegments }: TimelineFacts): TimelineSegment[] {
  const transitions = orderTransitions(written);
  const attempts = [...new Set([...transitions.map((t) => t.attempt), ...vendorSegments.map((v) => v.attempt)])];
  return attempts
    .sort((a, b) => a - b)
    .flatMap((attempt) => {
      const seen = transitions.filter((transition) => transition.attempt === attempt);
      const stated = vendorSegments.find((vendor) => vendor.attempt === attempt)?.segments ?? [];
      return stated.length === 0 ? fromTransitions(seen, attempt) : fromVendor(stated, seen, attempt);
    });
}

function fromTransitions(transitions: readonly Transition[], attempt: number): TimelineSegment[] {
  return transitions.map((transition, index) => ({
    state: transition.state,
    vendorState: transition.vendorState,
    from: transition.at,
    to: isFinal(transition.state) ? transition.at : endOf(transition, transitions[index + 1]),
    certainty: transition.certainty,
    fromEarliest: transition.certainty === "observed" ? transition.earliest : null,
    attempt,
  }));
}

/** Clocks differ: a change dated before the one that it follows gives that one no length, never a negative one. */
function endOf(transition: Transition, next: Transition | undefined): number | null {
  return next ? Math.max(transition.at, next.at) : null;
}

function fromVendor(stated: readonly VendorSegment[], seen: readonly Transition[], attempt: number): TimelineSegment[] {
  const segments = stated.map((segment): TimelineSegment => ({
    state: segment.state,
    vendorState: segment.vendorState,
    from: Date.parse(segment.from),
    to: segment.to === null ? null : Date.parse(segment.to),
    certainty: "vendor",
    fromEarliest: null,
    attempt,
  }));
  const last = segments.at(-1);
  const later = seen.filter(
    (transition) =>
      last !== undefined &&
      !segments.some((segment) => segment.vendorState === transition.vendorState) &&
      (transition.at >= (last.to ?? last.from) || isFinal(transition.state)),
  );
  const tail = fromTransitions(later, attempt);
  const first = tail[0];
  if (last && first) last.to ??= Math.max(first.from, last.from);
  return [...segments, ...tail];
}
