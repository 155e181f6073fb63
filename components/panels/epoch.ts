/** Epoch ms of a vendor as an ISO instant; null for 0, -1, nothing, and what no calendar has. */
export function isoOfEpoch(ms: unknown): string | null {
  if (typeof ms !== "number" || !(ms > 0) || ms > 8.64e15) return null;
  return new Date(ms).toISOString();
}
