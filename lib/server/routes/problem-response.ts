import type { ProblemCode } from "@/lib/contract/problem";
import { AppError } from "@/lib/server/app-error";
import { isDatabaseDown } from "@/lib/server/routes/database-down";
import { redact } from "@/lib/server/outbound/secrets";
import { VendorError, type VendorErrorReason } from "@/lib/vendors/errors";

/** Whether the vendor answered with a no, or could not be asked. */
const CODES = {
  unauthorized: "vendor_refused",
  forbidden: "vendor_refused",
  "not-found": "vendor_refused",
  rejected: "vendor_refused",
  "other-target": "action_not_available",
  "rate-limited": "vendor_unavailable",
  unavailable: "vendor_unavailable",
  timeout: "vendor_unavailable",
  contract: "vendor_unavailable",
  "refused-address": "vendor_unavailable",
  tls: "vendor_unavailable",
  redirected: "vendor_unavailable",
  "too-large": "vendor_unavailable",
} as const satisfies Record<VendorErrorReason, ProblemCode>;

/** Any error as a refusal of ours; what nobody expected becomes `internal`, without a word about its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof VendorError) {
    const code = CODES[error.reason];
    const waits = code === "vendor_unavailable" && error.retryAfterMs !== undefined;
    return new AppError(code, {
      detail: redact(error.message),
      extra: { vendor: error.vendor, reason: error.reason, vendorCode: error.vendorCode },
      headers: waits ? { "retry-after": String(Math.ceil((error.retryAfterMs ?? 0) / 1000)) } : {},
      cause: error,
    });
  }
  if (isDatabaseDown(error))
    return new AppError("database_unavailable", { cause: error, headers: { "retry-after": "5" } });
  return new AppError("internal", { cause: error });
}

/** The problem's members, as an answer of its own or as one item of a bulk answer. */
export function problemBody(error: AppError, requestId: string): Record<string, unknown> {
  return {
    ...error.extra,
    type: "about:blank",
    title: error.code.replaceAll("_", " "),
    status: error.status,
    code: error.code,
    detail: error.detail,
    errors: error.errors,
    requestId,
  };
}

export function problemResponse(error: AppError, requestId: string): Response {
  return new Response(JSON.stringify(problemBody(error, requestId)), {
    status: error.status,
    headers: { "content-type": "application/problem+json", ...error.headers },
  });
}
