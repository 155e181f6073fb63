import type { DliSwitches } from "../switches";
import { GatewayError } from "../wire/errors";

/** The gateway's count of calls a second for each API. It runs on the machine's clock, as callers do. */
export class Throttle {
  #windows = new Map<string, { second: number; calls: number }>();

  reset(): void {
    this.#windows.clear();
  }

  /** Throws 429 APIGW.0308 for a call too many. */
  count(api: string, switches: DliSwitches): void {
    if (switches.rateLimit <= 0) return;
    const second = Math.floor(Date.now() / 1000);
    // A new limit starts a new count.
    const key = `${switches.rateLimit} ${api}`;
    const window = this.#windows.get(key);
    if (!window || window.second !== second) {
      this.#windows.set(key, { second, calls: 1 });
      return;
    }
    window.calls += 1;
    if (window.calls > switches.rateLimit) throw throttled(switches);
  }
}

export function throttled(switches: DliSwitches): GatewayError {
  const text = `policy ip over ratelimit,limit:${switches.rateLimit || 200},time:1 second`;
  return new GatewayError(
    429,
    "APIGW.0308",
    `The throttling threshold has been reached: ${text}`,
    waitHeader(switches.retryAfter),
  );
}

function waitHeader(setting: DliSwitches["retryAfter"]): Record<string, string> {
  if (setting === "missing") return {};
  if (setting === "http-date") return { "retry-after": new Date(Date.now() + 2000).toUTCString() };
  return { "retry-after": "1" };
}
