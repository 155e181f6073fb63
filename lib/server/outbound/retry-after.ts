/** No vendor keeps us away for longer by one header. */
export const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

/**
 * The pause that a vendor asks for, in ms: `Retry-After` in seconds, or as a date judged by the vendor's own clock.
 * null where there is none, it lies in the past or makes no sense. At most 15 minutes.
 */
export function retryAfterMs(headers: Record<string, string>, now: number): number | null {
  const text = headers["retry-after"]?.trim() ?? "";
  const asked = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : untilDate(text, headers["date"], now);
  if (asked === null || !(asked > 0)) return null;
  return Math.min(asked, LONGEST_RETRY_AFTER_MS);
}

function untilDate(text: string, vendorDate: string | undefined, now: number): number | null {
  // Date.parse takes almost anything; an HTTP date begins with the name of a day.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return null;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  const vendorNow = Date.parse(vendorDate ?? "");
  return until - (Number.isNaN(vendorNow) ? now : vendorNow);
}
