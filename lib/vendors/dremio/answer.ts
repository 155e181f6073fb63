import type { z } from "zod";
import { vendorErrorOf } from "@/lib/vendors/_shared/response-error";
import { Envelope } from "@/lib/vendors/dremio/contract";
import { VendorError } from "@/lib/vendors/errors";
import type { VendorContext, VendorResponse } from "@/lib/vendors/types";

/** The words of Dremio's error envelope (5.1); null where the body is none: empty, HTML, plain text. */
export function envelopeWords(response: VendorResponse): string | null {
  let body: unknown;
  try {
    body = response.json();
  } catch {
    return null;
  }
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return null;
  const { errorMessage, moreInfo } = envelope.data;
  return [errorMessage, moreInfo].filter((part) => part !== undefined && part.trim() !== "").join(" ");
}

/** The error for an answer of Dremio's that is no success. */
export function refusal(ctx: VendorContext, operation: string, response: VendorResponse): VendorError {
  return vendorErrorOf(response, { vendor: "dremio", operation, words: envelopeWords(response), now: ctx.now() });
}

/** A 2xx body of the shape that its endpoint answers with. @throws VendorError `contract` for any other shape. */
export function readBody<T>(schema: z.ZodType<T>, operation: string, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw notDremio(operation, `without a usable ${result.error.issues[0]?.path.join(".") || "body"}`);
}

/** An answer that Dremio's API would not give: the address probably leads elsewhere. */
export function notDremio(operation: string, what: string, httpStatus?: number): VendorError {
  const message = `The answer is not one of Dremio's API (${what}): is the address right?`;
  return new VendorError({ vendor: "dremio", operation, reason: "contract", message, httpStatus });
}
