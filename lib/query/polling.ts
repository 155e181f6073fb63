import type { Query } from "@tanstack/react-query";
import { toApiProblem } from "@/lib/query/api-problem";
import { freshness } from "@/lib/query/freshness";
import { session } from "@/lib/query/session";

/** Milliseconds between two polls of the same thing. */
export const POLL = {
  /** A list or a job in which something is going on. */
  active: 1500,
  /** A list in which all has settled: new jobs still come. */
  settled: 3000,
  /** A job that has ended: it may be reopened or purged. */
  ended: 15_000,
  /** Connections' health, menus. */
  health: 3000,
  slow: 60_000,
} as const;

/** One slow answer, or a page that stood still meanwhile, must not make it blind for minutes. */
const LONGEST_OWN_MS = 30_000;

export interface PollFacts {
  baseMs: number;
  /** How long the last answer took. */
  tookMs: number;
  /** What the server asked us to wait. */
  retryAfterMs: number | null;
  /** Failures in a row. */
  failures: number;
}

/**
 * How long to wait for the next poll after an answer: four times what that took, and longer after each failure, both up to
 * half a minute; never less than the server asked for.
 */
export function nextPollMs({ baseMs, tookMs, retryAfterMs, failures }: PollFacts): number {
  const backOff = failures === 0 ? 0 : baseMs * 2 ** Math.min(failures, 6);
  const own = Math.min(LONGEST_OWN_MS, Math.max(4 * tookMs, backOff));
  return Math.max(baseMs, own, retryAfterMs ?? 0);
}

let paused = false;
const listeners = new Set<() => void>();

/** The live switch: paused, nothing polls. */
export const live = {
  isPaused: (): boolean => paused,
  setPaused(next: boolean): void {
    paused = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** For `refetchInterval`: false while paused or logged out. Hidden tabs are silent by React Query's own rule. */
export function pollEvery(path: string, baseMs: number, { error }: Pick<Query["state"], "error">): number | false {
  if (paused || session.get() === "out") return false;
  const problem = error ? toApiProblem(error) : null;
  if (problem && problem.status >= 400 && problem.status < 500 && problem.status !== 429) return POLL.slow;
  return nextPollMs({
    baseMs,
    tookMs: freshness.took(path),
    retryAfterMs: problem?.retryAfterMs ?? null,
    // Each poll asks twice before it gives up.
    failures: error ? Math.max(1, Math.ceil(freshness.failures(path) / 2)) : 0,
  });
}

/** Quick while anything moves, or nothing is known yet; slower when all has settled. */
export function listPace(active: boolean): number {
  return active ? POLL.active : POLL.settled;
}
