/** Node's and PostgreSQL's codes for "nobody is there": class 08, shutdowns and too many connections. */
const CODES = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|08...|57P0[1-3]|53300)$/;
/** node-postgres gives these no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error, or anything that caused it, says that the database cannot be reached now. */
export function isDatabaseDown(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string" && CODES.test(at.code)) return true;
    if (MESSAGES.test(at.message)) return true;
  }
  return false;
}
