/** The furthest instant that a Date can hold. */
const LAST_MS = 8.64e15;

/**
 * Epoch ms → ISO 8601 UTC. null for what is no instant: not a number, out of range, and 0, by which vendors write
 * "not reached yet".
 */
export function isoOfMs(value: unknown): string | null {
  const ms = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof ms !== "number" || !Number.isFinite(ms) || ms <= 0 || ms > LAST_MS) return null;
  return new Date(Math.trunc(ms)).toISOString();
}

/** A vendor's ISO text with a zone → ISO 8601 UTC with milliseconds. null for anything else, and for the epoch itself. */
export function isoOfText(value: unknown): string | null {
  if (typeof value !== "string" || !/(?:Z|[+-]\d\d:?\d\d)$/i.test(value)) return null;
  return isoOfMs(Date.parse(value));
}
