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
  now: () => number;
}

/** More waiting calls than this can only be a mistake. */
const LONGEST_QUEUE = 10_000;
const GATEWAY_TROUBLE = new Set([502, 503, 504]);

/** A call that was not made because the last ones failed. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
}

/** At most so many calls at once, and none while the vendor is down but one probe at a time. */
export class Circuit {
  private readonly places: BulkheadPolicy;
  private readonly actionPlaces: BulkheadPolicy;
  private readonly breaker: CircuitBreakerPolicy;
  private breaks = 0;
  private openUntil: number | null = null;

  constructor(options: CircuitOptions) {
    this.places = bulkhead(options.atOnce, LONGEST_QUEUE);
    this.actionPlaces = bulkhead(options.atOnce, LONGEST_QUEUE);
    const failing = handleWhen(options.isFailure).orWhenResult(isGatewayTrouble);
    this.breaker = circuitBreaker(failing, {
      halfOpenAfter: new IterableBackoff(options.pausesMs),
      breaker: new ConsecutiveBreaker(options.failures),
    });
    this.breaker.onBreak(() => {
      const pause = options.pausesMs[Math.min(this.breaks, options.pausesMs.length - 1)] ?? 0;
      if (this.breaks++ === 0) options.onChange(true);
      this.openUntil = options.now() + pause;
    });
    this.breaker.onReset(() => {
      this.breaks = 0;
      this.openUntil = null;
      options.onChange(false);
    });
  }

  /** Epoch ms of the next probe, or null while closed. */
  until(): number | null {
    return this.openUntil;
  }

  /** @throws CircuitOpen without a call. */
  async run(call: () => Promise<Answer>): Promise<Answer> {
    return this.places.execute(async () => {
      try {
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
}

function isGatewayTrouble(result: unknown): boolean {
  return (
    typeof result === "object" && result !== null && "status" in result && GATEWAY_TROUBLE.has(Number(result.status))
  );
}
