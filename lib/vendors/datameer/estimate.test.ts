import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEstimate, parseProgress } from "@/lib/vendors/datameer/estimate";

describe("estimates", () => {
  it.each([
    ["11s", 11_000],
    ["11 sec", 11_000],
    ["0s", 0],
    ["2m 5s", 125_000],
    ["2 min 5 sec", 125_000],
    ["1 hour, 3 min", 3_780_000],
    ["1h2m3s", 3_723_000],
    ["125s", 125_000],
    ["1.5 h", 5_400_000],
    ["2 days", 172_800_000],
  ])("%s", (text, ms) => expect(parseEstimate(text)).toBe(ms));

  it.each(["", "soon", "11", "11 parsecs", "s", "about 3 min", "-5s", "1s!", null, 11, undefined])(
    "%j cannot be counted",
    (text) => expect(parseEstimate(text)).toBeNull(),
  );

  it("reads back whatever parts a server writes", () => {
    const part = fc.nat({ max: 99_999 });
    const units = fc.constantFrom(["h", "m", "s"], ["hour", "min", "sec"], [" hours", " minutes", " seconds"]);
    fc.assert(
      fc.property(part, part, part, units, (h, m, s, [uh, um, us]) => {
        expect(parseEstimate(`${h}${uh} ${m}${um} ${s}${us}`)).toBe((h * 3_600 + m * 60 + s) * 1_000);
      }),
    );
  });

  it("no text throws, and none gives less than nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d .,a-z]{0,40}$/)), (text) => {
        const ms = parseEstimate(text);
        expect(ms === null || (Number.isInteger(ms) && ms >= 0)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("progress", () => {
  it.each([
    ["0", 0],
    [0, 0],
    ["45", 0.45],
    [100, 1],
    [101, 1],
    [-3, 0],
    ["12.5", 0.125],
  ])("%j is %d", (value, fraction) => expect(parseProgress(value)).toBe(fraction));

  it.each([null, undefined, "", "half", Number.NaN, {}, true])("%j is not known", (value) => {
    expect(parseProgress(value)).toBeNull();
  });
});
