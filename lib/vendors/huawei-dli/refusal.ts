import { isRecord } from "@/lib/vendors/_shared/camel-keys";
import { vendorErrorOf } from "@/lib/vendors/_shared/response-error";
import type { VendorError, VendorErrorReason } from "@/lib/vendors/errors";
import { errorText } from "@/lib/vendors/huawei-dli/error-text";
import type { VendorResponse } from "@/lib/vendors/types";

/** DLI's and the gateway's codes (contract page 6.1, 6.2). The HTTP status decides only where there is no known code. */
const REASONS: Readonly<Record<string, VendorErrorReason>> = {
  "DLI.0002": "not-found",
  "DLI.0023": "not-found",
  "DLI.0100": "not-found",
  "DLI.16001": "not-found",
  "DLI.0003": "forbidden",
  "DLI.0011": "forbidden",
  "DLI.0016": "forbidden",
  "DLI.0013": "unauthorized",
  "DLI.0014": "unauthorized",
  "DLI.0015": "unauthorized",
  "APIGW.0101": "contract",
  "APIGW.0301": "unauthorized",
  "APIGW.0302": "forbidden",
  "APIGW.0303": "unauthorized",
  "APIGW.0307": "unauthorized",
  "APIGW.0308": "rate-limited",
};

/** Codes that mean one thing for a question and another for an order: "not existing or not running", "server-side error". */
const READ_REASONS: Readonly<Record<string, VendorErrorReason>> = {
  "DLI.11098": "not-found",
  "DLI.0012": "unavailable",
  "DLI.0019": "timeout",
  "DLI.0999": "unavailable",
};

/** Which call it was, and whether it asked or ordered. */
export interface Asked {
  operation: string;
  action: boolean;
}

/** The error for an answer outside 200…299, or for an `is_success` that says no. */
export function refusalOf(response: VendorResponse, asked: Asked, now: number): VendorError {
  const body = bodyOf(response);
  const words = wordsOf(body);
  const vendorCode = codeOf(body, words);
  return vendorErrorOf(response, {
    vendor: "huawei-dli",
    operation: asked.operation,
    words,
    reason: refusalReason(vendorCode, response.status, asked.action),
    now,
    ...(vendorCode === null ? {} : { vendorCode }),
  });
}

/** By the vendor's code; by the HTTP status only where the code is not known. */
export function refusalReason(code: string | null, status: number, action: boolean): VendorErrorReason {
  if (status === 429) return "rate-limited";
  const known = code === null ? undefined : (REASONS[code] ?? (action ? undefined : READ_REASONS[code]));
  if (known !== undefined) return known;
  if (status >= 500) return "unavailable";
  if (code !== null && /^APIGW\.010[3-6]$/.test(code)) return "unavailable";
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  // A 404 without a code of DLI's comes from something else on the way: it says nothing about the job.
  if (status === 404 && code === null) return "contract";
  return "rejected";
}

function bodyOf(response: VendorResponse): Record<string, unknown> | null {
  try {
    const body = response.json();
    const first: unknown = Array.isArray(body) ? body[0] : body;
    return isRecord(first) ? first : null;
  } catch {
    return null;
  }
}

/** DLI: `error_msg`; IAM: `error.message`; a 200 that says no: `message`. */
function wordsOf(body: Record<string, unknown> | null): string | null {
  if (body === null) return null;
  const inner = isRecord(body.error) ? body.error.message : undefined;
  for (const words of [body.error_msg, inner, body.message, body.msg]) {
    const text = typeof words === "string" ? errorText(words) : null;
    // The gateway names the access key that it does not know.
    if (text !== null) return text.replace(/\bak:[^,\s]+/g, "ak:…");
  }
  return null;
}

function codeOf(body: Record<string, unknown> | null, words: string | null): string | null {
  const given = body?.error_code;
  return typeof given === "string" && given !== "" ? given.replace(/^APIG\./, "APIGW.") : refusalCode(words);
}

/** The code at the head of a message (`DLI.0003: Permission denied …`); shared gateways spell theirs `APIG.`. */
export function refusalCode(words: string | null): string | null {
  return /^(DLI|APIGW|APIG)\.\d+/.exec(words ?? "")?.[0].replace(/^APIG\./, "APIGW.") ?? null;
}
