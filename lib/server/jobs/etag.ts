import { createHash } from "node:crypto";

/** A weak tag of what an answer is made of: equal parts, equal answers but for `asOf`. */
export function etagOf(parts: unknown[]): string {
  return `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22)}"`;
}

/** @param known the header `If-None-Match` as it came, null where there is none */
export function isKnown(etag: string, known: string | null): boolean {
  return known !== null && known.split(",").some((tag) => tag.trim() === etag);
}
