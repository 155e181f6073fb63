import { describe, expect, it } from "vitest";
import { safeCallback } from "@/lib/url/callback-url";
import { externalLink } from "@/lib/url/external-link";
import { DEFAULT_COLUMNS, jobsQueryString, loadJobsSearch, nextSort, toApiFilter } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";
import {
  applyCompletion,
  completions,
  parseSearchWords,
  unfinishedTail,
  writeSearchWord,
} from "@/lib/url/search-words";
import { isWhen, resolveWhen, whenWords } from "@/lib/url/when";

const NOW = Date.parse("2026-07-03T12:05:31.250Z");

describe("routes", () => {
  it("keeps any id in one path segment", () => {
    expect(routes.job({ connection: "lake", kind: "query", id: "a/b?c#d" })).toBe("/jobs/lake/query/a%2Fb%3Fc%23d");
    expect(routes.job({ connection: "dli", kind: "flink", id: "104" }, { run: "1700", tab: "raw" })).toBe(
      "/jobs/dli/flink/104?run=1700&tab=raw",
    );
    expect(routes.jobs("?state=failed")).toBe(routes.jobs("state=failed"));
  });
});

describe("the way back after a log-in", () => {
  it.each(["/jobs/lake/query/x?tab=raw", "/"])("takes %s", (path) => expect(safeCallback(path)).toBe(path));
  it.each([
    "//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/login?x",
    "",
    null,
    "/\t/evil.test",
  ])("refuses %s", (path) => expect(safeCallback(path)).toBeNull());
});

describe("a vendor's links", () => {
  it("are http and https only", () => {
    expect(externalLink("https://dremio.test/jobs")).toBe("https://dremio.test/jobs");
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "/jobs", "https://a:b@x.test", null]) {
      expect(externalLink(bad)).toBeNull();
    }
  });
});

describe("the list's query string", () => {
  it("reads what the API would read, repeated keys included", () => {
    const search = loadJobsSearch("?state=failed&state=running&owner=ana&q=50%25&endedFrom=-24h&sort=-endedAt");
    expect(search.state).toEqual(["failed", "running"]);
    expect(toApiFilter(search, NOW)).toEqual({
      state: ["failed", "running"],
      owner: ["ana"],
      q: "50%",
      internal: "hide",
      endedFrom: "2026-07-02T12:05:00.000Z",
    });
    expect(jobsQueryString(search)).toBe("?state=failed&state=running&owner=ana&q=50%25&endedFrom=-24h&sort=-endedAt");
  });
  it("is empty for the plain list, and drops what it does not know", () => {
    const search = loadJobsSearch("?state=exploded&columns=state,nonsense&widths=name:9,owner:120&from=yesterday");
    expect(search.state).toEqual([]);
    expect(search.columns).toEqual(["state"]);
    expect(search.widths).toEqual([{ column: "owner", px: 120 }]);
    expect(search.from).toBeNull();
    expect(jobsQueryString(loadJobsSearch(""))).toBe("");
    expect(loadJobsSearch("").columns).toEqual(DEFAULT_COLUMNS);
  });
  it("asks for no longer a text than the API takes", () => {
    expect(toApiFilter(loadJobsSearch(`?q=${"a".repeat(300)}`), NOW).q).toHaveLength(200);
  });
  it("hides what a vendor runs for itself until the toggle or a type asks for it", () => {
    const asked = (query: string) => toApiFilter(loadJobsSearch(query), NOW).internal;
    expect([asked(""), asked("?q=x&state=failed"), asked("?internal=hide")]).toEqual(["hide", "hide", "hide"]);
    expect([asked("?internal=show"), asked("?type=ACCELERATOR_CREATE")]).toEqual(["show", "show"]);
  });
  it("turns a sort around on the second click", () => {
    expect(nextSort("-submittedAt", "durationMs")).toBe("-durationMs");
    expect(nextSort("-durationMs", "durationMs")).toBe("durationMs");
    expect(nextSort("name", "name")).toBe("-name");
  });
});

describe("when", () => {
  it("is an instant with a zone or moves along", () => {
    expect(["-15m", "-24h", "-7d", "2026-07-03T12:00:00Z", "2026-07-03T12:00+08:00"].every(isWhen)).toBe(true);
    expect(["24h", "-0x", "2026-07-03", "2026-13-03T12:00:00Z", ""].some(isWhen)).toBe(false);
    expect(resolveWhen("-15m", NOW)).toBe("2026-07-03T11:50:00.000Z");
    expect(resolveWhen("2026-07-03T12:00+08:00", NOW)).toBe("2026-07-03T04:00:00.000Z");
    expect([whenWords("-24h"), whenWords("-1d"), whenWords("2026-07-03T12:00:00Z")]).toEqual([
      "the last 24 hours",
      "the last day",
      null,
    ]);
  });
});

describe("search words", () => {
  it("tells words from text", () => {
    expect(parseSearchWords('state:FAILED vendor:dremio owner:"ana b" "select * from" x')).toEqual({
      words: [
        { key: "state", value: "failed" },
        { key: "vendor", value: "dremio" },
        { key: "owner", value: "ana b" },
      ],
      text: "select * from x",
      rest: '"select * from" x',
      problems: [],
      notes: [],
    });
    const sql = "https://a.test/b a:b x::int";
    expect(parseSearchWords(sql)).toEqual({ words: [], text: sql, rest: sql, problems: [], notes: [] });
    expect(parseSearchWords("state:gone owner:").problems).toHaveLength(2);
    expect(writeSearchWord({ key: "owner", value: "ana b" })).toBe('owner:"ana b"');
  });
  it("keeps what cannot be a word, and says why", () => {
    const closed = { vendor: ["dremio", "datameer"], kind: [] };
    const parsed = parseSearchWords("state:gone vendor:Dremio vendor:oracle kind:any stat:failed", closed);
    expect(parsed.words).toEqual([
      { key: "vendor", value: "dremio" },
      { key: "kind", value: "any" },
    ]);
    expect(parsed.rest).toBe("state:gone vendor:oracle stat:failed");
    expect(parsed.text).toBe("stat:failed");
    expect(parsed.problems[1]).toBe("“oracle” is not a vendor: dremio, datameer");
    expect(parsed.notes).toEqual(["“stat” is no filter, so it is searched for as text"]);
  });
  it("takes a word for finished when a blank follows it outside of quotes", () => {
    expect(unfinishedTail("state:failed own")).toBe("own");
    expect(unfinishedTail('x owner:"ana b')).toBe('owner:"ana b');
    expect(unfinishedTail('x owner:"ana b"')).toBe('owner:"ana b"');
    expect(unfinishedTail('x owner:"ana b" ')).toBe("");
    expect(unfinishedTail("")).toBe("");
  });
  it("completes keys, then values", () => {
    const values = { owner: ["ana", "ana b", "ben"] };
    expect(completions("state:failed ow", values).map((item) => item.insert)).toEqual(["owner:"]);
    expect(completions("owner:an", values).map((item) => item.insert)).toEqual(["owner:ana ", 'owner:"ana b" ']);
    expect(completions("", values)).toEqual([]);
    expect(applyCompletion("state:failed ow", "owner:")).toBe("state:failed owner:");
    expect(applyCompletion('x owner:"an', 'owner:"ana b" ')).toBe('x owner:"ana b" ');
  });
});
