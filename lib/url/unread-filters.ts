import { SORTS } from "@/lib/contract/sorts";
import { JOB_STATES } from "@/lib/jobs/state";
import { WHEN_KEYS } from "@/lib/url/jobs-search";
import { isWhen } from "@/lib/url/when";

/**
 * What a list's address asks for and the page cannot read, as `key:value`: left out in silence, a filter with a slip in it
 * would pass for one that found everything.
 */
export function unreadFilters(query: Pick<URLSearchParams, "getAll">): string[] {
  const known: Record<string, (value: string) => boolean> = {
    state: (value) => JOB_STATES.some((state) => state === value),
    sort: (value) => SORTS.some((sort) => sort === value),
    ...Object.fromEntries(WHEN_KEYS.map((key) => [key, isWhen])),
  };
  return Object.entries(known).flatMap(([key, isKnown]) =>
    query.getAll(key).flatMap((value) => (value === "" || isKnown(value) ? [] : `${key}:${value}`)),
  );
}
