import { describe, expect, it } from "vitest";
import type { Job, JobList } from "@/lib/contract/job";
import type { JobState } from "@/lib/jobs/state";
import { type LiveList, appendPage, applyPoll } from "@/lib/query/live-list";

const job = (id: string, state: JobState = "running"): Job => ({
  connection: "lake",
  vendor: "dremio",
  kind: "query",
  id,
  name: `job ${id}`,
  state,
  vendorState: state.toUpperCase(),
  attention: null,
  owner: null,
  queue: null,
  type: null,
  submittedAt: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  progress: null,
  rowCount: null,
  error: null,
  actions: [],
  pendingAction: null,
  path: `/jobs/lake/query/${id}`,
  vendorUrl: null,
  firstSeenAt: "2026-01-01T00:00:00.000Z",
  observedAt: "2026-01-01T00:00:00.000Z",
  stale: false,
  gone: false,
});
const answer = (items: Job[], nextCursor: string | null = null): JobList => ({
  items,
  nextCursor,
  counts: null,
  asOf: "2026-01-01T00:00:00.000Z",
});
const poll = (items: Job[], nextCursor: string | null = null, windows: [string, JobList][] = []) => ({
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
    expect(next.pages).toBe(first.pages);
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
  it("renews a page in view by its own cursor", () => {
    const longer = appendPage(first, "after-a", answer([job("y"), job("z")]));
    const windows: [string, JobList][] = [["after-a", answer([job("z", "failed")])]];
    const next = applyPoll(longer, poll([job("c"), job("b"), job("a")], "after-a", windows), true);
    expect(next.pages[1]?.items.map((item) => item.state)).toEqual(["running", "failed"]);
    expect(next.pages[0]).toBe(longer.pages[0]);
    expect(next.left).toEqual(["lake query y"]);
  });
  it("appends a page once, and never a job twice", () => {
    const longer = appendPage(first, "after-a", answer([job("a"), job("z")]));
    expect(ids(longer)).toEqual(["c", "b", "a", "z"]);
    expect(appendPage(longer, "after-a", answer([job("z")]))).toBe(longer);
  });
});
