/** The end of year 9999: beyond it ISO 8601 needs more than four digits, and a vendor means something else. */
const LAST_MS = 253_402_300_799_999;

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
