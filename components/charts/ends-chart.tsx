"use client";

import { useRouter } from "next/navigation";
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { type EndsPicture, type EndsPoint, type EndState, niceTop } from "@/components/charts/ends.prepare";
import { StatePatterns, stateFill } from "@/components/charts/state-patterns";
import { bucketTick, bucketWords } from "@/components/charts/time-words";
import { STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import type { Zone } from "@/lib/format/instant";
import { formatCount } from "@/lib/format/number";

function Card({ active, payload, zone, states }: TooltipContentProps & { zone: Zone; states: readonly EndState[] }) {
  const point = payload?.[0]?.payload as EndsPoint | undefined;
  if (!active || !point) return null;
  return (
    <div className="rounded-md border border-line-strong bg-surface px-2.5 py-2 shadow-(--shadow)">
      <p className="font-medium">{bucketWords(point, zone)}</p>
      {point.known ? null : (
        <p className="text-muted">{point.ahead ? "Not known yet" : "Before the record: not known"}</p>
      )}
      {point.known && point.total === 0 ? <p className="text-muted">No job ended</p> : null}
      {point.total > 0 ? (
        <ul className="mt-1">
          {states.toReversed().map((state) => (
            <li key={state} className={`state-${state} flex items-center gap-1.5`}>
              <StateIcon state={state} size={12} />
              <span className="text-state">{STATE_WORD[state]}</span>
              <span className="ml-auto pl-4 font-semibold">{formatCount(point.counts[state])}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** How many jobs ended how, bucket by bucket. A bucket without an end is empty; what is not known is hatched. */
export function EndsChart({ picture, zone, label }: { picture: EndsPicture; zone: Zone; label: string }) {
  const router = useRouter();
  const { points, states, unknown, ahead } = picture;
  const silences = [
    { from: points[0], to: points[unknown - 1], word: "not on record" },
    { from: points[points.length - ahead], to: points.at(-1), word: "not known yet" },
  ];
  const open = (state: EndState) => (entry: { payload?: unknown }) => {
    const point = entry.payload as EndsPoint | undefined;
    if (point) router.push(point.stateHref[state]);
  };
  return (
    <div role="img" aria-label={label} className="h-60">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={points}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="12%"
          accessibilityLayer={false}
        >
          <StatePatterns />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="from"
            tickFormatter={(at: number) => bucketTick(at, points, zone)}
            tick={{ fill: "var(--faint)", fontSize: 11.5 }}
            stroke="var(--mark)"
            tickLine={false}
            minTickGap={28}
          />
          <YAxis
            allowDecimals={false}
            width={44}
            domain={[0, (most: number) => niceTop(most)]}
            tickFormatter={formatCount}
            tick={{ fill: "var(--faint)", fontSize: 11.5 }}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            cursor={{ fill: "var(--text)", fillOpacity: 0.06 }}
            isAnimationActive={false}
            content={(props) => <Card {...props} zone={zone} states={states} />}
          />
          {silences.map(({ from, to, word }) =>
            from && to ? (
              <ReferenceArea
                key={word}
                x1={from.from}
                x2={to.from}
                fill="url(#chart-not-known)"
                fillOpacity={1}
                label={{ value: word, fill: "var(--faint)", fontSize: 11.5, position: "insideTop" }}
              />
            ) : null,
          )}
          {states.map((state) => (
            <Bar
              key={state}
              dataKey={(point: EndsPoint) => point.counts[state]}
              name={STATE_WORD[state]}
              stackId="ends"
              fill={stateFill(state)}
              stroke={`var(--${state})`}
              strokeWidth={1}
              isAnimationActive={false}
              cursor="pointer"
              onClick={open(state)}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
