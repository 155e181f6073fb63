import { processGlobal } from "@/lib/server/process-global";

const PER_SECOND = 50;
const BURST = 200;

interface Bucket {
  tokens: number;
  at: number;
}

/** A bucket of requests per session: 200 at once, refilled with 50 a second. */
export class RequestRate {
  private readonly buckets = new Map<string, Bucket>();

  /** @returns whether this request may pass, `now` in epoch ms. */
  take(key: string, now: number): boolean {
    const found = this.buckets.get(key) ?? { tokens: BURST, at: now };
    const refilled = Math.min(BURST, found.tokens + (Math.max(0, now - found.at) / 1000) * PER_SECOND);
    const passes = refilled >= 1;
    // Deleted and set again, the map stays in the order of last use: the oldest go first.
    this.buckets.delete(key);
    this.buckets.set(key, { tokens: passes ? refilled - 1 : refilled, at: now });
    if (this.buckets.size > 10_000) this.forgetOldest();
    return passes;
  }

  private forgetOldest(): void {
    const oldest = this.buckets.keys().next().value;
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}

export function requestRate(): RequestRate {
  return processGlobal("request-rate", () => new RequestRate());
}
