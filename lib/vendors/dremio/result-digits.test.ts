import { describe, expect, it } from "vitest";
import { digitsOf, NumberText } from "@/lib/vendors/dremio/result-digits";

const n = (text: string) => new NumberText(text);

describe("digitsOf", () => {
  it.each([
    ["BIGINT", "9", 9],
    ["BIGINT", "-9007199254740991", -9007199254740991],
    ["BIGINT", "9007199254740993", "9007199254740993"],
    ["INTEGER", "0", 0],
    ["DECIMAL", "7.50", "7.50"],
    ["DECIMAL", "12345678901234567890.1234567891", "12345678901234567890.1234567891"],
    ["DOUBLE", "1.38E9", 1380000000],
    ["DOUBLE", "1e400", "1e400"],
    ["FLOAT", "12345678901234567890", 12345678901234567000],
  ])("%s %s", (name, text, value) => {
    expect(digitsOf(n(text), { name })).toEqual(value);
  });

  it("keeps null, text, truth and unknown types", () => {
    expect([null, "a", true].map((value) => digitsOf(value, { name: "VARCHAR" }))).toEqual([null, "a", true]);
    expect([digitsOf(n("1.5"), null), digitsOf(n("99999999999999999999"), "odd")]).toEqual([
      1.5,
      "99999999999999999999",
    ]);
  });

  it("follows lists, structs and maps", () => {
    const decimal = { type: { name: "DECIMAL" } };
    expect(digitsOf([n("1.10"), null], { name: "LIST", subSchema: [decimal] })).toEqual(["1.10", null]);
    const struct = {
      name: "STRUCT",
      subSchema: [
        { name: "a", type: { name: "BIGINT" } },
        { name: "b", ...decimal },
      ],
    };
    expect(digitsOf({ a: n("1"), b: n("2.0") }, struct)).toEqual({ a: 1, b: "2.0" });
    expect(digitsOf({ x: n("3.0") }, { name: "MAP", subSchema: [decimal] })).toEqual({ x: "3.0" });
  });
});
