const UNITS: readonly [RegExp, number][] = [
  [/^d(ays?)?$/, 86_400_000],
  [/^h(ours?|rs?)?$/, 3_600_000],
  [/^m(in(ute)?s?)?$/, 60_000],
  [/^s(ec(ond)?s?)?$/, 1_000],
  [/^ms(ecs?)?$/, 1],
];

/**
 * `11s` of `/api`, `11 sec` of `/rest` (vendor document 8), and sums of such parts (`2m 5s`, `1 hour, 3 min`) → ms.
 * null for anything else: the text is shown as it is.
 */
export function parseEstimate(text: unknown): number | null {
  if (typeof text !== "string" || text.length > 60) return null;
  const parts = [...text.matchAll(/(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]+)\.?/gi)];
  const rest = text.replace(/(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]+)\.?/gi, "").replace(/[\s,]/g, "");
  if (parts.length === 0 || rest !== "") return null;
  let sum = 0;
  for (const [, count = "", unit = ""] of parts) {
    const factor = UNITS.find(([word]) => word.test(unit.toLowerCase()))?.[1];
    if (factor === undefined) return null;
    sum += Number(count) * factor;
  }
  return Math.round(sum);
}

/** `"0"` of `/api`, `0` of `/rest`: percent → 0…1. null: none was given, or it is no number. */
export function parseProgress(value: unknown): number | null {
  const percent = typeof value === "string" && /^\s*\d{1,3}(\.\d+)?\s*%?\s*$/.test(value) ? parseFloat(value) : value;
  if (typeof percent !== "number" || !Number.isFinite(percent)) return null;
  return Math.min(100, Math.max(0, percent)) / 100;
}
