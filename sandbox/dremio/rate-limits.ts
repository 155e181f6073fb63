const MINUTE = 60_000;

/** Dremio Cloud's limits per source address and minute, shared by all projects (vendors' document, 5.2). */
const LIMITS: readonly { name: string; perMinute: number; path: RegExp }[] = [
  { name: "all", perMinute: 1_200, path: /./ },
  { name: "job", perMinute: 100, path: /\/job\/[^/]+\/?$/ },
  { name: "cancel", perMinute: 100, path: /\/job\/[^/]+\/cancel\/?$/ },
  { name: "results", perMinute: 1_000, path: /\/job\/[^/]+\/results\/?$/ },
];

/** Counts calls in sliding minutes of the sandbox's clock. */
export class RateLimits {
  #calls = new Map<string, number[]>();

  /** Null where the call may pass, else in how many milliseconds one would. A refused call is not counted. */
  take(address: string, path: string, now: number): number | null {
    const hit = LIMITS.filter((limit) => limit.path.test(path)).map((limit) => ({
      limit,
      calls: this.#recent(address, limit.name, now),
    }));
    const waits = hit
      .filter(({ limit, calls }) => calls.length >= limit.perMinute)
      .map(({ calls }) => (calls[0] ?? now) + MINUTE - now);
    if (waits.length > 0) return Math.max(...waits);
    for (const { calls } of hit) calls.push(now);
    return null;
  }

  clear(): void {
    this.#calls.clear();
  }

  #recent(address: string, name: string, now: number): number[] {
    const key = `${address} ${name}`;
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - MINUTE);
    this.#calls.set(key, calls);
    return calls;
  }
}
