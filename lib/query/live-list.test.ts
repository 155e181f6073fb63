import { describe, expect, it } from "vitest";
import type { Job, JobList } from "@/lib/contract/job";
import { answer, job } from "@/lib/query/job-list.testkit";
import { type LiveList, appendPage, applyPoll } from "@/lib/query/live-list";

const poll = (items: Job[], nextCursor: string | null = null, windows: [string | null, JobList][] = []) => ({
  head: answer(items, nextCursor),
  windows: new Map(windows),
});
const ids = (list: LiveList) => list.pages.flatMap((page) => page.items.map((item) => item.id));
const first = applyPoll(undefined, poll([job("c"), job("b"), job("a")], "after-a"), false);

describe("nobody reads", () => {
  it("shows the new head and keeps unchanged jobs as they are, wherever they moved", () => {
    const next = applyPoll(first, poll([job("d"), job("c"), job("b")], "after-b"), false);
    expect(ids(next)).toEqual(["d", "c", "b"]);
    expect(next.pages[0]?.items[1]).toBe(first.pages[0]?.items[0]);
    expect(next.held).toBe(0);
  });
  it("keeps the pages themselves where nothing changed", () => {
    const next = applyPoll(first, poll([job("c"), job("b"), job("a")], "after-a"), false);
    expect(next).toBe(first);
  });
  it("forgets further pages: a list left open does not grow", () => {
    const longer = appendPage(first, "after-a", answer([job("z")], "after-z"));
    expect(ids(longer)).toEqual(["c", "b", "a", "z"]);
    expect(ids(applyPoll(longer, poll([job("c"), job("b"), job("a")], "after-a"), false))).toEqual(["c", "b", "a"]);
  });
});

describe("someone reads", () => {
  it("renews rows where they stand and holds new ones back", () => {
    const next = applyPoll(first, poll([job("e"), job("d"), job("b", "succeeded")], "after-b"), true);
    expect(ids(next)).toEqual(["c", "b", "a"]);
    expect(next.held).toBe(2);
    expect(next.pages[0]?.items[1]?.state).toBe("succeeded");
    expect(next.pages[0]?.items[0]).toBe(first.pages[0]?.items[0]);
  });
  it("marks rows that the filter passed over, not those that only fell off the page", () => {
    const next = applyPoll(first, poll([job("d"), job("b")], "after-b"), true);
    expect(next.left).toEqual(["lake query c"]);
    const back = applyPoll(next, poll([job("d"), job("c"), job("b")], "after-b"), true);
    expect(back.left).toEqual([]);
  });
  it("is the same list where a poll brings nothing new: nothing renders", () => {
    expect(applyPoll(first, poll([job("c"), job("b"), job("a")], "after-a"), true)).toBe(first);
  });
  it("takes for new what stands above the shown rows, not what comes after them", () => {
    expect(applyPoll(first, poll([job("d"), job("b"), job("a"), job("z")], "after-z"), true).held).toBe(1);
    const whole = applyPoll(undefined, poll([job("c"), job("b")]), false);
    expect(applyPoll(whole, poll([job("c"), job("b"), job("z")]), true).held).toBe(1);
  });
  it("renews the first page to its end, however far new jobs push it down", () => {
    const pushed = answer([job("e"), job("d"), job("c"), job("b", "failed")], "after-b");
    const next = applyPoll(first, poll([job("e"), job("d")], "after-d", [[null, pushed]]), true);
    expect(next.pages[0]?.items.map((item) => item.state)).toEqual(["running", "failed", "running"]);
    expect(next.left).toEqual(["lake query a"]);
    expect(next.held).toBe(2);
  });
  it("renews a page in view by its own cursor", () => {
    const longer = appendPage(first, "after-a", answer([job("y"), job("z")]));
    const windows: [string, JobList][] = [["after-a", answer([job("z", "failed")])]];
    const next = applyPoll(longer, poll([job("c"), job("b"), job("a")], "after-a", windows), true);
    expect(next.pages[1]?.items.map((item) => item.state)).toEqual(["running", "failed"]);
    expect(next.pages[0]).toBe(longer.pages[0]);
    expect(next.left).toEqual(["lake query y"]);
  });
  it("marks what is left of a page whose answer reaches into the next one", () => {
    const second = appendPage(first, "after-a", answer([job("x"), job("w"), job("v")], "after-v"));
    const third = appendPage(second, "after-v", answer([job("u"), job("t"), job("s")], "after-s"));
    const head = [job("c"), job("b"), job("a")];
    const leftOf = (items: Job[]) =>
      applyPoll(third, poll(head, "after-a", [["after-a", answer(items, "after-more")]]), true).left;
    expect(leftOf([job("u"), job("t"), job("s")])).toEqual(["lake query x", "lake query w", "lake query v"]);
    expect(leftOf([job("m"), job("l"), job("k")])).toEqual(["lake query x", "lake query w", "lake query v"]);
    expect(leftOf([job("x"), job("u"), job("t")])).toEqual(["lake query w", "lake query v"]);
    expect(leftOf([job("new"), job("x"), job("w")])).toEqual([]);
  });
  it("appends a page once, and never a job twice", () => {
    const longer = appendPage(first, "after-a", answer([job("a"), job("z")]));
    expect(ids(longer)).toEqual(["c", "b", "a", "z"]);
    expect(appendPage(longer, "after-a", answer([job("z")]))).toBe(longer);
  });
});
