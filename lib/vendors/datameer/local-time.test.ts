import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { readLocalTime } from "@/lib/vendors/datameer/local-time";
import { readInstant, readRunTimes } from "@/lib/vendors/datameer/run-times";

const BERLIN = "Europe/Berlin";
const shanghai = (text: string) => readInstant(text, "Asia/Shanghai");

describe("dates without a zone", () => {
  it.each([
    ["Sep 28, 2018 6:44:56 PM", "2018-09-28T10:44:56.000Z"],
    ["Jul 18, 2018 1:46:38 PM", "2018-07-18T05:46:38.000Z"],
    ["2012-07-06 18:19:09.0", "2012-07-06T10:19:09.000Z"],
    ["Mar 5, 2013 10:44:59 AM", "2013-03-05T02:44:59.000Z"],
    ["2015-12-07T09:08:11.557+01:00", "2015-12-07T08:08:11.557Z"],
    ["Sep 28, 2018, 6:44:56\u202fPM", "2018-09-28T10:44:56.000Z"],
    ["Sep 28, 2018, 6:44:56\u00a0pm", "2018-09-28T10:44:56.000Z"],
    ["September 28, 2018 12:00:00 AM", "2018-09-27T16:00:00.000Z"],
    ["Sep 28, 2018 12:00:00 PM", "2018-09-28T04:00:00.000Z"],
    ["2012-07-06 18:19:09.123", "2012-07-06T10:19:09.123Z"],
    ["2012-07-06 18:19:09", "2012-07-06T10:19:09.000Z"],
  ])("%s", (text, instant) => expect(shanghai(text)).toBe(instant));

  it.each([
    "",
    "now",
    "Feb 30, 2018 1:00:00 AM",
    "Sep 28, 2018 13:00:00 PM",
    "Sep 28, 2018 0:10:00 AM",
    "28. September 2018 18:44:56",
    "Foo 1, 2018 1:00:00 AM",
    "2018-13-01 00:00:00.0",
    "2018-01-01 24:00:00.0",
  ])("%j is unreadable, not another time", (text) =>
    expect(readLocalTime(text, "Asia/Shanghai")).toEqual({ candidates: [], reading: "unreadable" }),
  );

  it("is unreadable in a zone that is none", () => {
    expect(readLocalTime("Sep 28, 2018 6:44:56 PM", "Mars/Olympus").reading).toBe("unreadable");
  });
});

describe("both sides of a change of the clock (Berlin 2024)", () => {
  it.each([
    ["2024-10-27 01:59:59.0", "2024-10-26T23:59:59.000Z", "exact"],
    ["2024-10-27 02:00:00.0", "2024-10-27T00:00:00.000Z", "ambiguous"],
    ["2024-10-27 02:59:59.0", "2024-10-27T00:59:59.000Z", "ambiguous"],
    ["2024-10-27 03:00:00.0", "2024-10-27T02:00:00.000Z", "exact"],
    ["2024-03-31 01:59:59.0", "2024-03-31T00:59:59.000Z", "exact"],
    ["2024-03-31 02:00:00.0", "2024-03-31T01:00:00.000Z", "skipped"],
    ["2024-03-31 02:59:59.0", "2024-03-31T01:59:59.000Z", "skipped"],
    ["2024-03-31 03:00:00.0", "2024-03-31T01:00:00.000Z", "exact"],
  ])("%s", (text, instant, reading) => {
    expect([readInstant(text, BERLIN), readLocalTime(text, BERLIN).reading]).toEqual([instant, reading]);
  });

  it("keeps a run's length across the hour that happens twice, though its stop reads earlier", () => {
    const times = readRunTimes({ startTime: "2024-10-27 02:30:00.0", stopTime: "2024-10-27 02:15:00.0" }, BERLIN);
    expect(times).toMatchObject({
      startedAt: "2024-10-27T00:30:00.000Z",
      endedAt: "2024-10-27T01:15:00.000Z",
      timeProblem: null,
    });
  });

  it("flags a stop before the start that no change of the clock explains", () => {
    const times = readRunTimes({ startTime: "2024-06-01 02:30:00.0", stopTime: "2024-06-01 02:15:00.0" }, BERLIN);
    expect(times.timeProblem).toBe("stop-before-start");
  });

  it("tells absent from null", () => {
    expect(readRunTimes({ startTime: null }, BERLIN)).toEqual({
      startedAt: null,
      endedAt: undefined,
      timeProblem: null,
    });
  });
});

describe("fuzzed", () => {
  const zones = fc.constantFrom(
    BERLIN,
    "Asia/Shanghai",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "UTC",
  );
  const instants = fc
    .integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) })
    .map((ms) => Math.floor(ms / 1000) * 1000);
  const shapes = fc.constantFrom("LLL d, yyyy h:mm:ss a", "LLL d, yyyy, h:mm:ss a", "yyyy-LL-dd HH:mm:ss'.0'");

  it("every instant that a server writes is among those that are read", () => {
    fc.assert(
      fc.property(instants, zones, shapes, (at, zone, shape) => {
        const text = DateTime.fromMillis(at, { zone, locale: "en-US" }).toFormat(shape);
        const { candidates, reading } = readLocalTime(text, zone);
        expect(candidates).toContain(at);
        expect(reading).toBe(candidates.length === 1 ? "exact" : "ambiguous");
      }),
      { numRuns: 2_000 },
    );
  });

  it("no text throws, and what is read is an instant", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d{2}:\d{2} [AP]M$/),
      fc.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d$/),
    );
    fc.assert(
      fc.property(texts, zones, (text, zone) => {
        const instant = readInstant(text, zone);
        if (instant !== null) expect(new Date(instant).toISOString()).toBe(instant);
      }),
      { numRuns: 3_000 },
    );
  });
});
