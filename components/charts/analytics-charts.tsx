"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useMemo } from "react";
import { ChartPanel, ChartWaiting } from "@/components/charts/chart-panel";
import { EndsTable, FailuresTable, SpreadTable } from "@/components/charts/chart-tables";
import { prepareEnds } from "@/components/charts/ends.prepare";
import { prepareFailures } from "@/components/charts/failures.prepare";
import { HoursGrid } from "@/components/charts/hours-grid";
import { prepareHours, WEEKDAYS } from "@/components/charts/hours.prepare";
import { type ChartScope, listHref } from "@/components/charts/list-links";
import { prepareDurations, prepareWaits, type SpreadNames } from "@/components/charts/spread.prepare";
import { STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { usePreferences } from "@/components/shell/preferences";
import type { Analytics } from "@/lib/contract/overview";
import { formatDurationWords } from "@/lib/format/duration";
import { zoneLabel } from "@/lib/format/instant";
import { formatCount, plural } from "@/lib/format/number";

const loading = () => <ChartWaiting />;
const EndsChart = dynamic(() => import("@/components/charts/ends-chart").then((part) => part.EndsChart), {
  ssr: false,
  loading,
});
const SpreadChart = dynamic(() => import("@/components/charts/spread-chart").then((part) => part.SpreadChart), {
  ssr: false,
  loading,
});
const FailuresChart = dynamic(() => import("@/components/charts/failures-chart").then((part) => part.FailuresChart), {
  ssr: false,
  loading,
});

/** Hours can be shown in a zone that is whole hours away from UTC; in another they stay UTC's. */
function hourOffset(zone: "local" | "utc", at: number): { hours: number; label: string } {
  const minutes = zone === "utc" ? 0 : new Date(at).getTimezoneOffset();
  return minutes % 60 === 0
    ? { hours: -minutes / 60 || 0, label: zoneLabel(zone, minutes) }
    : { hours: 0, label: "UTC" };
}

/** Every aggregate of the range as a picture and as a table. */
export function AnalyticsCharts({
  data,
  filter,
  names,
}: {
  data: Analytics;
  filter: ChartScope["filter"];
  names: SpreadNames;
}) {
  const { zone } = usePreferences();
  const scope = useMemo<ChartScope>(() => ({ filter, from: data.from, to: data.to }), [filter, data.from, data.to]);
  const ends = useMemo(() => prepareEnds(data, scope), [data, scope]);
  const durations = useMemo(() => prepareDurations(data, scope, names), [data, scope, names]);
  const waits = useMemo(() => prepareWaits(data, scope, names), [data, scope, names]);
  const owners = useMemo(() => prepareFailures(data, scope, "owner"), [data, scope]);
  const queues = useMemo(() => prepareFailures(data, scope, "queue"), [data, scope]);
  const offset = hourOffset(zone, Date.parse(data.to));
  const hours = useMemo(() => prepareHours(data, scope, offset.hours), [data, scope, offset.hours]);
  const notKnown = ends.unknown + ends.ahead;
  const none =
    notKnown === ends.points.length
      ? "Nothing is on record for this range yet."
      : `No job ended in ${notKnown > 0 ? "what is known of this range" : "this range"}.`;
  const empty = ends.total === 0 ? none : null;
  const busiest = hours.busiest;
  return (
    <div className="grid grid-cols-1 gap-3 xl:grid-cols-2">
      <div className="min-w-0 xl:col-span-2">
        <ChartPanel
          title="Jobs by end state"
          note={`per ${formatDurationWords(data.bucketMs)}`}
          aside={
            <ul className="flex flex-wrap gap-x-3 gap-y-1">
              {ends.states.toReversed().map((state) => (
                <li key={state}>
                  <Link
                    href={listHref(scope, { state: [state] })}
                    prefetch={false}
                    className={`state-${state} flex items-center gap-1.5 hover:underline`}
                  >
                    <StateIcon state={state} size={12} />
                    <span className="text-state">{STATE_WORD[state]}</span>
                    <span className="font-semibold">{formatCount(ends.totals[state])}</span>
                  </Link>
                </li>
              ))}
            </ul>
          }
          empty={empty}
          chart={
            <EndsChart
              picture={ends}
              zone={zone}
              label={`${plural(ends.total, "job")} ended: ${ends.states.map((state) => `${ends.totals[state]} ${STATE_WORD[state].toLowerCase()}`).join(", ")}`}
            />
          }
          table={<EndsTable picture={ends} zone={zone} />}
        />
      </div>
      <ChartPanel
        title="Duration"
        note={<SpreadLegend />}
        empty={empty}
        chart={
          <SpreadChart picture={durations} label="Median and 95th percentile of the duration, by connection and kind" />
        }
        table={
          <SpreadTable picture={durations} caption="Durations by connection and kind" heads={["Kind", "Connection"]} />
        }
      />
      <ChartPanel
        title="Wait in the queue"
        note={<SpreadLegend />}
        empty={
          empty ??
          (waits.rows.length === 0 ? "No vendor told both when a job was submitted and when it started." : null)
        }
        chart={<SpreadChart picture={waits} label="Median and 95th percentile of the wait, by queue" />}
        table={<SpreadTable picture={waits} caption="Waits by queue" heads={["Queue", "Connection"]} />}
      />
      <ChartPanel
        title="Failure rate by owner"
        note="failed of ended"
        empty={empty}
        chart={<FailuresChart rows={owners} label="Share of ended jobs that failed, by owner" />}
        table={<FailuresTable rows={owners} of="Owner" />}
      />
      <ChartPanel
        title="Failure rate by queue"
        note="failed of ended"
        empty={empty}
        chart={<FailuresChart rows={queues} label="Share of ended jobs that failed, by queue" />}
        table={<FailuresTable rows={queues} of="Queue" />}
      />
      <div className="min-w-0 xl:col-span-2">
        <ChartPanel
          title="Busiest hours"
          note={`submissions of what ended, ${offset.label}${hours.repeats ? "; a cell sums its weeks and leads to the latest" : ""}`}
          aside={
            busiest ? (
              <span className="text-sm text-muted">
                Most: {WEEKDAYS[busiest.weekday]} {String(busiest.hour).padStart(2, "0")}:00,{" "}
                {plural(busiest.jobs, "job")}
              </span>
            ) : null
          }
          empty={empty}
          chart={<HoursGrid picture={hours} caption={`Jobs submitted by weekday and hour, ${offset.label}`} />}
          table={null}
        />
      </div>
    </div>
  );
}

function SpreadLegend() {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <svg aria-hidden width="34" height="14" viewBox="0 0 34 14">
        <rect x="6" y="5" width="20" height="4" rx="2" fill="var(--accent)" fillOpacity=".35" />
        <circle cx="6" cy="7" r="4" fill="var(--accent)" />
        <path d="m27 2 5 5-5 5-5-5z" fill="var(--surface)" stroke="var(--accent)" strokeWidth="1.5" />
      </svg>
      p50 to p95, logarithmic
    </span>
  );
}
