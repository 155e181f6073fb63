import { SqlError } from "./sql-error";

/** Reads `2026-01-31`, `2026-01-31 10:00:00` or `…10:00:00.123` as UTC; `T` and `Z` are tolerated. Throws {@link SqlError}. */
export function parseTimestamp(text: string): number {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?Z?$/.exec(text.trim());
  const ms = match ? Date.parse(`${match[1]}T${match[2] ?? "00:00"}Z`) : NaN;
  if (Number.isNaN(ms)) throw new SqlError(`FUNCTION ERROR: Error parsing date "${text}"`);
  return ms;
}
