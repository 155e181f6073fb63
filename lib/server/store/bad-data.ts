/** PostgreSQL's classes for a value that does not fit, and for one that is too large for an index or a row. */
const CODES = /^(22|23|54)/;

/** Whether an error, or anything that caused it, says that a value was refused: without that value it would pass. */
export function isBadData(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string" && CODES.test(at.code)) return true;
  }
  return false;
}
