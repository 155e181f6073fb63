"use client";

import { ChartNoAxesGantt, Table } from "lucide-react";
import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";
import { ConnectionNotices } from "@/components/jobs/connection-notices";
import { FacetMenus } from "@/components/jobs/facet-menus";
import { problemWords } from "@/components/jobs/problem-words";
import { SearchBox } from "@/components/jobs/search-box";
import { useFacetValues } from "@/components/jobs/use-facet-values";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import { useKeys } from "@/components/shell/keys";
import { buildRows } from "@/components/timeline-page/lanes";
import { RangeBar } from "@/components/timeline-page/range-bar";
import { StateLegend } from "@/components/timeline-page/state-legend";
import { moveByKey, TimelineChart } from "@/components/timeline-page/timeline-chart";
import { TimelineTable } from "@/components/timeline-page/timeline-table";
import { useAxis } from "@/components/timeline-page/use-axis";
import { useLaneConnections, useTimeline } from "@/components/timeline-page/use-timeline";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { formatCount, plural } from "@/lib/format/number";
import { FACET_KEYS, NO_FILTER } from "@/lib/url/jobs-search";

function Skeleton() {
  return (
    <div role="status" className="panel min-h-64 flex-1 overflow-hidden">
      <span className="sr-only">Loading the timeline</span>
      <div className="h-[30px] border-b border-line" />
      {[70, 45, 85].map((width, index) => (
        <div key={width} className="flex h-[52px] items-center gap-6 border-b border-line px-4">
          <span className="skeleton h-3 w-20 md:w-44" />
          <span className="skeleton h-4" style={{ width: `${width / 2}%`, marginLeft: `${index * 9}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Everything that happened, on one axis. */
export function TimelinePage() {
  const [search, change] = useJobsSearch();
  const [{ open, view }, setPicture] = useQueryStates(
    { open: parseAsNativeArrayOf(parseAsString), view: parseAsStringLiteral(["table"] as const) },
    { history: "push" },
  );
  const { axis, settled } = useAxis();
  const { jobs, truncated, error, refetch } = useTimeline(search, settled);
  const connections = useLaneConnections(search, jobs);
  const { values, labels } = useFacetValues();
  const [room, setRoom] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { rows, height } = useMemo(
    () => buildRows(connections, jobs ?? [], new Set(open), room),
    [connections, jobs, open, room],
  );
  useKeys([
    { keys: "/", label: "Search", group: "Timeline", run: () => input.current?.focus() },
    ...[
      { keys: "ArrowLeft", label: "Earlier" },
      { keys: "ArrowRight", label: "Later" },
      { keys: "+", label: "Zoom in" },
      { keys: "-", label: "Zoom out" },
      { keys: "n", label: "Go to now, and follow it" },
      { keys: "0", label: "The last hour" },
    ].map((key) => ({ ...key, group: "Timeline" as const, run: () => void moveByKey(axis, key.keys, false) })),
  ]);
  const toggle = (key: string) =>
    void setPicture({ open: open.includes(key) ? open.filter((one) => one !== key) : [...open, key] });
  const filtered = Boolean(search.q) || FACET_KEYS.some((key) => search[key].length > 0);
  const groups = rows.filter((row) => row.type !== "job" && row.jobs.length > 0);
  const allOpen = groups.length > 0 && groups.every((row) => open.includes(row.key));
  const listedFrom = jobs?.at(-1)?.from ?? null;
  const summary = jobs
    ? `${plural(jobs.length, "job")} of ${plural(connections.length, "connection")} on a time axis`
    : "";
  return (
    <div className="flex min-h-[26rem] flex-1 flex-col gap-2.5 px-3 py-3 md:px-5">
      <div className="flex shrink-0 flex-wrap items-start gap-2 max-md:flex-nowrap max-md:overflow-x-auto max-md:pb-1">
        <RangeBar axis={axis} />
        <SearchBox search={search} change={change} values={values} input={input} />
        <FacetMenus search={search} change={change} values={values} labels={labels} time={false} />
      </div>
      <div className="flex shrink-0 items-center gap-3 max-md:overflow-x-auto max-md:pb-1">
        <StateLegend jobs={jobs} search={search} change={change} />
        <div className="ml-auto flex shrink-0 gap-1.5">
          {view === null && groups.length > 0 ? (
            <Button onClick={() => void setPicture({ open: allOpen ? null : groups.map((row) => row.key) })}>
              {allOpen ? "Close lanes" : "Open lanes"}
            </Button>
          ) : null}
          <Button
            aria-pressed={view === "table"}
            onClick={() => void setPicture({ view: view === "table" ? null : "table" })}
          >
            {view === "table" ? <ChartNoAxesGantt aria-hidden size={14} /> : <Table aria-hidden size={14} />}
            {view === "table" ? "Chart" : "Table"}
          </Button>
        </div>
      </div>
      <ConnectionNotices only={search.connection} />
      {error && jobs ? (
        <Notice
          tone="caution"
          action={
            <Button small onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {problemWords(error)} The timeline is as it was.
        </Notice>
      ) : null}
      {truncated && jobs ? (
        <Notice tone="info">
          This range holds more than {formatCount(jobs.length)} jobs: the newest {formatCount(jobs.length)} are drawn,
          and what lies before them is hatched. Zoom in or filter to see every one.
        </Notice>
      ) : null}
      {!jobs && error ? (
        <div className="panel flex-1">
          <EmptyState
            title="The timeline could not be had"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {problemWords(error)}
          </EmptyState>
        </div>
      ) : null}
      {!jobs && !error ? <Skeleton /> : null}
      {jobs && jobs.length === 0 ? (
        <Notice
          tone="info"
          action={
            filtered ? (
              <Button small onClick={() => void change({ ...NO_FILTER, from: search.from, to: search.to })}>
                Clear all filters
              </Button>
            ) : null
          }
        >
          {filtered ? "No job of this range matches the filters." : "No job was alive in this range."} Move or zoom out
          to look further.
        </Notice>
      ) : null}
      {jobs && view === "table" ? <TimelineTable jobs={jobs} settled={settled} /> : null}
      {jobs && view !== "table" ? (
        <TimelineChart
          axis={axis}
          rows={rows}
          height={height}
          summary={summary}
          onToggle={toggle}
          listedFrom={truncated ? listedFrom : null}
          onHeight={setRoom}
        />
      ) : null}
    </div>
  );
}
