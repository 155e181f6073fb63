import type { OutboundTimings } from "@/lib/server/outbound/call-facts";
import type { Deadline } from "@/lib/server/outbound/deadline";
import type { Answer } from "@/lib/server/outbound/transport";
import { isRetryable, VendorError } from "@/lib/vendors/errors";

const MOST_ATTEMPTS = 3;
const PASSING_TROUBLE = new Set([429, 502, 503, 504]);
/** Below this much time left another attempt could not end. */
const LEAST_LEFT_MS = 100;

export interface RetryOptions {
  attempt: () => Promise<Answer>;
  deadline: Deadline;
  timings: OutboundTimings;
  /** The rest of the pause that the vendor asked for. */
  pauseLeftMs: () => number;
  /** Takes one retry from the budget where there is one. */
  mayRetry: () => boolean;
  /** The error of a pause that is too long to be slept through. */
  pauseAsked: () => VendorError;
}

/**
 * Asks again after a failure that says nothing was wrong with the question: full jitter, the vendor's pause as floor.
 * The last answer stands as it is, whatever its status.
 * @throws VendorError of the last attempt, or `rate-limited` where the vendor's pause is longer than a call may wait.
 */
export async function withRetries(options: RetryOptions): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    await waitForFloor(options);
    const outcome = await settled(options.attempt);
    if (!isPassing(outcome)) return give(outcome);
    if (options.pauseLeftMs() > longestWait(options)) throw options.pauseAsked();
    const pause = Math.random() * options.timings.backoffMs * 2 ** attempt;
    const fits = options.pauseLeftMs() + pause + LEAST_LEFT_MS < options.deadline.leftMs();
    if (attempt === MOST_ATTEMPTS || !fits || !options.mayRetry()) return give(outcome);
    await options.deadline.sleep(options.pauseLeftMs() + pause);
  }
}

async function waitForFloor(options: RetryOptions): Promise<void> {
  const floor = options.pauseLeftMs();
  if (floor === 0) return;
  if (floor > longestWait(options)) throw options.pauseAsked();
  await options.deadline.sleep(floor + Math.random() * options.timings.backoffMs);
}

function longestWait({ deadline, timings }: RetryOptions): number {
  return Math.min(timings.longestWaitMs, deadline.leftMs() - timings.backoffMs - LEAST_LEFT_MS);
}

type Outcome = { answer: Answer } | { error: unknown };

function settled(attempt: () => Promise<Answer>): Promise<Outcome> {
  return attempt().then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
}

function isPassing(outcome: Outcome): boolean {
  if ("answer" in outcome) return PASSING_TROUBLE.has(outcome.answer.status);
  return outcome.error instanceof VendorError && isRetryable(outcome.error.reason);
}

function give(outcome: Outcome): Answer {
  if ("answer" in outcome) return outcome.answer;
  throw outcome.error;
}
