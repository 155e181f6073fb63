import { expect, it } from "vitest";
import { dayAround, formatShort } from "@/lib/format/instant";

const at = Date.parse("2026-07-02T23:50:00Z");

it("is today until midnight, and no longer", () => {
  const day = dayAround(at, "utc");
  expect(new Date(day.from).toISOString()).toBe("2026-07-02T00:00:00.000Z");
  expect(new Date(day.to).toISOString()).toBe("2026-07-03T00:00:00.000Z");
  expect(dayAround(day.to, "utc").from).toBe(day.to);
  expect(dayAround(at, "local")).toEqual(day);
});

it("decides whether a time needs its date", () => {
  const iso = new Date(at).toISOString();
  const today = dayAround(at, "utc");
  expect(formatShort(iso, "utc", today.from)).toBe("23:50:00");
  expect(formatShort(iso, "utc", today.to)).toBe("02 Jul 23:50");
});
