import { AppError } from "@/lib/server/app-error";

/** 64 KiB: every body of the API is a small form. */
export const BODY_LIMIT = 64 * 1024;

/** @throws AppError `not_json` unless the body is declared to be JSON in UTF-8. */
export function refuseOtherTypes(headers: Headers): void {
  const type = headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new AppError("not_json", { detail: "A change needs Content-Type: application/json." });
  }
}

/**
 * Reads a body and stops at the limit, also where no length or a wrong one was announced.
 * @throws AppError `body_too_large`
 */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<Uint8Array> {
  const tooLarge = () => new AppError("body_too_large", { detail: `A body may have ${limit} bytes.` });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** The body as JSON; an empty one is an empty object. @throws AppError `invalid_body` */
export function parseJsonBody(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw new AppError("invalid_body", { detail: "The body is not JSON in UTF-8." });
  }
}

/** Deeper than any body of ours, and shallow enough for every walk over it. */
const DEPTH = 32;

/** Whether any text in it holds what the database refuses to store (NUL, half a surrogate pair), or it is nested too deep. */
export function holdsPoison(value: unknown, depth = 0): boolean {
  if (depth > DEPTH) return true;
  if (typeof value === "string") return value.includes("\0") || !isWellFormed(value);
  if (Array.isArray(value)) return value.some((one) => holdsPoison(one, depth + 1));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, one]) => holdsPoison(key) || holdsPoison(one, depth + 1));
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
