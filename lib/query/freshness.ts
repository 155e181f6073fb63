/** When our API last answered, whether it does now, how long it took, and how far this computer's clock is from the server's. */
export interface Freshness {
  /** Epoch ms by this computer's clock; null before the first answer. */
  answeredAt: number | null;
  /** Server's clock minus ours, in ms. */
  offsetMs: number;
  /** The last question had no answer of use: no network, or an error of the server's own. */
  failing: boolean;
}

const listeners = new Set<() => void>();
const took = new Map<string, number>();
const INITIAL: Freshness = { answeredAt: null, offsetMs: 0, failing: false };
let current = INITIAL;

/** A second's difference is the way, not the clock. */
const JITTER_MS = 1500;
/** No answer is waited for as long: the computer slept, or its clock was set, while the question was on its way. */
const SLEPT_MS = 120_000;

export const freshness = {
  get: (): Freshness => current,
  /** What the server draws with: nothing was asked yet. */
  initial: (): Freshness => INITIAL,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /**
   * An answer that was slept over tells nothing about the server's pace or clock, and is as old as its question.
   * @param path which question was answered
   * @param asOf the server's instant in the answer, where it gives one
   */
  note(path: string, startedAt: number, endedAt: number, asOf: string | null): void {
    if (endedAt - startedAt > SLEPT_MS || endedAt < startedAt) {
      current = { ...current, answeredAt: Math.min(startedAt, endedAt), failing: false };
      for (const listener of listeners) listener();
      return;
    }
    took.set(path, endedAt - startedAt);
    const measured = asOf === null ? Number.NaN : Date.parse(asOf) - (startedAt + endedAt) / 2;
    const changed = Number.isFinite(measured) && Math.abs(measured - current.offsetMs) > JITTER_MS;
    current = { answeredAt: endedAt, offsetMs: changed ? Math.round(measured) : current.offsetMs, failing: false };
    for (const listener of listeners) listener();
  },
  /** A question that got no answer, or an error of the server's own. */
  noteFailure(): void {
    if (current.failing) return;
    current = { ...current, failing: true };
    for (const listener of listeners) listener();
  },
  /** How long the last answer to this question took, in ms; 0 before the first. */
  took: (path: string): number => took.get(path) ?? 0,
};
