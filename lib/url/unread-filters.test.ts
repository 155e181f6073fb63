import { describe, expect, it } from "vitest";
import { unreadFilters } from "@/lib/url/unread-filters";

const unread = (query: string) => unreadFilters(new URLSearchParams(query));

describe("what an address asks for and nobody can read", () => {
  it("is named, beside what is read", () => {
    expect(unread("state=failed&state=borked&from=yesterday&sort=-colour")).toEqual([
      "state:borked",
      "sort:-colour",
      "from:yesterday",
    ]);
  });
  it("is nothing in an address of ours, or with words of others", () => {
    expect(unread("state=failed&from=-24h&sort=-startedAt&q=x&owner=anyone&utm=1&state=")).toEqual([]);
  });
});
