"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { type RunBar, longestOf, prepareRunBars } from "@/components/panels/datameer/run-bars.prepare";
import { StateWord } from "@/components/jobs/state-badge";
import { Duration } from "@/components/time/duration";
import { FullInstant } from "@/components/time/instant";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { formatDurationWords } from "@/lib/format/duration";
import { plural } from "@/lib/format/number";

const RunChart = dynamic(() => import("@/components/panels/datameer/run-chart").then((part) => part.RunChart), {
  ssr: false,
  loading: () => <div className="skeleton h-44" aria-hidden />,
});

function RunTable({ bars }: { bars: readonly RunBar[] }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="data-table">
        <caption className="sr-only">Runs of this configuration, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Execution</th>
            <th scope="col">State</th>
            <th scope="col">Started</th>
            <th scope="col" className="num">
              Duration
            </th>
          </tr>
        </thead>
        <tbody>
          {[...bars].reverse().map(({ run, path, state, vendorState, startedAt, durationMs, here }) => (
            <tr key={run}>
              <th scope="row">
                <Link href={path} prefetch={false} className="underline" aria-current={here ? "true" : undefined}>
                  {run}
                </Link>
                {here ? <span className="font-normal text-faint"> this run</span> : null}
              </th>
              <td>
                <StateWord state={state} vendorState={vendorState} />
              </td>
              <td>{startedAt ? <FullInstant iso={startedAt} /> : "not known"}</td>
              <td className="num">{durationMs === null ? "not known" : <Duration ms={durationMs} since={null} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Runs of the same configuration as bars by duration and state, each a link; the same as a table. */
export function RunsPanel({ job, run }: { job: JobDetail; run: string | null }) {
  const bars = prepareRunBars(job, run);
  if (bars.length < 2) return null;
  return (
    <Panel
      title="Runs of this configuration"
      id="runs"
      note={`${plural(bars.length, "run")} · the longest took ${formatDurationWords(longestOf(bars))}`}
    >
      <RunChart bars={bars} />
      <div className="mt-2">
        <Disclosure summary="As a table">
          <RunTable bars={bars} />
        </Disclosure>
      </div>
    </Panel>
  );
}
