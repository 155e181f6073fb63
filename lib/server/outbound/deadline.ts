import { setMaxListeners } from "node:events";

/** The caller or the connection gave the call up: no failure of the vendor. */
export class Abandoned extends Error {
  override readonly name = "Abandoned";
}
/** The call's own time is over. */
export class DeadlineReached extends Error {
  override readonly name = "DeadlineReached";
}

/** One absolute end for everything that a call does, body included: a drip must end too. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly endsAt: number;
  private readonly release: () => void;

  constructor(
    readonly ms: number,
    givenUpBy: readonly (AbortSignal | undefined)[],
  ) {
    this.endsAt = performance.now() + ms;
    const timer = setTimeout(
      () => this.controller.abort(new DeadlineReached(`no complete answer within ${ms / 1000} s`)),
      ms,
    );
    const giveUp = () => this.controller.abort(new Abandoned("given up"));
    for (const signal of givenUpBy) {
      if (signal?.aborted) giveUp();
      // A sweep asks more than ten things at once under one signal.
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener("abort", giveUp, { once: true });
    }
    this.release = () => {
      clearTimeout(timer);
      for (const signal of givenUpBy) signal?.removeEventListener("abort", giveUp);
    };
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  leftMs(): number {
    return Math.max(0, this.endsAt - performance.now());
  }

  /** @throws Abandoned or DeadlineReached once the call is over. */
  check(): void {
    this.signal.throwIfAborted();
  }

  /** The promise, or the end of the call if that comes first. */
  async race<T>(promise: Promise<T>): Promise<T> {
    promise.catch(() => undefined);
    this.check();
    let stop = () => {};
    const ended = new Promise<never>((_, reject) => {
      const onAbort = () => reject(this.signal.reason);
      this.signal.addEventListener("abort", onAbort, { once: true });
      stop = () => this.signal.removeEventListener("abort", onAbort);
    });
    try {
      return await Promise.race([promise, ended]);
    } finally {
      stop();
    }
  }

  sleep(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const slept = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    return this.race(slept).finally(() => clearTimeout(timer));
  }

  /** Frees the timer and the listeners; call it when the work is done. */
  stop(): void {
    this.release();
  }
}
