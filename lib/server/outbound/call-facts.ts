import type { VendorErrorReason } from "@/lib/vendors/errors";

/** One HTTP request to a vendor, log-ins and retries counted one by one. */
export interface CallFacts {
  connection: string;
  vendor: string;
  /** Template without ids: `GET /api/v3/job/{id}`. */
  operation: string;
  /** null: no answer. */
  status: number | null;
  /** Why there was no usable answer; null where there was one. */
  reason: VendorErrorReason | null;
  ms: number;
}

/** What the outbound door tells its owner; pino's loggers fit. */
export interface OutboundLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Durations that tests shorten. All in ms. */
export interface OutboundTimings {
  connectMs: number;
  deadlineMs: number;
  /** Base of the full jitter between attempts. */
  backoffMs: number;
  /** A longer pause is thrown to the caller instead of being slept through inside a call. */
  longestWaitMs: number;
  /** Refused credentials are not tried again before this has passed, so that no account is locked. */
  refusedMs: number;
  circuitPausesMs: readonly number[];
}

export const DEFAULT_TIMINGS: OutboundTimings = {
  connectMs: 3_000,
  deadlineMs: 10_000,
  backoffMs: 300,
  longestWaitMs: 5_000,
  refusedMs: 5 * 60_000,
  circuitPausesMs: [5_000, 10_000, 20_000, 40_000, 60_000],
};
