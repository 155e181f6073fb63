/** Longer texts are cut: a vendor's 5 MB name is not worth a page that does not open. */
const LONGEST_TEXT = 64 * 1024;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A copy that PostgreSQL can store: NUL becomes U+2400, a lone surrogate U+FFFD, numbers that JSON cannot hold null. One
 * such character would fail a whole batch (22021, 22P05, 22P02).
 */
export function cleanJson<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(clean);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), clean(item)]));
}

export function cleanText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return cut.replaceAll("\u0000", "\u2400").replace(LONE_SURROGATE, "\uFFFD");
}
