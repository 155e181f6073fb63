import { describe, expect, it } from "vitest";
import { isoOfMs, isoOfText } from "@/lib/vendors/_shared/instants";

describe("isoOfMs", () => {
  it("writes milliseconds", () => {
    expect(isoOfMs(1657761357782)).toBe("2022-07-14T01:15:57.782Z");
    expect(isoOfMs("1657761357782")).toBe("2022-07-14T01:15:57.782Z");
  });

  it.each([0, -1, Number.NaN, Infinity, 1e300, "soon", "1e400", null, undefined, {}])("is null for %j", (value) => {
    expect(isoOfMs(value)).toBeNull();
  });
});

describe("isoOfText", () => {
  it("takes any zone, and gives UTC with milliseconds", () => {
    expect(isoOfText("2022-12-13T18:34:14Z")).toBe("2022-12-13T18:34:14.000Z");
    expect(isoOfText("2022-12-13T18:34:14.5+02:00")).toBe("2022-12-13T16:34:14.500Z");
  });

  it.each(["1970-01-01T00:00:00.000Z", "2022-12-13T18:34:14", "never", "", 5, null])("is null for %j", (value) => {
    expect(isoOfText(value)).toBeNull();
  });
});
