"use client";

import { ChartNoAxesGantt, Table } from "lucide-react";
import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";
import { ConnectionNotices } from "@/components/jobs/connection-notices";
import { FacetMenus } from "@/components/jobs/facet-menus";
import { problemWords } from "@/components/jobs/problem-words";
import { FilterLine } from "@/components/jobs/filter-line";
import { SearchBox } from "@/components/jobs/search-box";
import { useFacetValues } from "@/components/jobs/use-facet-values";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import { useKeys } from "@/components/shell/keys";
import { isInView } from "@/components/timeline-page/axis-range";
import { focusBeside } from "@/components/timeline-page/focus-beside";
import { buildRows, laneKeys } from "@/components/timeline-page/lanes";
import { EVERY_LANE, isLaneOpen, toggledLane } from "@/components/timeline-page/open-lanes";
import { ChartFoot, EmptyRange } from "@/components/timeline-page/range-notes";
import { RangeBar } from "@/components/timeline-page/range-bar";
import { StateLegend } from "@/components/timeline-page/state-legend";
import { moveByKey } from "@/components/timeline-page/move-by-key";
import { TimelineChart } from "@/components/timeline-page/timeline-chart";
import { TimelineTable } from "@/components/timeline-page/timeline-table";
import { useAxis } from "@/components/timeline-page/use-axis";
import { useLaneConnections, useTimeline } from "@/components/timeline-page/use-timeline";
import { Button } from "@/components/ui/button";
import { FailedRead } from "@/components/ui/failed-read";
import { plural } from "@/lib/format/number";
import { FACET_KEYS, NO_FILTER } from "@/lib/url/jobs-search";

function Skeleton() {
  return (
    <div role="status" className="panel flex min-h-64 flex-1 flex-col overflow-hidden">
      <span className="sr-only">Loading the timeline</span>
      <div className="h-[30px] shrink-0 border-b border-line" />
      {[70, 45, 85].map((width, index) => (
        <div key={width} className="flex max-h-[420px] min-h-[52px] flex-1 items-center border-b border-line px-4">
          <span className="w-24 shrink-0 md:w-56 xl:w-68 2xl:w-76">
            <span className="skeleton block h-3 w-20 md:w-44" />
          </span>
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
  const { jobs, asOf, truncated, waiting, error, refetch } = useTimeline(search, settled);
  const connections = useLaneConnections(search, jobs);
  const { values, labels } = useFacetValues();
  const [room, setRoom] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const inRange = useMemo(
    () => jobs && new Set(jobs.filter((job) => isInView(settled, job, asOf))),
    [jobs, settled, asOf],
  );
  const { rows, height } = useMemo(
    () =>
      buildRows({
        connections,
        jobs: jobs ?? [],
        isOpen: (key) => isLaneOpen(open, key),
        isInRange: (job) => inRange?.has(job) ?? false,
        room,
      }),
    [connections, jobs, inRange, open, room],
  );
  const lanes = useMemo(() => laneKeys(jobs ?? []), [jobs]);
  const list = useMemo(() => inRange && [...inRange], [inRange]);
  const states = useMemo(() => new Set((list ?? []).flatMap(({ bars }) => bars.map(({ state }) => state))), [list]);
  useKeys([
    { keys: "/", label: "Search", group: "Timeline", run: () => input.current?.focus() },
    { keys: "j", label: "Next lane or job", group: "Timeline", run: () => focusBeside(1) },
    { keys: "k", label: "Previous lane or job", group: "Timeline", run: () => focusBeside(-1) },
    ...[
      { keys: "ArrowLeft", label: "Earlier" },
      { keys: "ArrowRight", label: "Later" },
      { keys: "+", label: "Zoom in" },
      { keys: "-", label: "Zoom out" },
      { keys: "n", label: "Go to now, and follow it" },
      { keys: "0", label: "The last hour" },
    ].map((key) => ({ ...key, group: "Timeline" as const, run: () => void moveByKey(axis, key.keys, false) })),
  ]);
  const toggle = (key: string) => void setPicture({ open: toggledLane(open, key, lanes) });
  const filtered = Boolean(search.q) || FACET_KEYS.some((key) => search[key].length > 0);
  const allOpen = lanes.length > 0 && lanes.every((key) => isLaneOpen(open, key));
  const summary = list
    ? `${plural(list.length, "job")} of ${plural(connections.length, "connection")} on a time axis`
    : "";
  const empty = waiting ? (
    error ? null : (
      <p role="status" className="text-muted">
        Loading the jobs of this range
      </p>
    )
  ) : (
    <EmptyRange
      filtered={filtered}
      follows={settled.end === null}
      onClear={() => void change({ ...NO_FILTER, from: search.from, to: search.to })}
      onOut={() => moveByKey(axis, "-", false)}
      onNow={() => moveByKey(axis, "n", false)}
    />
  );
  const pictureButtons = (
    <>
      {view === null && lanes.length > 0 ? (
        <Button onClick={() => void setPicture({ open: allOpen ? null : [EVERY_LANE] })}>
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
    </>
  );
  return (
    <div
      className="flex min-h-[26rem] flex-1 flex-col gap-2.5 px-3 py-3 md:px-5"
      aria-busy={waiting && jobs !== null && !error}
    >
      <FilterLine search={<SearchBox search={search} change={change} values={values} input={input} />}>
        <FacetMenus search={search} change={change} values={values} labels={labels} time={false} />
        <div className="contents max-md:hidden">{pictureButtons}</div>
      </FilterLine>
      <div className="flex shrink-0 items-center gap-2.5 max-md:flex-wrap">
        <RangeBar axis={axis} />
        <div className="flex min-w-0 flex-1 items-center gap-2.5 max-md:basis-full max-md:overflow-x-auto">
          <div className="contents md:hidden">{pictureButtons}</div>
          <StateLegend jobs={list} search={search} change={change} />
        </div>
      </div>
      <ConnectionNotices only={search.connection} />
      {error ? (
        <FailedRead
          title="The timeline could not be had"
          kept={jobs ? "The timeline is as it was." : null}
          onRetry={() => void refetch()}
        >
          {problemWords(error)}
        </FailedRead>
      ) : null}
      {!jobs && !error ? <Skeleton /> : null}
      {list && view === "table" ? <TimelineTable jobs={list} truncated={truncated} empty={empty} /> : null}
      {jobs && view !== "table" ? (
        <TimelineChart
          axis={axis}
          rows={rows}
          height={height}
          waiting={waiting}
          place={open.join(" ")}
          summary={summary}
          onToggle={toggle}
          listedFrom={truncated ? (jobs.at(-1)?.from ?? null) : null}
          onHeight={setRoom}
          foot={<ChartFoot crowded={truncated ? jobs.length : null} states={states} />}
        >
          {list?.length === 0 ? empty : null}
        </TimelineChart>
      ) : null}
    </div>
  );
}
