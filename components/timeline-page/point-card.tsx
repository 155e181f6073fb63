"use client";

import { StateWord } from "@/components/jobs/state-badge";
import { STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { usePreferences } from "@/components/shell/preferences";
import { serverNow, useNow } from "@/components/time/now";
import { type Bar, drawnTo, knownTo } from "@/components/timeline-page/axis-jobs";
import type { Hit } from "@/components/timeline-page/geometry";
import { densityOf, STACK_ORDER } from "@/components/timeline-page/density";
import { formatDurationWords } from "@/lib/format/duration";
import { formatMoment, type Zone } from "@/lib/format/instant";
import { formatCount } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";

const clock = (time: number, zone: Zone) => formatMoment(new Date(time).toISOString(), zone, serverNow());

function BarLine({
  bar,
  until,
  old,
  zone,
  here,
}: {
  bar: Bar;
  until: number;
  old: boolean;
  zone: Zone;
  here: boolean;
}) {
  const length = drawnTo(bar, until) - bar.from;
  const since =
    bar.earliest !== null && bar.earliest < bar.from
      ? `between ${clock(bar.earliest, zone)} and ${clock(bar.from, zone)}`
      : clock(bar.from, zone);
  return (
    <li className={`flex items-center gap-2 rounded px-1 ${here ? "bg-accent-soft" : ""}`}>
      <span className="min-w-0 flex-1">
        <StateWord state={bar.state} vendorState={bar.vendorState} />
      </span>
      <span className="shrink-0 text-sm text-muted">
        {bar.final
          ? since
          : `${since} · ${formatDurationWords(length)}${bar.to !== null ? "" : old ? `, last known ${clock(until, zone)}` : " so far"}`}
      </span>
    </li>
  );
}

/** More segments than this are for the job's page. */
const SHOWN = 8;

/** What lies under the pointer: a job with its segments, or how many jobs of each state. */
export function PointCard({ hit, spanMs, width }: { hit: NonNullable<Hit>; spanMs: number; width: number }) {
  const { zone } = usePreferences();
  // What lasts grows while the pointer rests on it.
  const now = useNow() || serverNow();
  if (hit.type === "density") {
    const half = (spanMs / width) * 2;
    const { bins, notKnown } = densityOf(hit.row.jobs, { from: hit.time - half, to: hit.time + half }, 1, now);
    const silent = notKnown[0] ?? 0;
    const states = STACK_ORDER.filter((state) => bins[0]?.[state]);
    return (
      <>
        <p className="font-medium">{clock(hit.time, zone)}</p>
        {states.length === 0 && silent === 0 ? <p className="text-muted">No job at this moment</p> : null}
        <ul className="mt-1 flex flex-col gap-0.5">
          {states.map((state) => (
            <li key={state} className={`state-${state} flex items-center gap-1.5`}>
              <StateIcon state={state} size={12} />
              <span className="font-semibold">{formatCount(bins[0]?.[state] ?? 0)}</span>
              <span className="text-state">{STATE_WORD[state]}</span>
            </li>
          ))}
        </ul>
        {silent > 0 ? <p className="text-muted">Of {formatCount(silent)} it is not known any more</p> : null}
        <p className="mt-1 text-sm text-faint">Press to open the lane</p>
      </>
    );
  }
  const { item, bars } = hit.job;
  const until = knownTo(hit.job, now);
  const at = bars.findLastIndex((bar) => bar.from <= hit.time);
  const first = Math.max(0, Math.min(at - SHOWN / 2, bars.length - SHOWN));
  return (
    <>
      <p className="font-medium [overflow-wrap:anywhere]">{shorten(oneLine(item.name) || item.id, 120)}</p>
      <p className="mb-1 text-sm text-faint">
        {item.connection} · {item.kind}
        {item.queue ? ` · ${shorten(oneLine(item.queue), 40)}` : ""}
      </p>
      <ul className="flex flex-col gap-0.5">
        {bars.slice(first, first + SHOWN).map((bar, index) => (
          <BarLine
            key={first + index}
            bar={bar}
            until={until}
            old={until < now}
            zone={zone}
            here={first + index === at && !bar.final}
          />
        ))}
      </ul>
      {bars.length > SHOWN ? <p className="text-sm text-faint">{bars.length} segments in all</p> : null}
    </>
  );
}
