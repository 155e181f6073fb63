import { holds, type Reading } from "./figure";

/** `PASS  1.12×  (at most 1.5)  what: the values behind it` */
export function line(reading: Reading): string {
  const { what, value, unit = "×", limit, absolute } = reading;
  const verdict = limit === null ? "    " : holds(reading) ? "PASS" : "FAIL";
  const number = `${short(value)}${unit === "×" ? unit : ` ${unit}`}`;
  const demand = limit === null ? "" : "atMost" in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
  return `${verdict}  ${number.padStart(12)}  ${demand.padEnd(14)}  ${what}: ${absolute}`;
}

/** Two digits behind the point for small numbers, none for large ones. */
export function short(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

export const ms = (value: number): string => `${short(value)} ms`;
export const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
export const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
