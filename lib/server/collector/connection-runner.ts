import { isGivenUp } from "@/lib/server/collector/given-up";
import { readJob } from "@/lib/server/collector/read-job";
import { backOff, phaseOf, QUICK_MS, quickInterval } from "@/lib/server/collector/pace";
import { keepFrom } from "@/lib/server/collector/retention";
import { sweep } from "@/lib/server/collector/sweep";
import type { Database } from "@/lib/server/db/database";
import { FencedOff, lockConnection } from "@/lib/server/store/fence";
import { connectionHealthRows, reportHealth, reportSpent, type HealthReport } from "@/lib/server/store/health";
import { listInterest } from "@/lib/server/store/interest";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";
import { VendorError } from "@/lib/vendors/errors";

export interface RunnerDeps {
  db: Database;
  live: LiveConnection;
  fence: number;
  /** Wall clock, epoch ms: for what is stored. */
  now: () => number;
  random: () => number;
  /** null: everything is kept. */
  retentionDays: number | null;
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void };
}

/** What a first sweep looks back for. */
const FIRST_LOOK_BACK_MS = 30 * 24 * 3_600_000;
/** Ends that a vendor lists late are not missed: each look back overlaps the one before. */
const OVERLAP_MS = 15 * 60_000;
/** A sweep that takes longer is called slow. */
const SLOW_MS = 5_000;
const REFUSED_PAUSE_MS = 5 * 60_000;

/**
 * Looks after one connection until it is stopped: a loop of sweeps, and beside it a loop of quick readings of the jobs that
 * someone looks at. Each waits for its own calls only; a vendor that hangs delays nobody else.
 */
export class ConnectionRunner {
  readonly #stop = new AbortController();
  readonly #done: Promise<unknown>;
  #lastProgress: string | null = null;
  #lastMissing: string | null = null;
  #failures = 0;
  #recentDoneAt = -Infinity;
  #sweepCalls = 0;
  #quickMs = QUICK_MS;
  /** What the page was told of the next sweep, epoch ms. */
  #nextPollAt: number | null = null;
  #endPause: (() => void) | null = null;

  constructor(private readonly deps: RunnerDeps) {
    this.#done = Promise.all([this.#sweeps(), this.#quick()]);
  }

  /** Ends both loops; resolves when nothing of this runner is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  /**
   * Sweeps now where somebody brought the next sweep forward in the record: the vendor has just answered a test, so
   * refused credentials and failures of before are forgotten.
   * @param nextPollAt what the record says now, epoch ms
   */
  askBy(nextPollAt: number | null): void {
    if (nextPollAt === null || this.#nextPollAt === null || nextPollAt >= this.#nextPollAt) return;
    this.#nextPollAt = null;
    this.deps.live.door.clearBackOff();
    this.#endPause?.();
  }

  get #id(): string {
    return this.deps.live.config.id;
  }

