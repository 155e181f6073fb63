import { describe, expect, it } from "vitest";
import { formatCompact } from "@/lib/format/number";

describe("a count in a place that must not grow", () => {
  it("is exact up to 9,999 and never longer than five characters", () => {
    expect([0, 999, 9_999].map(formatCompact)).toEqual(["0", "999", "9,999"]);
    expect([10_000, 12_345, 999_999, 4_561_000].map(formatCompact)).toEqual(["10k", "12.3k", "1m", "4.56m"]);
  });
});
