import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFields } from "@/lib/vendors/huawei-dli/document";
import { errorText } from "@/lib/vendors/huawei-dli/error-text";
import { parseJsonObject, parseJsonText } from "@/lib/vendors/huawei-dli/json-text";

describe("JSON in a string", () => {
  it.each([
    ['{"a":[1,null,"x"]}', { a: [1, null, "x"] }],
    ['{"big":9007199254740993,"small":1.5}', { big: "9007199254740993", small: 1.5 }],
    ['{"a":1,"a":2}', { a: 2 }],
    ["xxx", null],
    ["", null],
    ['{"a":', null],
    [null, null],
    [7, null],
  ])("%j", (text, value) => {
    expect(parseJsonText(text)).toEqual(value);
  });

  it("that is nested too deep to be read is shown as text", () => {
    expect(parseJsonText("[".repeat(33) + "]".repeat(33))).toBeNull();
    expect(parseJsonText("[".repeat(1_000_000))).toBeNull();
  });

  it("gives back every document of safe numbers", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        fc.pre(!/\d{16}/.test(JSON.stringify(value)));
        expect(JSON.stringify(parseJsonText(JSON.stringify(value)))).toBe(
          JSON.stringify(JSON.parse(JSON.stringify(value))),
        );
      }),
    );
  });

  it("never throws over what is cut short", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const part = text.slice(0, cut % (text.length + 1));
        expect(() => [parseJsonText(part), parseJsonObject(part), errorText(part)]).not.toThrow();
      }),
    );
  });

  it("pollutes no prototype", () => {
    expect(documentFields({ config: '{"__proto__":{"bad":1}}' }, { jsonTexts: ["config"] })).toMatchObject({
      config: '{"__proto__":{"bad":1}}',
    });
    expect("bad" in {}).toBe(false);
  });
});

describe("an error's text", () => {
  it("is the plain text where it is no JSON, and never lost", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = errorText(text);
        if (text.trim() === "") expect(shown).toBeNull();
        else expect(shown).not.toBe("");
      }),
    );
  });
});
