"use client";

import Link from "next/link";
import { useState } from "react";
import { StateWord } from "@/components/jobs/state-badge";
import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import type { AxisJob, Bar } from "@/components/timeline-page/axis-jobs";
import type { AxisRange } from "@/components/timeline-page/axis-range";
import { viewAt } from "@/components/timeline-page/axis-range";
import { useNow } from "@/components/time/now";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";

const iso = (time: number) => new Date(time).toISOString();
/** Jobs shown at first, and more with each press. */
const STEP = 100;

function SegmentRow({ job, bar, span }: { job: AxisJob; bar: Bar | null; span: number | null }) {
  const { item } = job;
  return (
    <tr>
      {span === null ? null : (
        <th scope="rowgroup" rowSpan={span} className="max-w-96 min-w-48 font-normal whitespace-normal!">
          <Link href={item.path} prefetch={false} className="[overflow-wrap:anywhere] hover:underline">
            {shorten(oneLine(item.name) || item.id, 160)}
          </Link>
          <span className="block text-sm text-faint">
            {item.connection} · {item.kind}
            {item.queue ? ` · ${oneLine(item.queue)}` : ""}
          </span>
        </th>
      )}
      {bar ? (
        <>
          <td>
            <StateWord state={bar.state} vendorState={bar.vendorState} />
          </td>
          <td>
            {bar.earliest !== null && bar.earliest < bar.from ? (
              <>
                between <Instant iso={iso(bar.earliest)} /> and <Instant iso={iso(bar.from)} />
              </>
            ) : (
              <Instant iso={iso(bar.from)} />
            )}
          </td>
          <td>{bar.final ? "an end" : bar.to === null ? "still" : <Instant iso={iso(bar.to)} />}</td>
          <td className="num">
            {bar.final ? "–" : <Duration ms={bar.to === null ? null : bar.to - bar.from} since={iso(bar.from)} />}
          </td>
        </>
      ) : (
        <>
          <td>
            <StateWord state={item.state} />
          </td>
          <td colSpan={3} className="text-faint">
            No time is known
          </td>
        </>
      )}
    </tr>
  );
}

/** The timeline as a table: every segment of every job of the range, in words. */
export function TimelineTable({ jobs, settled }: { jobs: readonly AxisJob[]; settled: AxisRange }) {
  const [shown, setShown] = useState(STEP);
  const now = useNow();
  const view = viewAt(settled, now);
  const inView = jobs.filter((job) => job.from === null || (job.from <= view.to && (job.to ?? now) >= view.from));
  return (
    <div className="panel min-h-64 flex-1 overflow-auto" tabIndex={0} role="region" aria-label="Timeline as a table">
      <table className="data-table">
        <caption className="sr-only">{plural(inView.length, "job")} with their states in time, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">State</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className="num">
              Duration
            </th>
          </tr>
        </thead>
        {inView.slice(0, shown).map((job) => (
          <tbody key={job.key} className="[&>tr:last-child>*]:border-b! [&>tr:last-child>*]:border-line!">
            {(job.bars.length === 0 ? [null] : job.bars).map((bar, index) => (
              <SegmentRow key={index} job={job} bar={bar} span={index === 0 ? Math.max(1, job.bars.length) : null} />
            ))}
          </tbody>
        ))}
      </table>
      {inView.length > shown ? (
        <div className="p-3">
          <Button onClick={() => setShown(shown + STEP)}>Show {Math.min(STEP, inView.length - shown)} more</Button>
        </div>
      ) : null}
    </div>
  );
}
