"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { StateWord } from "@/components/jobs/state-badge";
import { usePreferences } from "@/components/shell/preferences";
import { Duration } from "@/components/time/duration";
import { serverNow } from "@/components/time/now";
import { type AxisJob, type Bar, drawnTo } from "@/components/timeline-page/axis-jobs";
import { Button } from "@/components/ui/button";
import { formatFull, formatMoment } from "@/lib/format/instant";
import { formatCount, plural } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";

const iso = (time: number) => new Date(time).toISOString();
/** What is written is no finer. */
const secondOf = (time: number) => Math.floor(time / 1000);
/** Jobs shown at first, and more with each press. */
const STEP = 100;

function Moment({ at }: { at: number }) {
  const { zone } = usePreferences();
  return (
    <time dateTime={iso(at)} title={formatFull(iso(at), zone)}>
      {formatMoment(iso(at), zone, serverNow())}
    </time>
  );
}

function JobHead({ job: { item } }: { job: AxisJob }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={4} className="bg-sunken font-normal whitespace-normal!">
        <Link href={item.path} prefetch={false} className="font-[540] [overflow-wrap:anywhere] hover:underline">
          {shorten(oneLine(item.name) || item.id, 160)}
        </Link>{" "}
        <span className="text-sm text-faint max-md:block">
          {item.connection} · {item.kind}
          {item.queue ? ` · ${oneLine(item.queue)}` : ""}
        </span>
      </th>
    </tr>
  );
}

/** Where a stretch ends: its end, that it still lasts, or when it was last known to. */
function End({ bar, knownAt }: { bar: Bar; knownAt: number | null }) {
  if (bar.final) return "an end";
  if (bar.to !== null) return <Moment at={bar.to} />;
  if (knownAt === null) return "still";
  return (
    <>
      last known <Moment at={drawnTo(bar, knownAt)} />
    </>
  );
}

function SegmentRow({ bar, knownAt }: { bar: Bar; knownAt: number | null }) {
  const end = knownAt === null ? bar.to : drawnTo(bar, knownAt);
  return (
    <tr>
      <td>
        <StateWord state={bar.state} />
        <span className="ml-1.5 text-xs text-faint [overflow-wrap:anywhere] max-md:ml-5 max-md:block">
          {oneLine(bar.vendorState)}
        </span>
      </td>
      <td>
        {bar.earliest !== null && secondOf(bar.earliest) < secondOf(bar.from) ? (
          <>
            between <Moment at={bar.earliest} /> and <Moment at={bar.from} />
          </>
        ) : (
          <Moment at={bar.from} />
        )}
      </td>
      <td>
        <End bar={bar} knownAt={knownAt} />
      </td>
      <td className="num">
        {bar.final ? "–" : <Duration ms={end === null ? null : end - bar.from} since={iso(bar.from)} />}
      </td>
    </tr>
  );
}

/** The timeline as a table: every segment of every job of the range, in words. */
export function TimelineTable({
  jobs,
  truncated,
  empty,
}: {
  /** Those that were alive in the range, newest first. */
  jobs: readonly AxisJob[];
  /** The range holds more. */
  truncated: boolean;
  /** Stands there where no job does. */
  empty: ReactNode;
}) {
  const [shown, setShown] = useState(STEP);
  return (
    <div className="panel min-h-64 flex-1 overflow-auto" tabIndex={0} role="region" aria-label="Timeline as a table">
      {jobs.length === 0 ? <div className="grid h-full place-items-center p-4">{empty}</div> : null}
      <table
        className={
          jobs.length === 0
            ? "hidden"
            : "data-table max-md:table-fixed max-md:[&_:is(th,td)]:px-1.5! max-md:[&_td]:text-xs"
        }
      >
        <caption className="sr-only">{plural(jobs.length, "job")} with their states in time, newest first</caption>
        <thead>
          <tr>
            <th scope="col" className="max-md:w-[36%]">
              State
            </th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className="num">
              Duration
            </th>
          </tr>
        </thead>
        {jobs.slice(0, shown).map((job) => (
          <tbody key={job.key} className="job-segments">
            <JobHead job={job} />
            {job.bars.map((bar, index) => (
              <SegmentRow key={index} bar={bar} knownAt={job.knownAt} />
            ))}
            {job.bars.length === 0 ? (
              <tr>
                <td>
                  <StateWord state={job.item.state} />
                </td>
                <td colSpan={3} className="text-faint">
                  No time is known
                </td>
              </tr>
            ) : null}
          </tbody>
        ))}
      </table>
      {jobs.length > shown ? (
        <div className="p-3">
          <Button onClick={() => setShown(shown + STEP)}>Show {Math.min(STEP, jobs.length - shown)} more</Button>
        </div>
      ) : null}
      {truncated && jobs.length <= shown ? (
        <p className="p-3 text-sm text-muted">
          These are the newest {formatCount(jobs.length)} jobs. Zoom in or filter to see every one.
        </p>
      ) : null}
    </div>
  );
}
