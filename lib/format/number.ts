const group = new Intl.NumberFormat("en-GB");

/** Digits are kept: a count beyond 2^53 comes as a string and is grouped without becoming a number. */
export function formatCount(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return group.format(value);
  return /^-?\d+$/.test(value) ? value.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : value;
}

/** A fraction 0…1 as `41 %`. It never rounds up to 100 % what is not finished, nor down to 0 % what has begun: that is `<1 %`. */
export function formatPercent(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return "99 %";
  if (rounded === 0 && fraction > 0) return "<1 %";
  return `${rounded} %`;
}

/** `1 job`, `2 jobs` */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
