import { VendorError } from "@/lib/vendors/errors";
import type { VendorResponse } from "@/lib/vendors/types";
import { JsonTrouble, readJson } from "@/lib/server/outbound/json-body";
import type { SecretSet } from "@/lib/server/outbound/secrets";
import type { Answer } from "@/lib/server/outbound/transport";

/** In a good answer a shorter secret may be an honest word: the password "datameer" in a path. */
const SHORTEST_ECHO = 16;

/** The answer as a connector may see it: without our own secrets, even where the vendor echoes them. */
export function toResponse(
  answer: Answer,
  origin: { vendor: string; operation: string; secrets: SecretSet },
): VendorResponse {
  const atLeast = answer.status < 400 ? SHORTEST_ECHO : 0;
  const clean = (text: string) => origin.secrets.redact(text, atLeast);
  const text = clean(answer.text);
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, clean(value)]));
  const json = (parseNumber?: (digits: string) => unknown) => {
    try {
      return readJson(text, answer.headers["content-type"] ?? "", parseNumber);
    } catch (cause) {
      if (!(cause instanceof JsonTrouble)) throw cause;
      throw new VendorError({
        vendor: origin.vendor,
        operation: origin.operation,
        reason: "contract",
        message: `The vendor answered with ${cause.message} (HTTP ${answer.status}).`,
        httpStatus: answer.status,
      });
    }
  };
  return { status: answer.status, headers, text, json: () => json(), jsonWith: json };
}
