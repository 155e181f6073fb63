const RELATIVE = /^-(\d{1,4})([mhd])$/;
const ABSOLUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A point in time in a page's URL: an ISO instant with its zone, or one that moves along: `-15m`, `-24h`, `-7d`. */
export function isWhen(text: string): boolean {
  return RELATIVE.test(text) || (ABSOLUTE.test(text) && !Number.isNaN(Date.parse(text)));
}

/**
 * The instant that the API is asked for. What moves along moves by whole minutes: within one, the same question gives the
 * same ETag.
 * @param now epoch ms
 */
export function resolveWhen(text: string, now: number): string {
  const match = RELATIVE.exec(text);
  if (!match) return new Date(text).toISOString();
  const unit = UNIT_MS[match[2] as keyof typeof UNIT_MS];
  const at = now - Number(match[1]) * unit;
  return new Date(Math.floor(at / 60_000) * 60_000).toISOString();
}

/** The same whatever the case it is typed in; null for what is no point in time. */
export function readWhen(typed: string): string | null {
  return [typed, typed.toLowerCase(), typed.toUpperCase()].find(isWhen) ?? null;
}

const UNIT_WORD = { m: "minute", h: "hour", d: "day" } as const;

/** `the last 24 hours` for what moves along; null for a fixed instant, which the caller shows in the chosen zone. */
export function whenWords(text: string): string | null {
  const match = RELATIVE.exec(text);
  if (!match) return null;
  const word = UNIT_WORD[match[2] as keyof typeof UNIT_WORD];
  return match[1] === "1" ? `the last ${word}` : `the last ${match[1]} ${word}s`;
}

/** `24 hours ago` for what moves along, as `whenWords`. */
export function agoWords(text: string): string | null {
  const match = RELATIVE.exec(text);
  if (!match) return null;
  const word = UNIT_WORD[match[2] as keyof typeof UNIT_WORD];
  return match[1] === "1" ? `1 ${word} ago` : `${match[1]} ${word}s ago`;
}

/** Points in time that are offered wherever one is chosen. */
export const USUAL_WHENS = ["-15m", "-1h", "-6h", "-24h", "-7d", "-30d"] as const;