  async #sweeps(): Promise<void> {
    const pollMs = this.deps.live.config.pollSeconds * 1000;
    // Restarted all at once, connections still spread out; but nobody waits long for the first sight.
    await this.#pause(phaseOf(this.#id, Math.min(pollMs, 1_000)));
    while (!this.#stop.signal.aborted) {
      const started = performance.now();
      const pause = await this.#guarded(() => this.#sweepOnce(pollMs), pollMs);
      await this.#pause(Math.max(250, pause - (performance.now() - started)), (end) => (this.#endPause = end));
      this.#endPause = null;
    }
  }

  /** One sweep with its report of health. @returns ms from its start to the next one. */
  async #sweepOnce(pollMs: number): Promise<number> {
    const { db, live, now } = this.deps;
    if (live.config.paused) {
      await this.#report({ health: "paused", at: now(), answered: false, error: null, nextPollAt: null, spent: 0 });
      return 3_600_000;
    }
    const at = now();
    const began = performance.now();
    const spentBefore = live.door.callsSpent();
    const withRecent = began - this.#recentDoneAt >= live.connector.descriptor.poll.recentEverySeconds * 1000;
    try {
      const result = await sweep({
        db,
        live,
        fence: this.deps.fence,
        now,
        signal: this.#stop.signal,
        recentSince: withRecent ? await this.#recentSince(at) : null,
        lastProgress: this.#lastProgress,
        lastMissing: this.#lastMissing,
        keepFrom: keepFrom(this.deps.retentionDays, at),
      });
      this.#lastProgress = result.lastProgress;
      this.#lastMissing = result.lastMissing;
      this.#sweepCalls = Math.max(0, live.door.callsSpent() - spentBefore);
      if (withRecent) this.#recentDoneAt = began;
      if (this.#failures > 0) this.deps.log.info({ connection: this.#id }, "the vendor answers again");
      this.#failures = 0;
      const took = performance.now() - began;
      await this.#report({
        health: took > SLOW_MS ? "slow" : "ok",
        at: now(),
        answered: true,
        error: null,
        notice: result.notice,
        skipped: result.skipped,
        nextPollAt: at + pollMs,
        spent: live.door.callsSpent(),
        ...(withRecent ? { recentSince: at - OVERLAP_MS } : {}),
      });
      return pollMs;
    } catch (error) {
      // Given up by us is no failure of the vendor: the health stays as it was.
      if (this.#stop.signal.aborted || isGivenUp(error) || !(error instanceof VendorError)) throw error;
      return this.#failed(error, pollMs, began);
    }
  }

  async #failed(error: VendorError, pollMs: number, began: number): Promise<number> {
    const { live, now, random, log } = this.deps;
    const spentByUs = error.reason === "rate-limited" && live.door.backOff() === null;
    this.#failures += spentByUs ? 0 : 1;
    const refused = error.reason === "unauthorized";
    const wait = refused
      ? REFUSED_PAUSE_MS
      : Math.round(backOff(Math.max(1, this.#failures), pollMs, error.retryAfterMs, random));
    const health = error.reason === "rate-limited" ? "slow" : "failing";
    if (this.#failures === 1) log.warn({ connection: this.#id, reason: error.reason }, error.message);
    await this.#report({
      health,
      at: now(),
      answered: false,
      error: { code: error.reason, message: error.message },
      nextPollAt: now() + wait,
      spent: live.door.callsSpent(),
    });
    return performance.now() - began + wait;
  }

  async #recentSince(at: number): Promise<number> {
    const row = (await connectionHealthRows(this.deps.db)).find((health) => health.connection === this.#id);
    return row?.recentSince ?? at - FIRST_LOOK_BACK_MS;
  }

  async #quick(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#pause(this.#quickMs);
      await this.#guarded(() => this.#quickOnce(), 0);
    }
  }

  async #quickOnce(): Promise<number> {
    const { db, live, now } = this.deps;
    const refs = live.config.paused ? [] : await listInterest(db, this.#id, now());
    const perMinute = (this.#sweepCalls * 60_000) / Math.max(1_000, live.config.pollSeconds * 1000);
    const callsPerJob = live.connector.getProgress ? 2 : 1;
    this.#quickMs = quickInterval(refs.length, callsPerJob, live.config.budgetPerMinute, perMinute);
    if (refs.length === 0 || live.door.backOff() !== null) return 0;
    const cut = keepFrom(this.deps.retentionDays, now());
    for (const ref of refs) {
      if (this.#stop.signal.aborted) return 0;
      await readJob(live, ref, { db, now, fence: this.deps.fence, keepFrom: cut }).catch((error: unknown) => {
        if (!(error instanceof VendorError)) throw error;
      });
    }
    await reportSpent(db, this.#id, live.door.callsSpent(), this.#quickMs, now());
    return 0;
  }

  async #report(report: HealthReport): Promise<void> {
    await this.deps.db.transaction(async (tx) => {
      await lockConnection(tx, this.#id, this.deps.fence);
      await reportHealth(tx, this.#id, report);
    });
    this.#nextPollAt = report.nextPollAt;
  }

  /** No error ends a loop: the next round tries again. A lost lease does. */
  async #guarded(round: () => Promise<number>, otherwise: number): Promise<number> {
    try {
      return await round();
    } catch (error) {
      if (this.#stop.signal.aborted) return 0;
      // The collector's next round ends this runner, and starts another where there is still a connection.
      if (isGivenUp(error)) return 1_000;
      if (error instanceof FencedOff) {
        this.#stop.abort();
        return 0;
      }
      this.deps.log.warn({ connection: this.#id, err: error }, "a round of the collector failed");
      return Math.max(otherwise, 1_000);
    }
  }

  /** By the monotonic clock of the timers; a stop ends it at once, and so does what `onStart` is given. */
  #pause(ms: number, onStart?: (end: () => void) => void): Promise<void> {
    const { signal } = this.#stop;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(ms, 2 ** 31 - 1));
      signal.addEventListener("abort", end);
      onStart?.(end);
    });
  }
}
