"use client";

import { clsx } from "clsx";
import { useQuery } from "@tanstack/react-query";
import { memo, useState } from "react";
import { STATE_ORDER, STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import type { JobList } from "@/lib/contract/job";
import type { JobState } from "@/lib/jobs/state";
import { formatCount } from "@/lib/format/number";
import { jobQueries } from "@/lib/query/jobs";
import { type JobsSearch, internalOf, isFiltered } from "@/lib/url/jobs-search";

type Counts = NonNullable<JobList["counts"]>["byState"];

interface ListCounts {
  counts: JobList["counts"];
  /** The list has come in. */
  listed: boolean;
  /** What has come in answers the question before: its counts stay where they are of the same jobs. */
  waiting?: boolean;
}

/** Counts by state: the list's own, or asked for where the list is filtered further than they count. */
function useCounts(search: JobsSearch, { counts: own, listed, waiting = false }: ListCounts): Counts | null {
  const { connection, vendor, kind } = search;
  const scope = { connection, vendor, kind, internal: internalOf(search) };
  const asked = useQuery({ ...jobQueries.counts(scope), enabled: listed && own === null });
  const counted = JSON.stringify(scope);
  const [answered, setAnswered] = useState(counted);
  if (!waiting && answered !== counted) setAnswered(counted);
  const isOfScope = !waiting || answered === counted;
  return ((isOfScope ? own : null) ?? asked.data)?.byState ?? null;
}

/** How many jobs are in which state; each chip is a toggle of the filter. */
export const StateChips = memo(function StateChips({
  search,
  change,
  ...list
}: { search: JobsSearch; change: ChangeSearch } & ListCounts) {
  const counts = useCounts(search, list);
  // The filter's other words are not counted by: such a number is not the list's.
  const beyond = isFiltered({ ...search, state: [], connection: [], vendor: [], kind: [] });
  const scope = beyond ? " in all, whatever else is filtered" : "";
  const toggle = (state: JobState) =>
    void change({
      state: search.state.includes(state) ? search.state.filter((one) => one !== state) : [...search.state, state],
    });
  return (
    <div
      role="group"
      aria-label="Filter by state"
      className="grid shrink-0 grid-cols-[repeat(auto-fill,minmax(96px,1fr))] gap-1.5 max-md:-mx-3 max-md:flex max-md:overflow-x-auto max-md:px-3 max-md:py-0.5"
    >
      {STATE_ORDER.map((state) => {
        const on = search.state.includes(state);
        const count = counts?.[state] ?? null;
        return (
          <button
            key={state}
            type="button"
            aria-pressed={on}
            onClick={() => toggle(state)}
            title={count === null ? undefined : `${formatCount(count)} ${STATE_WORD[state].toLowerCase()}${scope}`}
            className={clsx(
              `state-${state} h-11 min-w-0 shrink-0 rounded-md border px-2 text-left leading-tight max-md:min-w-[92px]`,
              on ? "tinted border-state" : "border-line bg-surface hover:border-line-strong",
            )}
          >
            <span className="flex items-center gap-1 text-sm font-[540] text-state">
              <StateIcon state={state} size={12} />
              {STATE_WORD[state]}
            </span>
            <span
              className={clsx(
                "block truncate text-lg leading-5 font-semibold",
                count && !beyond ? "text-text" : "text-faint",
              )}
            >
              {count === null ? "·" : formatCount(count)}
            </span>
          </button>
        );
      })}
    </div>
  );
});
