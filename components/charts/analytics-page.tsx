"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useMemo, useRef } from "react";
import { AnalyticsCharts } from "@/components/charts/analytics-charts";
import { ChartWaiting } from "@/components/charts/chart-panel";
import { RangeMenu } from "@/components/charts/range-menu";
import { ConnectionNotices } from "@/components/jobs/connection-notices";
import { FacetMenus } from "@/components/jobs/facet-menus";
import { problemWords } from "@/components/jobs/problem-words";
import { FilterLine } from "@/components/jobs/filter-line";
import { SearchBox } from "@/components/jobs/search-box";
import { STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { useFacetValues } from "@/components/jobs/use-facet-values";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import { useKeys } from "@/components/shell/keys";
import { Button } from "@/components/ui/button";
import { FailedRead } from "@/components/ui/failed-read";
import { overviewQueries } from "@/lib/query/overview";
import { toApiFilter } from "@/lib/url/jobs-search";

const DEFAULT_FROM = "-24h";

/** What ended in a range: how, how long it took, how long it waited, and whose it was. */
export function AnalyticsPage() {
  const [search, change] = useJobsSearch();
  const { values, labels } = useFacetValues();
  const input = useRef<HTMLInputElement>(null);
  const range = { from: search.from ?? DEFAULT_FROM, to: search.to };
  const filter = toApiFilter({ ...search, from: null, to: null, endedFrom: null, endedTo: null }, 0);
  const { data, error, refetch, isPlaceholderData } = useQuery(overviewQueries.analytics({ ...range, filter }));
  const names = useMemo(
    () => ({
      connection: (id: string) => labels.get(`connection ${id}`) ?? id,
      kind: (kind: string) => labels.get(`kind ${kind}`) ?? kind,
    }),
    [labels],
  );
  useKeys([{ keys: "/", label: "Search", group: "Everywhere", run: () => input.current?.focus() }]);
  return (
    <div className="flex flex-col gap-3 px-3 py-3 md:px-5" aria-busy={isPlaceholderData}>
      <FilterLine search={<SearchBox search={search} change={change} values={values} input={input} />}>
        <RangeMenu
          range={range}
          onChange={({ from, to }) => void change({ from: from === DEFAULT_FROM && !to ? null : from, to })}
        />
        {search.state.map((state) => (
          <Button
            key={state}
            aria-label={`Remove the filter ${STATE_WORD[state]}`}
            onClick={() => void change({ state: search.state.filter((one) => one !== state) })}
          >
            <StateIcon state={state} size={12} /> {STATE_WORD[state]} <X aria-hidden size={12} />
          </Button>
        ))}
        <FacetMenus search={search} change={change} values={values} labels={labels} time={false} />
      </FilterLine>
      <ConnectionNotices only={search.connection} />
      {error ? (
        <FailedRead
          title="The figures could not be had"
          kept={data ? "The figures are as they were." : null}
          onRetry={() => void refetch()}
        >
          {problemWords(error)}
        </FailedRead>
      ) : null}
      {!data && !error ? (
        <div className="panel p-3.5">
          <ChartWaiting />
        </div>
      ) : null}
      {data ? (
        <div className={clsx("relative", isPlaceholderData && "old-data")}>
          <AnalyticsCharts data={data} filter={search} names={names} />
          {/* Over the charts: what comes and goes moves nothing. */}
          {isPlaceholderData ? (
            <p
              role="status"
              className="pointer-events-none absolute inset-x-0 top-2 mx-auto w-max max-w-full rounded-full border border-line-strong bg-surface px-3 py-1 text-sm shadow-(--shadow)"
            >
              These are the figures asked for before; the new ones are on their way
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
