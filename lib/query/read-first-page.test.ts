import { describe, expect, it } from "vitest";
import type { JobList } from "@/lib/contract/job";
import { answer, job } from "@/lib/query/job-list.testkit";
import type { LivePage } from "@/lib/query/live-list";
import { readFirstPage } from "@/lib/query/read-first-page";

const shown: LivePage[] = [{ cursor: null, items: [job("c"), job("b"), job("a")], nextCursor: "after-a" }];

/** Reads the first page from a server that has these rows, three at a time. */
async function read(rows: string[]) {
  const asked: string[] = [];
  const from = (start: number): JobList => {
    const ids = rows.slice(start, start + 3);
    return answer(
      ids.map((id) => job(id)),
      start + 3 < rows.length ? String(start + 3) : null,
    );
  };
  const page = await readFirstPage(shown, from(0), (cursor) => {
    asked.push(cursor);
    return Promise.resolve(from(Number(cursor)));
  });
  return { ids: page.items.map(({ id }) => id), asked };
}

describe("the first page, read again", () => {
  it("is its head where nothing is new, also where rows have left", async () => {
    expect(await read(["c", "b", "a", "z"])).toEqual({ ids: ["c", "b", "a"], asked: [] });
    expect((await read(["c", "a", "z", "y"])).ids).toContain("a");
  });
  it("is read on by as many rows as are new", async () => {
    expect((await read(["e", "d", "c", "b", "a", "z"])).ids).toEqual(["e", "d", "c", "b", "a", "z"]);
  });
  it("is given up where far more is new than it holds", async () => {
    const rows = [...Array.from({ length: 40 }, (_, index) => `new-${index}`), "c", "b", "a"];
    expect((await read(rows)).asked).toHaveLength(3);
  });
});
