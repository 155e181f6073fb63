/** Why a vendor call brought no answer. Whether to retry follows from the reason alone. */
export const VENDOR_ERROR_REASONS = [
  "unauthorized",
  "forbidden",
  "not-found",
  "rate-limited",
  "unavailable",
  "timeout",
  "contract",
  "rejected",
  /** The action would hit something else than the job that was named; the vendor was not called. */
  "other-target",
  "refused-address",
  "tls",
  "redirected",
  "too-large",
] as const;
export type VendorErrorReason = (typeof VENDOR_ERROR_REASONS)[number];

export interface VendorErrorFacts {
  vendor: string;
  /** What was asked, as a template without ids or secrets: `GET /api/v3/job/{id}`. */
  operation: string;
  reason: VendorErrorReason;
  /** One sentence for an operator: the vendor's own words where there are any. Never a credential, never a body. */
  message: string;
  httpStatus?: number;
  /** The vendor's own error code, e.g. `DLI.0999`. */
  vendorCode?: string;
  retryAfterMs?: number;
  cause?: unknown;
}

const BRAND = Symbol.for("jobwatch.VendorError");

/**
 * A call to a vendor that failed. Branch on `reason`, never on the message. `instanceof` goes by a brand: a server
 * bundle may hold this module more than once, and an error of one copy is one of the other's too.
 */
export class VendorError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  readonly [BRAND] = true;
  override readonly name = "VendorError";
  readonly vendor: string;
  readonly operation: string;
  readonly reason: VendorErrorReason;
  readonly httpStatus: number | undefined;
  readonly vendorCode: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(facts: VendorErrorFacts) {
    super(facts.message, { cause: facts.cause });
    this.vendor = facts.vendor;
    this.operation = facts.operation;
    this.reason = facts.reason;
    this.httpStatus = facts.httpStatus;
    this.vendorCode = facts.vendorCode;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** The vendor answered, and the answer is no; anything else says nothing about what was asked. */
export function isNo(error: unknown): error is VendorError {
  return (
    error instanceof VendorError &&
    (error.reason === "not-found" || error.reason === "rejected" || error.reason === "forbidden")
  );
}

/** Whether the same read may be asked again soon. */
export function isRetryable(reason: VendorErrorReason): boolean {
  return reason === "rate-limited" || reason === "unavailable" || reason === "timeout";
}
