import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saysSuccess } from "@/lib/vendors/huawei-dli/is-success";

describe("is_success", () => {
  it.each([
    [{ is_success: true }, true],
    [{ is_success: "true" }, true],
    [{ is_success: "True" }, true],
    [{ is_success: " TRUE " }, true],
    [{ is_success: false }, false],
    [{ is_success: "false" }, false],
    [{ is_success: 1 }, false],
    [{ is_success: "yes" }, false],
    [{ is_success: {} }, false],
    [{ is_success: null }, null],
    [{ is_success: "" }, null],
    [{}, null],
    [null, null],
    ["true", null],
  ])("of %j says %j", (body, said) => {
    expect(saysSuccess(body)).toBe(said);
  });

  it("is never yes but for true and its spellings", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const yes = value === true || (typeof value === "string" && /^\s*true\s*$/i.test(value));
        expect(saysSuccess({ is_success: value }) === true).toBe(yes);
      }),
    );
  });
});
