/** When our API last answered, whether it does now, and how far this computer's clock is from the server's. */
export interface Freshness {
  /**
   * How old what is shown is: epoch ms of the last answer by this computer's clock, and while questions fail of the one
   * that failed ones had longest ago; null before the first answer.
   */
  answeredAt: number | null;
  /** Server's clock minus ours, in ms. */
  offsetMs: number;
  /** A question that is still asked has no answer of use: no network, or an error of the server's own. */
  failing: boolean;
}

/** How one question fared. */
interface Fate {
  answeredAt: number | null;
  tookMs: number;
  /** Asked in vain so often in a row. */
  failures: number;
  /** When the server itself last failed it; null once it answered. */
  failedAt: number | null;
}

const listeners = new Set<() => void>();
const fates = new Map<string, Fate>();
const INITIAL: Freshness = { answeredAt: null, offsetMs: 0, failing: false };
let current = INITIAL;
/** Server's epoch ms; it never goes back, as `answeredAt` does where a question fails that was last asked long ago. */
let heardAt: number | null = null;

/** A second's difference is the way, not the clock. */
const JITTER_MS = 1500;
/** No answer is waited for as long: the computer slept, or its clock was set, while the question was on its way. */
const SLEPT_MS = 120_000;
/** Longer than any pause between two polls: what was not answered for as long is asked no more, or in vain. */
const SILENCE_MS = 45_000;
/** Each job that was opened is a question of its own. */
const MOST_FATES = 50;

const fateOf = (path: string): Fate => fates.get(path) ?? { answeredAt: null, tookMs: 0, failures: 0, failedAt: null };

function record(path: string, fate: Fate, now: number, offsetMs = current.offsetMs): void {
  fates.delete(path);
  fates.set(path, fate);
  const oldest = fates.keys().next();
  if (fates.size > MOST_FATES && !oldest.done) fates.delete(oldest.value);
  const failing = [...fates.values()].filter(({ failedAt }) => failedAt !== null && now - failedAt < SILENCE_MS);
  const since = failing.flatMap(({ answeredAt }) => answeredAt ?? []);
  const answeredAt = since.length > 0 ? Math.min(...since) : (fate.answeredAt ?? current.answeredAt);
  current = { answeredAt, offsetMs, failing: failing.length > 0 };
  if (answeredAt !== null) heardAt = Math.max(heardAt ?? 0, answeredAt + offsetMs);
  for (const listener of listeners) listener();
}

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
    const calm = { failures: 0, failedAt: null };
    if (endedAt - startedAt > SLEPT_MS || endedAt < startedAt) {
      record(path, { ...fateOf(path), ...calm, answeredAt: Math.min(startedAt, endedAt) }, endedAt);
      return;
    }
    const measured = asOf === null ? Number.NaN : Date.parse(asOf) - (startedAt + endedAt) / 2;
    const changed = Number.isFinite(measured) && Math.abs(measured - current.offsetMs) > JITTER_MS;
    const offsetMs = changed ? Math.round(measured) : current.offsetMs;
    record(path, { ...calm, answeredAt: endedAt, tookMs: endedAt - startedAt }, endedAt, offsetMs);
  },
  /**
   * A question that was asked in vain.
   * @param byServer it got no answer, or an error of the server's own; not what was refused
   */
  noteFailure(path: string, byServer: boolean, now = Date.now()): void {
    const { failedAt, failures, ...fate } = fateOf(path);
    record(path, { ...fate, failures: failures + 1, failedAt: byServer ? now : failedAt }, now);
  },
  /** How long the last answer to this question took, in ms; 0 before the first. */
  took: (path: string): number => fateOf(path).tookMs,
  /** How often in a row it was asked in vain. */
  failures: (path: string): number => fateOf(path).failures,
};

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + current.offsetMs;
}

/** Until when what goes on may be shown to go on, epoch ms by the server's clock; without end before the first answer. */
export function knownUntil(): number {
  return heardAt === null ? Infinity : heardAt + SILENCE_MS;
}
