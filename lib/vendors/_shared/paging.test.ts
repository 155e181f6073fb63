import { describe, expect, it } from "vitest";
import { collectPages } from "@/lib/vendors/_shared/paging";

const from = (rows: readonly number[]) => {
  const asked: number[] = [];
  const read = (offset: number, limit: number) => {
    asked.push(offset);
    return Promise.resolve(rows.slice(offset, offset + limit));
  };
  return { asked, read };
};
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("collectPages", () => {
  it.each([
    [0, [0]],
    [3, [0]],
    [4, [0, 4]],
    [9, [0, 4, 8]],
  ])("%i rows: stops on the first short page", async (count, offsets) => {
    const { asked, read } = from(numbers(count));
    expect(await collectPages(read, 4)).toEqual({ rows: numbers(count), complete: true });
    expect(asked).toEqual(offsets);
  });

  it("stops at the cap, and says so", async () => {
    const { asked, read } = from(numbers(100));
    expect(await collectPages(read, 4, 3)).toEqual({ rows: numbers(12), complete: false });
    expect(asked).toHaveLength(3);
  });

  it("stops where a page repeats the one before", async () => {
    let calls = 0;
    const answer = await collectPages(() => Promise.resolve(numbers(++calls > 0 ? 4 : 0)), 4);
    expect([calls, answer.complete, answer.rows.length]).toEqual([2, false, 4]);
  });
});
