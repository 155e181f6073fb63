import { AppError } from "@/lib/server/app-error";
import { log } from "@/lib/server/log";

/** Pauses between the tries that the operator waits for, and between those after, in ms. */
const WAITED_FOR_MS = [250, 500, 750] as const;
const LATER_MS = 2_000;
const MOST_LATER = 150;

/**
 * Records what came of a vendor call. A database that fails now is asked again: while the operator waits, and then for
 * five minutes without. After that, or if the process dies, the sweep of actions finds the action without an outcome.
 * @throws AppError `outcome_unknown` where it is not recorded yet.
 */
export async function recordPatiently<T>(record: () => Promise<T>, auditId: string): Promise<T> {
  let failure: unknown;
  for (const pause of [0, ...WAITED_FOR_MS]) {
    await sleep(pause);
    try {
      return await record();
    } catch (error) {
      failure = error;
    }
  }
  log.error({ err: failure, auditId }, "what came of an action cannot be recorded yet");
  void recordLater(record, auditId);
  throw new AppError("outcome_unknown", {
    detail: "The vendor was asked, but what came of it cannot be recorded at the moment.",
    extra: { auditId },
    cause: failure,
  });
}

async function recordLater(record: () => Promise<unknown>, auditId: string): Promise<void> {
  for (let attempt = 0; attempt < MOST_LATER; attempt++) {
    await sleep(LATER_MS, true);
    const recorded = await record().then(
      () => true,
      () => false,
    );
    if (recorded) return log.info({ auditId }, "what came of an action is recorded");
  }
}

function sleep(ms: number, background = false): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    // Nobody waits for it: it does not keep the process alive.
    if (background) timer.unref();
  });
}
