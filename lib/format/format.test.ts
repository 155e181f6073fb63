import { describe, expect, it } from "vitest";
import { formatBytes } from "@/lib/format/bytes";
import { formatDuration, formatDurationWords, isoDuration } from "@/lib/format/duration";
import { fieldName } from "@/lib/format/field-name";
import { formatAge, formatFull, formatMarks, formatMoment, formatShort, zoneLabel } from "@/lib/format/instant";
import { formatCount, formatPercent, plural } from "@/lib/format/number";
import { sentence } from "@/lib/format/sentence";
import { oneLine, shorten, visibleText } from "@/lib/format/visible-text";

describe("durations", () => {
  it.each([
    [null, "–"],
    [0, "00:00:00"],
    [40, "40 ms"],
    [72_000, "00:01:12"],
    [86_399_999, "23:59:59"],
    [12 * 86_400_000 + 3 * 3_600_000 + 53 * 60_000, "12d 03:53"],
    [-5, "00:00:00"],
  ])("shows %s as %s", (ms, text) => expect(formatDuration(ms)).toBe(text));

  it.each([
    [850, "850 ms"],
    [1_500, "1.5 s"],
    [276_000, "4 min 36 s"],
    [3_600_000, "1 h"],
    [12 * 86_400_000 + 3 * 3_600_000, "12 d 3 h"],
  ])("words %s as %s", (ms, text) => expect(formatDurationWords(ms)).toBe(text));

  it("writes ISO durations", () => expect(isoDuration(61_400)).toBe("PT61S"));
});

describe("instants", () => {
  const now = Date.parse("2026-07-03T12:05:00.000Z");
  it("is short on the same day, longer on another, with the year in another year", () => {
    expect(formatShort("2026-07-03T12:04:31.000Z", "utc", now)).toBe("12:04:31");
    expect(formatShort("2026-07-02T08:11:04.000Z", "utc", now)).toBe("02 Jul 08:11");
    expect(formatShort("2024-07-02T08:11:04.000Z", "utc", now)).toBe("02 Jul 2024");
  });
  it("writes the whole instant with its zone", () => {
    expect(formatFull("2026-07-02T08:11:04.120Z", "utc")).toBe("2026-07-02 08:11:04.120 UTC");
  });
  it.each([
    ["2026-07-03T12:04:59.500Z", "now"],
    ["2026-07-03T12:04:51.000Z", "9 s ago"],
    ["2026-07-03T10:00:00.000Z", "2 h ago"],
    ["2026-07-03T12:05:08.000Z", "in 8 s"],
  ])("ages %s as %s", (iso, text) => expect(formatAge(iso, now)).toBe(text));
  it("labels zones", () => {
    expect(zoneLabel("utc", -480)).toBe("UTC");
    expect(zoneLabel("local", -480)).toBe("UTC+8");
    expect(zoneLabel("local", 210)).toBe("UTC−3:30");
  });
});

describe("moments", () => {
  const now = Date.parse("2026-07-02T12:00:00.000Z");
  it("have their date where it is not today's", () => {
    expect(formatMoment("2026-07-02T01:02:03.000Z", "utc", now)).toBe("01:02:03");
    expect(formatMoment("2026-07-01T01:02:03.000Z", "utc", now)).toBe("01 Jul 01:02:03");
    expect(formatMoment("2022-12-13T18:34:14.000Z", "utc", now)).toBe("13 Dec 2022 18:34:14");
  });
  it("along an axis say the date once a day", () => {
    const marks = ["2026-07-01T23:59:30Z", "2026-07-01T23:59:50Z", "2026-07-02T00:00:10Z"].map((at) => Date.parse(at));
    expect(formatMarks(marks, "utc", now)).toEqual(["01 Jul 23:59:30", "23:59:50", "02 Jul 00:00:10"]);
    expect(formatMarks(marks.slice(2), "utc", now)).toEqual(["00:00:10"]);
  });
});

describe("figures", () => {
  it("keeps every digit of a count", () => {
    expect(formatCount("9007199254740993")).toBe("9,007,199,254,740,993");
    expect(formatCount(12_408_377)).toBe("12,408,377");
    expect(formatCount(0)).toBe("0");
    expect(formatCount(null)).toBe("–");
  });
  it("never rounds a part to all or to nothing", () => {
    expect(formatPercent(0.999)).toBe("99 %");
    expect(formatPercent(0.001)).toBe("<1 %");
    expect(formatPercent(0)).toBe("0 %");
    expect(formatPercent(1)).toBe("100 %");
  });
  it("counts in words", () => expect([plural(1, "job"), plural(1200, "job")]).toEqual(["1 job", "1,200 jobs"]));
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [4_213_000_000, "4.21 GB"],
    ["12345678901234567890", "12.3 EB"],
    [null, "–"],
    ["n/a", "n/a"],
  ])("shows %s bytes as %s", (value, text) => expect(formatBytes(value)).toBe(text));
});

describe("text of others", () => {
  it("writes out what cannot be seen", () => {
    expect(visibleText("cancel\u202Egpj.exe\u0000")).toBe("cancel‹U+202E›gpj.exe‹U+0000›");
    expect(visibleText("a\n\tb")).toBe("a\n\tb");
    expect(oneLine(" select *\n\tfrom t ")).toBe("select * from t");
  });
  it("cuts between characters, not inside one", () => {
    expect(shorten("abcdef", 4)).toBe("abc…");
    expect(shorten("ab😀cd", 4)).toBe("ab😀…");
    expect(shorten("abc", 4)).toBe("abc");
  });
  it("ends as one sentence", () => {
    expect(sentence("The vendor answered with status 503 and no explanation.")).toMatch(/explanation\.$/);
    expect(sentence("connect ECONNREFUSED ")).toBe("connect ECONNREFUSED.");
    expect(sentence("")).toBe("");
  });
  it("names fields", () => {
    expect(fieldName("restartWhenException")).toBe("Restart when exception");
    expect(fieldName("jobId")).toBe("Job ID");
    expect(fieldName("queue_name")).toBe("Queue name");
  });
});
