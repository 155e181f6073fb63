import { VendorError, type VendorErrorReason } from "@/lib/vendors/errors";
import type { VendorResponse } from "@/lib/vendors/types";

/** What a vendor's folder knows of an answer that it does not take: its envelope is read there. */
export interface AnswerFacts {
  vendor: string;
  operation: string;
  /** The vendor's own words out of its envelope; null where it gave none. */
  words: string | null;
  vendorCode?: string;
  /** Where the vendor's code says more than the status does. */
  reason?: VendorErrorReason;
  /** Epoch ms, to judge a `Retry-After` that is a date where the vendor sends no `Date`. */
  now: number;
}

const LONGEST_WORDS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** The error for an answer that is no success. */
export function vendorErrorOf(response: VendorResponse, facts: AnswerFacts): VendorError {
  const reason = facts.reason ?? reasonOf(response.status);
  const words = facts.words?.trim() ?? "";
  return new VendorError({
    vendor: facts.vendor,
    operation: facts.operation,
    reason,
    message: words === "" ? plainWords(response.status, reason) : words.slice(0, LONGEST_WORDS),
    httpStatus: response.status,
    vendorCode: facts.vendorCode,
    retryAfterMs: reason === "rate-limited" || reason === "unavailable" ? waitOf(response, facts.now) : undefined,
  });
}

/** What an HTTP status means where the vendor says nothing of its own. */
export function reasonOf(status: number): VendorErrorReason {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  if (status === 429) return "rate-limited";
  if (status === 408 || status >= 500) return "unavailable";
  if (status >= 400) return "rejected";
  return status >= 300 ? "redirected" : "contract";
}

const WORDS: Partial<Record<VendorErrorReason, string>> = {
  unauthorized: "The vendor does not accept the credentials (401).",
  forbidden: "The vendor forbids this to the configured user (403).",
  "rate-limited": "The vendor asks for fewer calls (429).",
};

function plainWords(status: number, reason: VendorErrorReason): string {
  return WORDS[reason] ?? `The vendor answered with status ${status} and no explanation.`;
}

/** `Retry-After` in seconds, or as a date by the vendor's own clock; nonsense and the past count as absent. */
function waitOf(response: VendorResponse, now: number): number | undefined {
  const text = response.headers["retry-after"]?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return positive(Number(text) * 1_000);
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const vendorNow = Date.parse(response.headers["date"] ?? "");
  return positive(Date.parse(text) - (Number.isNaN(vendorNow) ? now : vendorNow));
}

function positive(ms: number): number | undefined {
  return ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}
