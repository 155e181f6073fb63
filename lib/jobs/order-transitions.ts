import type { Transition } from "@/lib/jobs/transition";

/**
 * One run's changes with what was seen no later than the vendor's instant of a change after it: we looked after it had
 * happened, or the clocks differ. What the vendor dates stays as it is.
 * @param transitions in the order in which they were written
 */
export function orderTransitions<T extends Transition>(transitions: readonly T[]): T[] {
  let bound = Infinity;
  return transitions.toReversed().map(held).toReversed();

  function held(transition: T): T {
    if (transition.certainty === "vendor") {
      bound = Math.min(bound, transition.at);
      return transition;
    }
    if (transition.at <= bound) return transition;
    const { earliest } = transition;
    return { ...transition, at: bound, earliest: earliest === null ? null : Math.min(earliest, bound) };
  }
}
