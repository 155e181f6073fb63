"use client";

import { clsx } from "clsx";
import { STATE_ORDER, STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import type { AxisJob } from "@/components/timeline-page/axis-jobs";
import { formatCount } from "@/lib/format/number";
import type { JobsSearch } from "@/lib/url/jobs-search";

/** What each hue and texture means, how many of what is loaded are in it now, and a toggle of the filter. */
export function StateLegend({
  jobs,
  search,
  change,
}: {
  jobs: readonly AxisJob[] | null;
  search: JobsSearch;
  change: ChangeSearch;
}) {
  const counts = new Map<string, number>();
  for (const { item } of jobs ?? []) counts.set(item.state, (counts.get(item.state) ?? 0) + 1);
  return (
    <div
      role="group"
      aria-label="Filter by state"
      className="flex gap-1.5 py-0.5 max-md:shrink-0 md:min-w-0 md:flex-1 md:overflow-x-auto md:pr-6 md:mask-r-from-[calc(100%-1.5rem)]"
    >
      {STATE_ORDER.map((state) => {
        const on = search.state.includes(state);
        const count = counts.get(state) ?? 0;
        if (!on && count === 0 && search.state.length === 0) return null;
        const known = jobs !== null && (search.state.length === 0 || on);
        return (
          <button
            key={state}
            type="button"
            aria-pressed={on}
            onClick={() =>
              void change({ state: on ? search.state.filter((one) => one !== state) : [...search.state, state] })
            }
            className={clsx(
              `state-${state} flex h-7 shrink-0 items-center gap-1 rounded-full border px-2`,
              on ? "tinted border-state" : "border-line bg-surface hover:border-line-strong",
            )}
          >
            <StateIcon state={state} size={13} />
            <span className="font-[540] text-state">{STATE_WORD[state]}</span>
            <span className="font-semibold">{known ? formatCount(count) : "·"}</span>
          </button>
        );
      })}
    </div>
  );
}
