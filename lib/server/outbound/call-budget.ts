const MINUTE_MS = 60_000;

/** Calls in the last sixty seconds against what a connection allows itself. */
export class CallBudget {
  private readonly times: number[] = [];

  constructor(
    private readonly perMinute: number,
    private readonly tick: () => number,
  ) {}

  spend(): void {
    this.times.push(this.tick());
  }

  /** Gives back what the last `spend` took: its call was never sent. */
  refund(): void {
    this.times.pop();
  }

  spent(): number {
    const since = this.tick() - MINUTE_MS;
    while ((this.times[0] ?? Infinity) <= since) this.times.shift();
    return this.times.length;
  }

  left(): number {
    return Math.max(0, this.perMinute - this.spent());
  }

  /** Until a call is free again, in ms; 0 where one is. */
  freeInMs(): number {
    const spent = this.spent();
    if (spent < this.perMinute) return 0;
    const freeing = this.times[spent - this.perMinute] ?? this.tick();
    return Math.max(1, freeing + MINUTE_MS - this.tick());
  }
}

/** Retries are a tenth of the calls beside a small reserve, so that a sick vendor does not get three times the load. */
export class RetryBudget {
  private tokens = 5;

  earn(): void {
    this.tokens = Math.min(5, this.tokens + 0.1);
  }

  take(): boolean {
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
