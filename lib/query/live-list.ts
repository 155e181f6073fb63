import { replaceEqualDeep } from "@tanstack/react-query";
import type { Job, JobList } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";

/** One page as it is shown: the rows after `cursor`. */
export interface LivePage {
  cursor: string | null;
  items: Job[];
  nextCursor: string | null;
}

/** The list as it is shown, which holds still while someone reads it. */
export interface LiveList {
  pages: LivePage[];
  counts: JobList["counts"];
  asOf: string;
  /** Jobs above the first row that wait to be let in. */
  held: number;
  /** Keys of shown rows that the filter no longer finds where they stood. */
  left: readonly string[];
}

export interface Poll {
  head: JobList;
  /** Fresh answers for further pages in view, by their cursor. */
  windows: ReadonlyMap<string, JobList>;
}

const NOTHING: readonly string[] = [];

/** Unchanged jobs stay the same objects, wherever they moved: only what changed renders again. */
function shareJobs(known: ReadonlyMap<string, Job>, items: Job[]): Job[] {
  return items.map((job) => {
    const before = known.get(refKey(job));
    return before ? replaceEqualDeep(before, job) : job;
  });
}

function sameItems(before: readonly Job[], after: readonly Job[]): boolean {
  return before.length === after.length && before.every((job, index) => job === after[index]);
}

function byKey(pages: readonly LivePage[]): Map<string, Job> {
  return new Map(pages.flatMap((page) => page.items).map((job) => [refKey(job), job]));
}

/** Shown rows of one page that a fresh answer for it passed over. */
function passedOver(shown: readonly Job[], fresh: JobList): string[] {
  const found = new Set(fresh.items.map(refKey));
  const lastFound = shown.findLastIndex((job) => found.has(refKey(job)));
  const end = fresh.nextCursor === null ? shown.length : lastFound;
  return shown
    .slice(0, Math.max(0, end))
    .map(refKey)
    .filter((key) => !found.has(key));
}

function showHead(shown: LiveList | undefined, head: JobList): LiveList {
  const items = shareJobs(byKey(shown?.pages ?? []), head.items);
  const first = shown?.pages[0];
  const same =
    first && shown.pages.length === 1 && sameItems(first.items, items) && first.nextCursor === head.nextCursor;
  return {
    pages: same ? shown.pages : [{ cursor: null, items: same ? first.items : items, nextCursor: head.nextCursor }],
    counts: replaceEqualDeep(shown?.counts ?? null, head.counts),
    asOf: head.asOf,
    held: 0,
    left: NOTHING,
  };
}

/**
 * What to show after a poll. While someone reads (`hold`), rows are renewed where they stand and new ones wait; else the
 * list begins anew with its head, and further pages load as they are scrolled to: a list left open does not grow.
 */
export function applyPoll(shown: LiveList | undefined, { head, windows }: Poll, hold: boolean): LiveList {
  if (!shown || !hold) return showHead(shown, head);
  const known = byKey(shown.pages);
  const fresh = new Map<string, Job>();
  for (const answer of [head, ...windows.values()]) {
    for (const job of answer.items) fresh.set(refKey(job), job);
  }
  const left = new Set(shown.left);
  const pages = shown.pages.map((page) => {
    const answer = page.cursor === null ? head : windows.get(page.cursor);
    if (answer) for (const key of passedOver(page.items, answer)) left.add(key);
    const items = page.items.map((job) => {
      const now = fresh.get(refKey(job));
      return now ? replaceEqualDeep(job, now) : job;
    });
    return sameItems(page.items, items) ? page : { ...page, items };
  });
  for (const key of fresh.keys()) left.delete(key);
  const leftNow = [...left];
  return {
    pages: pages.every((page, index) => page === shown.pages[index]) ? shown.pages : pages,
    counts: replaceEqualDeep(shown.counts, head.counts),
    asOf: head.asOf,
    held: head.items.filter((job) => !known.has(refKey(job))).length,
    left: replaceEqualDeep(shown.left, leftNow),
  };
}

/** The list with one more page; rows that moved there from above are not shown twice. */
export function appendPage(shown: LiveList, cursor: string, answer: JobList): LiveList {
  const last = shown.pages.at(-1);
  if (last?.nextCursor !== cursor) return shown;
  const known = byKey(shown.pages);
  const items = answer.items.filter((job) => !known.has(refKey(job)));
  return { ...shown, pages: [...shown.pages, { cursor, items, nextCursor: answer.nextCursor }] };
}
