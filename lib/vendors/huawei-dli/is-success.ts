/**
 * Whether an answer's `is_success` says yes: `true`, or "true" in any case; SQL documents a boolean, Flink a string, and
 * examples contradict both (contract page 5.1). null: the field is not there.
 */
export function saysSuccess(body: unknown): boolean | null {
  if (typeof body !== "object" || body === null || !("is_success" in body)) return null;
  const value = body.is_success;
  if (value === undefined || value === null || value === "") return null;
  return value === true || (typeof value === "string" && value.trim().toLowerCase() === "true");
}
