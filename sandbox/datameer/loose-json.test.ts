import { expect, it } from "vitest";
import { parseLoose } from "./loose-json";

it("reads the page's own body", () => {
  expect(parseLoose('{ variables : { "foo": "fooValue" }, "fileIds" : [4, ]}')).toStrictEqual({
    variables: { foo: "fooValue" },
    fileIds: [4],
  });
});

it("leaves quoted text alone", () => {
  const value = { text: 'a: 1, "b": [2,], \\', other: [1, 2] };
  expect(parseLoose(JSON.stringify(value))).toStrictEqual(value);
});

it("throws on what is no JSON at all", () => {
  expect(() => parseLoose("{ nothing")).toThrow(SyntaxError);
});
