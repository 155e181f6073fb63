import {
  bulkhead,
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  IterableBackoff,
  type BulkheadPolicy,
  type CircuitBreakerPolicy,
} from "cockatiel";
import type { Answer } from "@/lib/server/outbound/transport";

export interface CircuitOptions {
  /** Consecutive failures that open it. */
  failures: number;
  /** Pauses before each next probe, in ms; the last one repeats. */
  pausesMs: readonly number[];
  /** Calls at once; more wait. */
  atOnce: number;
  isFailure: (error: unknown) => boolean;
  onChange: (open: boolean) => void;
  /** Ms of a clock that never steps. */
  tick: () => number;
}

/** More waiting calls than this can only be a mistake. */
const LONGEST_QUEUE = 10_000;
/** By how much the two clocks may differ before the wall clock is not believed. */
const CLOCK_SLACK_MS = 1_000;
const GATEWAY_TROUBLE = new Set([502, 503, 504]);

/** A call that was not made because the last ones failed. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
}

/** At most so many calls at once, and none while the vendor is down but one probe at a time. */
export class Circuit {
  private readonly places: BulkheadPolicy;
  private readonly actionPlaces: BulkheadPolicy;
  private breaker: CircuitBreakerPolicy;
  private breaks = 0;
  private openUntil: number | null = null;
  /** The same by the wall clock, by which the breaker itself goes. */
  private wallOpenUntil = 0;

  constructor(private readonly options: CircuitOptions) {
    this.places = bulkhead(options.atOnce, LONGEST_QUEUE);
    this.actionPlaces = bulkhead(options.atOnce, LONGEST_QUEUE);
    this.breaker = this.build();
  }

  /** How long until the next probe, in ms; null while closed. */
  leftMs(): number | null {
    return this.openUntil === null ? null : Math.max(0, this.openUntil - this.options.tick());
  }

  /** Forgets the failures. */
  reset(): void {
    this.breaks = 0;
    this.openUntil = null;
    this.breaker = this.build();
  }

  /** @throws CircuitOpen without a call. */
  run(call: () => Promise<Answer>): Promise<Answer> {
    return this.places.execute(async () => {
      try {
        if (this.isStuck()) this.reset();
        return await this.breaker.execute(call);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? new CircuitOpen("circuit open") : error;
      }
    });
  }

  /** An operator waits for this one: neither reads in the queue nor an open circuit hold it up. */
  runAction(call: () => Promise<Answer>): Promise<Answer> {
    return this.actionPlaces.execute(call);
  }

  /** Set back by an hour, the wall clock would keep the breaker open for one. */
  private isStuck(): boolean {
    if (this.openUntil === null || Date.now() >= this.wallOpenUntil) return false;
    return this.options.tick() > this.openUntil + CLOCK_SLACK_MS;
  }

  private build(): CircuitBreakerPolicy {
    const { failures, pausesMs, isFailure, onChange, tick } = this.options;
    const breaker = circuitBreaker(handleWhen(isFailure).orWhenResult(isGatewayTrouble), {
      halfOpenAfter: new IterableBackoff(pausesMs),
      breaker: new ConsecutiveBreaker(failures),
    });
    breaker.onBreak(() => {
      const pause = pausesMs[Math.min(this.breaks, pausesMs.length - 1)] ?? 0;
      if (this.breaks++ === 0) onChange(true);
      this.openUntil = tick() + pause;
      this.wallOpenUntil = Date.now() + pause;
    });
    breaker.onReset(() => {
      this.breaks = 0;
      this.openUntil = null;
      onChange(false);
    });
    return breaker;
  }
}

function isGatewayTrouble(result: unknown): boolean {
  return (
    typeof result === "object" && result !== null && "status" in result && GATEWAY_TROUBLE.has(Number(result.status))
  );
}
