import { describe, expect, it } from "vitest";
import { formatCount, formatPercent, plural } from "@/lib/format/number";

describe("a count", () => {
  it("is grouped, keeps every digit, and an unknown one is no zero", () => {
    expect([0, 999, 1_234, 4_561_000].map(formatCount)).toEqual(["0", "999", "1,234", "4,561,000"]);
    expect(formatCount("9007199254740993")).toBe("9,007,199,254,740,993");
    expect([null, undefined].map(formatCount)).toEqual(["–", "–"]);
  });

  it("names one thing or many", () => {
    expect([plural(1, "job"), plural(0, "job"), plural(1_200, "job")]).toEqual(["1 job", "0 jobs", "1,200 jobs"]);
  });
});

describe("a share", () => {
  it("is not all before the end, nor nothing once it has begun", () => {
    expect([0, 0.001, 0.41, 0.999, 1].map(formatPercent)).toEqual(["0 %", "<1 %", "41 %", "99 %", "100 %"]);
  });
});
