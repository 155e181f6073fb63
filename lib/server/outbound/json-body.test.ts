import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "@/lib/server/outbound/json-body";

test("without long numbers it reads what the platform reads", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const numbers = text.match(/-?\d+(\.\d+)?([eE][-+]?\d+)?/g) ?? [];
      fc.pre(numbers.every((number) => !/^-?\d+$/.test(number) || Number.isSafeInteger(Number(number))));
      expect(readJson(text, "application/json")).toEqual(JSON.parse(text));
    }),
  );
});

test("any integer comes back with all its digits, wherever it stands", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.string(), (integer, name) => {
      const safe = integer >= BigInt(Number.MIN_SAFE_INTEGER) && integer <= BigInt(Number.MAX_SAFE_INTEGER);
      const expected = safe ? Number(integer) : String(integer);
      const text = `{${JSON.stringify(name)}: [0.5, ${integer}]}`;
      expect(readJson(text, "application/json")).toEqual(
        JSON.parse(text, (_, value) => (Array.isArray(value) ? [0.5, expected] : value)),
      );
    }),
  );
});

test.each([
  ["1e400", "1e400"],
  ["-1E+400", "-1E+400"],
  ["1e-400", 0],
  ["12.5e1", 125],
  ["0.1234567890123456789", 0.12345678901234568],
  ["12345678901234567.5", 12345678901234568],
  ["-0", -0],
  ["true", true],
  ['"1e400"', "1e400"],
  ['"12345678901234567890"', "12345678901234567890"],
])("%s", (text, expected) => {
  expect(readJson(text, "application/json")).toEqual(expected);
});
