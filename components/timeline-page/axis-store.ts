import { type AxisRange, type View, viewAt } from "@/components/timeline-page/axis-range";

/**
 * The axis while it is being moved: outside of React, since a frame of a pan must not render a page. Hands move it more often
 * than a screen is drawn: who listens hears of it once a frame, in that frame.
 */
export class AxisStore {
  #range: AxisRange;
  #frame = 0;
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
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#tell());
  }

  #tell(): void {
    this.#frame = 0;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
