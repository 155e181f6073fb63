/** A duration in whole ms; null where it is absent or negative. */
export function wholeMs(ms: number | null | undefined): number | null {
  return typeof ms === "number" && Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : null;
}
