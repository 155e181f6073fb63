import { replaceEqualDeep } from "@tanstack/react-query";
import type { Job, JobList } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import { isActive } from "@/lib/jobs/state";

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
  /** Jobs above the first row that wait to be let in. */
  held: number;
  /** Keys of shown rows that the filter no longer finds where they stood. */
  left: readonly string[];
}

export interface Poll {
  /** The first rows as they are now. */
  head: JobList;
  /** Fresh answers for pages in view, by their cursor; for the first one (null) as far down as it goes by now. */
  windows: ReadonlyMap<string | null, JobList>;
}

const NOTHING: readonly string[] = [];

/** Where each job of a page stands, made once a page: ten thousand rows are not looked through at each poll. */
const places = new WeakMap<LivePage, ReadonlyMap<string, number>>();

function placesOf(page: LivePage): ReadonlyMap<string, number> {
  const known = places.get(page) ?? new Map(page.items.map((job, index) => [refKey(job), index]));
  places.set(page, known);
  return known;
}

/** Which page a job is shown on, and where on it. */
function placeOf(pages: readonly LivePage[], key: string): { at: number; index: number } | null {
  for (const [at, page] of pages.entries()) {
    const index = placesOf(page).get(key);
    if (index !== undefined) return { at, index };
  }
  return null;
}

/** The job as it is shown; undefined where it is on no page. */
export function findJob(pages: readonly LivePage[], key: string): Job | undefined {
  const place = placeOf(pages, key);
  return place ? pages[place.at]?.items[place.index] : undefined;
}

/** Whether anything that is shown may still change by itself. */
export function hasActive(pages: readonly LivePage[]): boolean {
  return pages.some((page) => page.items.some((job) => isActive(job.state)));
}

function sameInOrder<Item>(before: readonly Item[], after: readonly Item[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}

/** What is shown itself, where the poll brought nothing new: then nothing renders. */
function orSame(shown: LiveList | undefined, next: LiveList): LiveList {
  const keys = ["pages", "counts", "held", "left"] as const;
  return shown && keys.every((key) => shown[key] === next[key]) ? shown : next;
}

/**
 * Shown rows of one page that a fresh answer for it passed over.
 * @param whole the answer goes as far down as the page; else rows below its end only fell off it
 */
function passedOver(shown: readonly Job[], fresh: JobList, whole: boolean): string[] {
  const found = new Set(fresh.items.map(refKey));
  const lastFound = shown.findLastIndex((job) => found.has(refKey(job)));
  const end = whole || fresh.nextCursor === null ? shown.length : lastFound;
  return shown
    .slice(0, Math.max(0, end))
    .map(refKey)
    .filter((key) => !found.has(key));
}

/** Whether an answer for a page goes further down than that: to a row of a later one, or past every row that is shown. */
function reachesBeyond(pages: readonly LivePage[], at: number, { items }: JobList): boolean {
  const last = items.findLast((job) => placeOf(pages, refKey(job)) !== null);
  const place = last ? placeOf(pages, refKey(last)) : null;
  return place === null || place.at > at;
}

/** How many jobs wait above the shown rows, or below a list that is shown to its end. What comes after a page is not new. */
function countHeld(pages: readonly LivePage[], head: JobList): number {
  const isShown = head.items.map((job) => placeOf(pages, refKey(job)) !== null);
  const below = pages.at(-1)?.nextCursor === null || !isShown.includes(true);
  return (below ? isShown : isShown.slice(0, isShown.lastIndexOf(true))).filter((shown) => !shown).length;
}

function showHead(shown: LiveList | undefined, head: JobList): LiveList {
  // Unchanged jobs stay the same objects, wherever they moved: only what changed renders again.
  const items = head.items.map((job) => {
    const before = shown && findJob(shown.pages, refKey(job));
    return before ? replaceEqualDeep(before, job) : job;
  });
  const first = shown?.pages[0];
  const same =
    first && shown.pages.length === 1 && sameInOrder(first.items, items) && first.nextCursor === head.nextCursor;
  return {
    pages: same ? shown.pages : [{ cursor: null, items, nextCursor: head.nextCursor }],
    counts: replaceEqualDeep(shown?.counts ?? null, head.counts),
    held: 0,
    left: NOTHING,
  };
}

/** The pages with what a poll brought for their rows, each where it stands. */
function renew(pages: readonly LivePage[], { head, windows }: Poll): LivePage[] {
  const renewed = [...pages];
  for (const job of [head, ...windows.values()].flatMap(({ items }) => items)) {
    const place = placeOf(pages, refKey(job));
    const page = place && renewed[place.at];
    const before = place && page?.items[place.index];
    if (!page || !before) continue;
    const now = replaceEqualDeep(before, job);
    if (now !== before) renewed[place.at] = { ...page, items: page.items.with(place.index, now) };
  }
  return renewed;
}

/**
 * What to show after a poll. While someone reads (`hold`), rows are renewed where they stand and new ones wait; else the
 * list begins anew with its head, and further pages load as they are scrolled to: a list left open does not grow.
 */
export function applyPoll(shown: LiveList | undefined, poll: Poll, hold: boolean): LiveList {
  const { head, windows } = poll;
  if (!shown || !hold) return orSame(shown, showHead(shown, head));
  const pages = renew(shown.pages, poll);
  const left = new Set(shown.left);
  for (const [at, page] of shown.pages.entries()) {
    const own = windows.get(page.cursor);
    const answer = own ?? (page.cursor === null ? head : undefined);
    if (!answer) continue;
    const whole = page.cursor === null ? own !== undefined : reachesBeyond(shown.pages, at, answer);
    for (const key of passedOver(page.items, answer, whole)) left.add(key);
  }
  for (const answer of [head, ...windows.values()]) for (const job of answer.items) left.delete(refKey(job));
  return orSame(shown, {
    pages: sameInOrder(pages, shown.pages) ? shown.pages : pages,
    counts: replaceEqualDeep(shown.counts, head.counts),
    held: countHeld(shown.pages, head),
    left: replaceEqualDeep(shown.left, [...left]),
  });
}

/** The list with one more page; rows that moved there from above are not shown twice. */
export function appendPage(shown: LiveList, cursor: string, answer: JobList): LiveList {
  const last = shown.pages.at(-1);
  if (last?.nextCursor !== cursor) return shown;
  const items = answer.items.filter((job) => !placeOf(shown.pages, refKey(job)));
  return { ...shown, pages: [...shown.pages, { cursor, items, nextCursor: answer.nextCursor }] };
}
