import { expect, it } from "vitest";
import { withParsed } from "@/lib/vendors/_shared/parsed-beside";

it("keeps the text and puts its JSON beside it, null where it is none", () => {
  const record = { config: '{"a":[1]}', broken: "{", empty: "", number: 4 };
  expect(withParsed(record, ["config", "broken", "empty", "number", "absent"])).toEqual({
    ...record,
    configParsed: { a: [1] },
    brokenParsed: null,
  });
});
