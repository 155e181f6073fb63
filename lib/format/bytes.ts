const UNITS = ["B", "KB", "MB", "GB", "TB", "PB", "EB"] as const;

/** Bytes with decimal units: `4.21 GB`. Digits beyond 2^53 lose nothing that three figures would show. */
export function formatBytes(value: number | string | null | undefined): string {
  if (value === null || value === undefined || value === "") return "–";
  let amount = Number(value);
  if (!Number.isFinite(amount)) return String(value);
  let unit = 0;
  while (Math.abs(amount) >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || Math.abs(amount) >= 100 ? 0 : Math.abs(amount) >= 10 ? 1 : 2;
  return `${amount.toFixed(digits)} ${UNITS[unit]}`;
}
