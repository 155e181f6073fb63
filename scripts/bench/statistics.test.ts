import { describe, expect, it } from "vitest";
import { holds } from "./figure";
import { line } from "./report";
import { percentile } from "./statistics";

describe("percentile", () => {
  it("takes the nearest rank, whatever the order", () => {
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => 100 - index),
        0.99,
      ),
    ).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe("a reading", () => {
  const reading = { what: "list", value: 1.5, absolute: "3 ms over 2 ms" };

  it("holds up to its limit and no further", () => {
    expect(holds({ ...reading, limit: { atMost: 1.5 } })).toBe(true);
    expect(holds({ ...reading, limit: { atMost: 1.49 } })).toBe(false);
    expect(holds({ ...reading, limit: { atLeast: 1.5 } })).toBe(true);
    expect(holds({ ...reading, limit: { atLeast: 1.51 } })).toBe(false);
    expect(holds({ ...reading, limit: null })).toBe(true);
    expect(holds({ ...reading, value: Number.NaN, limit: { atMost: 9 } })).toBe(false);
  });

  it("is told with its values, its limit and its verdict", () => {
    expect(line({ ...reading, limit: { atMost: 1.4 } })).toBe(
      "FAIL         1.50×  at most 1.4     list: 3 ms over 2 ms",
    );
  });
});
