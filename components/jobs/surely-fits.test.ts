import { describe, expect, it } from "vitest";
import { surelyFits } from "@/components/jobs/surely-fits";

describe("whether a text surely fits", () => {
  it("is by its letters, of which others than Latin ones are wider", () => {
    expect(surelyFits("analyst_eu", 92)).toBe(true);
    expect(surelyFits("analyst_europe", 92)).toBe(false);
    expect(surelyFits("分析师分析", 69)).toBe(false);
    expect(surelyFits("分析师分析", 70)).toBe(true);
    expect(surelyFits("", 0)).toBe(true);
  });
});
