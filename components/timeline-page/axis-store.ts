import { type AxisRange, type View, viewAt } from "@/components/timeline-page/axis-range";

/** The axis while it is being moved: outside of React, since a frame of a pan must not render a page. */
export class AxisStore {
  #range: AxisRange;
  readonly #listeners = new Set<() => void>();

  constructor(initial: AxisRange) {
    this.#range = initial;
  }

  readonly get = (): AxisRange => this.#range;

  view(now: number): View {
    return viewAt(this.#range, now);
  }

  set(range: AxisRange): void {
    if (range.span === this.#range.span && range.end === this.#range.end) return;
    this.#range = range;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
