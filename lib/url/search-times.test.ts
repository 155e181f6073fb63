import { describe, expect, it } from "vitest";
import { completions, parseSearchWords, writeSearchWord } from "@/lib/url/search-words";

describe("times among the search words", () => {
  it("are the URL's own keys and values, whatever the case", () => {
    const typed = "from:-24h TO:2026-07-03T12:00Z ended-from:-7D endedTo:2026-07-03t12:00:30+08:00 orders";
    const { words, text, problems, notes } = parseSearchWords(typed);
    expect(words).toEqual([
      { key: "from", value: "-24h" },
      { key: "to", value: "2026-07-03T12:00Z" },
      { key: "endedFrom", value: "-7d" },
      { key: "endedTo", value: "2026-07-03T12:00:30+08:00" },
    ]);
    expect([text, problems, notes]).toEqual(["orders", [], []]);
  });
  it("are written as they are typed", () => {
    for (const word of ["from:-1h", "to:2026-07-03T12:00:00.000Z", "ended-from:-7d", "ended-to:-15m"]) {
      expect(parseSearchWords(word).words.map(writeSearchWord)).toEqual([word]);
    }
  });
  it("stay in the box where they are none, and say what would be one", () => {
    const { words, text, rest, problems } = parseSearchWords("from:yesterday ended-to: to:24h");
    expect(words).toEqual([]);
    expect([text, rest]).toEqual(["", "from:yesterday ended-to: to:24h"]);
    const usual = "-1h, -24h, -7d or an instant with its zone, 2026-07-03T12:00Z";
    expect(problems).toEqual([
      `“yesterday” is no time: ${usual}`,
      `ended-to: needs a time, ${usual}`,
      `“24h” is no time: ${usual}`,
    ]);
  });
  it("are no words where the page cannot be narrowed by them", () => {
    const { words, text, notes } = parseSearchWords("from:-1h ended-from:-1h", {}, ["from", "to"]);
    expect(words).toEqual([{ key: "from", value: "-1h" }]);
    expect(text).toBe("ended-from:-1h");
    expect(notes).toEqual(["“ended-from” is no filter, so it is searched for as text"]);
    expect(completions("end", {}, ["from", "to"])).toEqual([]);
  });
  it("are completed: keys, then the usual times in words", () => {
    expect(completions("end", {}).map(({ insert }) => insert)).toEqual(["ended-from:", "ended-to:"]);
    expect(completions("x from:-2", {})).toEqual([{ insert: "from:-24h ", label: "-24h", hint: "the last 24 hours" }]);
    expect(completions("ended-to:1h", {})).toEqual([{ insert: "ended-to:-1h ", label: "-1h", hint: "1 hour ago" }]);
  });
});
