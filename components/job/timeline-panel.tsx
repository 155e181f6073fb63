"use client";

import { prepareBar } from "@/components/job/timeline.prepare";
import { TimelineBar } from "@/components/job/timeline-bar";
import { Usual } from "@/components/job/usual-note";
import { StateWord } from "@/components/jobs/state-badge";
import { FullInstant } from "@/components/time/instant";
import { useKnownNow } from "@/components/time/now";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { formatDurationWords } from "@/lib/format/duration";
import { ScrollAside } from "@/components/ui/scroll-aside";
import { isFinal } from "@/lib/jobs/state";

interface Told {
  job: JobDetail;
  /** When the job was last known, where that is not now. */
  knownAt: string | null;
}

function Ticking(told: Told) {
  const now = useKnownNow();
  return <Drawn {...told} now={now} />;
}

function Drawn({ job, knownAt, now }: Told & { now: number }) {
  const bar = now === 0 ? null : prepareBar(job.timeline, now, job.submittedAt ?? job.startedAt, knownAt);
  return bar ? <TimelineBar bar={bar} label="Timeline of states" /> : <div className="h-[46px]" />;
}

function AsTable({ job, knownAt }: Told) {
  return (
    <table className="data-table">
      <caption className="sr-only">States of this job in time</caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">How it is known</th>
          <th scope="col" className="num">
            Attempt
          </th>
        </tr>
      </thead>
      <tbody>
        {job.timeline.map((segment, index) => (
          <tr key={index}>
            <td>
              <StateWord state={segment.state} vendorState={segment.vendorState} />
            </td>
            <td className="whitespace-nowrap">
              <FullInstant iso={segment.from} />
            </td>
            <td className="whitespace-nowrap">
              {segment.to ? (
                <FullInstant iso={segment.to} />
              ) : knownAt ? (
                <>
                  last known <FullInstant iso={knownAt} />
                </>
              ) : (
                "now"
              )}
            </td>
            <td>
              {segment.certainty === "vendor" ? (
                "the vendor says so"
              ) : segment.fromEarliest ? (
                <>
                  seen: began after <FullInstant iso={segment.fromEarliest} />
                </>
              ) : (
                "seen"
              )}
            </td>
            <td className="num">{segment.attempt}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The job's states in time, as a bar and as a table. */
export function TimelinePanel({ job, knownAt = null }: { job: JobDetail; knownAt?: string | null }) {
  const open = job.timeline.some((segment) => segment.to === null) && !isFinal(job.state);
  const last = job.timeline.at(-1);
  const fixed = last?.to ? Date.parse(last.to) : Date.parse(job.endedAt ?? last?.from ?? job.observedAt);
  const attempts = Math.max(0, ...job.timeline.map((segment) => segment.attempt));
  return (
    <Panel
      title="Timeline"
      id="timeline"
      note={
        <span className="dotted">
          {job.durationMs !== null ? <span>took {formatDurationWords(job.durationMs)}</span> : null}
          {attempts > 1 ? <span>{attempts} attempts</span> : null}
          <Usual job={job} knownAt={knownAt} />
        </span>
      }
    >
      {job.timeline.length === 0 ? (
        <p className="text-muted">The vendor tells of no state in time, and none was seen change yet.</p>
      ) : (
        <div className="flex flex-col gap-3">
          {open ? <Ticking job={job} knownAt={knownAt} /> : <Drawn job={job} knownAt={null} now={fixed} />}
          <Disclosure summary="As a table">
            <ScrollAside>
              <AsTable job={job} knownAt={knownAt} />
            </ScrollAside>
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}
