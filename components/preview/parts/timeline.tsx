"use client";

import { useState } from "react";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_CONNECTIONS } from "@/components/preview/samples/connections";
import { SAMPLE_NOW } from "@/components/preview/samples/jobs";
import { SAMPLE_ITEMS } from "@/components/preview/samples/timeline";
import { toAxisJob } from "@/components/timeline-page/axis-jobs";
import { AxisStore } from "@/components/timeline-page/axis-store";
import { type GroupRow, type JobRow, buildRows, silentSince } from "@/components/timeline-page/lanes";
import { PointCard } from "@/components/timeline-page/point-card";
import { RangeBar } from "@/components/timeline-page/range-bar";
import { ChartFoot, EmptyRange } from "@/components/timeline-page/range-notes";
import { StateLegend } from "@/components/timeline-page/state-legend";
import { TimelineChart } from "@/components/timeline-page/timeline-chart";
import { TimelineTable } from "@/components/timeline-page/timeline-table";

const NOW = Date.parse(SAMPLE_NOW);
const HOUR = 3_600_000;
const JOBS = SAMPLE_ITEMS.map(toAxisJob);
const STATES = new Set(JOBS.flatMap(({ bars }) => bars.map(({ state }) => state)));
const LANES = SAMPLE_CONNECTIONS.map(({ id, name, vendor, health, lastAnswerAt }) => ({
  id,
  name,
  vendor,
  health,
  silentSince: silentSince({ health, lastAnswerAt }),
}));
const nothing = () => undefined;

const Empty = ({ filtered }: { filtered: boolean }) => (
  <EmptyRange filtered={filtered} follows={!filtered} onClear={nothing} onOut={nothing} onNow={nothing} />
);

function Chart({
  open = false,
  jobs = JOBS,
  crowded = false,
}: {
  open?: boolean;
  jobs?: typeof JOBS;
  crowded?: boolean;
}) {
  const [axis] = useState(() => new AxisStore({ span: HOUR, end: NOW }));
  const [{ rows, height }] = useState(() => buildRows({ connections: LANES, jobs, isOpen: () => open }));
  return (
    <div className="flex h-[70dvh] flex-col">
      <TimelineChart
        axis={axis}
        rows={rows}
        height={height}
        listedFrom={crowded ? NOW - HOUR / 2 : null}
        place="sample"
        summary={`${jobs.length} jobs on a time axis`}
        onToggle={nothing}
        onHeight={nothing}
        foot={<ChartFoot crowded={crowded ? 500 : null} states={STATES} />}
      >
        {jobs.length === 0 ? <Empty filtered={false} /> : null}
      </TimelineChart>
    </div>
  );
}

function UnderThePointer() {
  const { rows } = buildRows({ connections: LANES, jobs: JOBS, isOpen: () => true });
  const group = rows.find((row): row is GroupRow => row.type === "connection");
  const job = rows.find((row): row is JobRow => row.type === "job");
  return (
    <div className="flex flex-wrap items-start gap-3">
      {group ? (
        <div className="panel p-3">
          <PointCard hit={{ type: "density", row: group, time: NOW - HOUR / 3, bin: 0 }} spanMs={HOUR} width={900} />
        </div>
      ) : null}
      {job ? (
        <div className="panel p-3">
          <PointCard hit={{ type: "job", row: job, job: job.job, time: NOW - HOUR / 3 }} spanMs={HOUR} width={900} />
        </div>
      ) : null}
    </div>
  );
}

function RangeAndLegend() {
  const [following] = useState(() => new AxisStore({ span: HOUR, end: null }));
  const [fixed] = useState(() => new AxisStore({ span: 6 * HOUR, end: NOW - 24 * HOUR }));
  const [search, change] = useJobsSearch();
  return (
    <>
      <RangeBar axis={following} />
      <RangeBar axis={fixed} />
      {(["none", "failed"] as const).map((chosen) => (
        <div key={chosen} className="flex overflow-x-auto">
          <StateLegend
            jobs={JOBS}
            search={chosen === "none" ? search : { ...search, state: [chosen] }}
            change={change}
          />
        </div>
      ))}
      <div className="panel max-w-md p-4">
        <Empty filtered />
      </div>
    </>
  );
}

export const TIMELINE: PartsOf<"timeline"> = {
  Lanes: () => <Chart />,
  "Lanes opened to jobs": () => <Chart open />,
  "More jobs than one answer lists": () => <Chart crowded />,
  "An empty range": () => <Chart jobs={[]} />,
  "As a table": () => <TimelineTable jobs={JOBS} truncated empty={<Empty filtered={false} />} />,
  "Under the pointer": () => <UnderThePointer />,
  "Range and legend": () => <RangeAndLegend />,
};
