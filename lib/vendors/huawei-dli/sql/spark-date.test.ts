import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sparkDate } from "@/lib/vendors/huawei-dli/sql/spark-date";

const now = Date.parse("2026-11-21T00:00:00Z");
const unchecked = { zone: null, startedAt: null, now };
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** What Java prints for an instant in a zone that far east of UTC. */
function javaText(at: number, zone: string, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * 60_000);
  const two = (n: number) => String(n).padStart(2, "0");
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  const month = MONTHS[local.getUTCMonth()] ?? "";
  return `${DAYS[local.getUTCDay()] ?? ""} ${month} ${two(local.getUTCDate())} ${time} ${zone} ${local.getUTCFullYear()}`;
}

describe("a subjob's date", () => {
  it.each([
    ["Mon Jul 27 17:24:03 CST 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 17:24:03 HKT 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 17:24:03 SGT 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 09:24:03 UTC 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 11:24:03 CEST 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 17:24:03 GMT+08:00 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 12:24:03 TRT 2020", "2020-07-27T09:24:03.000Z"],
    ["Mon Jul 27 11:24:03 SAST 2020", "2020-07-27T09:24:03.000Z"],
    // Not a date, not a day, not a zone, not that day of the week.
    ["27. 7. um 17:24", null],
    ["Mon Feb 30 17:24:03 CST 2020", null],
    ["Mon Jul 27 17:24:03 XYZT 2020", null],
    ["Tue Jul 27 17:24:03 CST 2020", null],
    ["Mon Jul 27 25:24:03 CST 2020", null],
    ["Mon Jul 27 17:24:03 GMT+99:00 2020", null],
    ["", null],
    [null, null],
  ])("%j is %j", (text, instant) => {
    expect(sparkDate(text, unchecked)).toBe(instant);
  });

  it("cannot lie in the future", () => {
    expect(sparkDate(javaText(now + 3 * 3_600_000, "UTC", 0), unchecked)).toBeNull();
  });

  it("takes the home of an ambiguous zone that puts it after the job's start", () => {
    const startedAt = Date.parse("2020-07-27T09:24:00Z");
    const at = startedAt + 3_000;
    const check = { zone: null, startedAt, now: startedAt + 60_000 };
    expect(sparkDate(javaText(at, "CST", 480), check)).toBe("2020-07-27T09:24:03.000Z");
    expect(sparkDate(javaText(at, "CST", -360), check)).toBe("2020-07-27T09:24:03.000Z");
    expect(sparkDate(javaText(at, "IST", 60), check)).toBe("2020-07-27T09:24:03.000Z");
    expect(sparkDate(javaText(at, "SGT", 0), check)).toBeNull();
  });

  it("goes by the connection's zone where the abbreviation is ambiguous or unknown, and only there", () => {
    const chicago = { ...unchecked, zone: "America/Chicago" };
    expect(sparkDate("Mon Jan 27 17:24:03 CST 2020", chicago)).toBe("2020-01-27T23:24:03.000Z");
    expect(sparkDate("Mon Jan 27 17:24:03 XYZT 2020", chicago)).toBe("2020-01-27T23:24:03.000Z");
    expect(sparkDate("Mon Jan 27 17:24:03 UTC 2020", chicago)).toBe("2020-01-27T17:24:03.000Z");
    expect(sparkDate("Mon Jan 27 17:24:03 CST 2020", { ...unchecked, zone: "Mars/Olympus" })).toBe(
      "2020-01-27T09:24:03.000Z",
    );
  });

  it("gives back any instant that Java printed, to the second", () => {
    const zones = fc.constantFrom<[string, number]>(
      ["CST", 480],
      ["SGT", 480],
      ["UTC", 0],
      ["CEST", 120],
      ["GMT-03:30", -210],
      ["SAST", 120],
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Math.floor(now / 1000) }), zones, (seconds, [zone, offset]) => {
        const at = seconds * 1000;
        expect(sparkDate(javaText(at, zone, offset), unchecked)).toBe(new Date(at).toISOString());
      }),
    );
  });

  it("never throws, and never gives anything but an instant or null", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string().map((junk) => `Mon Jul 27 17:24:03 ${junk} 2020`),
      fc.tuple(fc.integer(), fc.integer()).map(([a, b]) => `Mon Jul ${a} ${b}:24:03 CST 2020`),
    );
    fc.assert(
      fc.property(texts, fc.option(fc.string()), fc.option(fc.integer()), (text, zone, startedAt) => {
        expect(sparkDate(text, { zone, startedAt, now }) ?? "1970-01-01T00:00:00.000Z").toMatch(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/,
        );
      }),
    );
  });
});
