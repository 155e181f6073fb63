"use client";

import { preparePhases } from "@/components/panels/dremio/phases.prepare";
import { SchedulingCourse } from "@/components/panels/dremio/scheduling-course";
import type { PanelProps } from "@/components/panels/panel-props";
import { Instant } from "@/components/time/instant";
import { serverNow } from "@/components/time/now";
import { Panel } from "@/components/ui/panel";
import type { DremioQueryDetails } from "@/lib/contract/details/dremio";
import { formatCount, formatPercent } from "@/lib/format/number";

type Told = Pick<PanelProps, "knownAt"> & { details: DremioQueryDetails };

/** The nine phases with what each took, in ms and as a share of the whole; the little that is told where they were not read. */
export function PhasesTable({ details, knownAt }: Told) {
  const phases = preparePhases(details, knownAt ? Date.parse(knownAt) : serverNow());
  if (phases.length === 0) return <SchedulingCourse details={details} />;
  return (
    <Panel title="Phases" id="phases" note="as the vendor's scheduler stamped them" flush>
      <table className="data-table">
        <caption className="sr-only">Phases</caption>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col" className="num">
              Began
            </th>
            <th scope="col" className="num">
              ms
            </th>
            <th scope="col" className="w-2/5">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ name, at, ms, share }) => (
            <tr key={name} className={at === null ? "text-faint" : undefined}>
              <th scope="row" className={at === null ? "font-normal text-faint!" : "font-normal"}>
                {name}
              </th>
              <td className="num">{at === null ? "not reached" : <Instant iso={new Date(at).toISOString()} />}</td>
              <td className="num">{ms === null ? (share > 0 ? "so far" : "") : formatCount(ms)}</td>
              <td>
                {share > 0 ? (
                  <span className="flex items-center gap-2">
                    <span
                      aria-hidden
                      className="h-1.5 min-w-0.5 rounded-full bg-accent"
                      style={{ width: `${share * 75}%` }}
                    />
                    <span className="text-sm text-muted">{formatPercent(share)}</span>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
