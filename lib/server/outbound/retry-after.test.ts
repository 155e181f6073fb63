import { expect, test } from "vitest";
import { retryAfterMs } from "@/lib/server/outbound/retry-after";

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);
const at = (ms: number) => new Date(ms).toUTCString();

test.each<[string, Record<string, string>, number | null]>([
  ["nothing", {}, null],
  ["seconds", { "retry-after": "7" }, 7000],
  ["blanks around it", { "retry-after": " 7 " }, 7000],
  ["zero", { "retry-after": "0" }, null],
  ["negative", { "retry-after": "-5" }, null],
  ["a day", { "retry-after": "86400" }, 900_000],
  ["more than a number can hold", { "retry-after": "9".repeat(400) }, 900_000],
  ["a date by our clock", { "retry-after": at(NOW + 20_000) }, 20_000],
  ["a date by the vendor's clock", { "retry-after": at(NOW + 20_000), date: at(NOW + 15_000) }, 5_000],
  ["a date beside a broken clock", { "retry-after": at(NOW + 20_000), date: "soon" }, 20_000],
  ["a past date", { "retry-after": at(NOW - 1000) }, null],
  ["ten years", { "retry-after": at(NOW + 315_360_000_000) }, 900_000],
  ["a word", { "retry-after": "soon" }, null],
  ["something like a date", { "retry-after": "Monday, perhaps" }, null],
  ["a year alone", { "retry-after": "2030-01" }, null],
])("%s", (_, headers, expected) => {
  expect(retryAfterMs(headers, NOW)).toBe(expected);
});
