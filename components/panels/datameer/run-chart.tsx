"use client";

import Link from "next/link";
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { type RunBar, longestOf } from "@/components/panels/datameer/run-bars.prepare";
import { runSentence } from "@/components/panels/datameer/run-words";
import { StateIcon } from "@/components/jobs/state-icon";
import { usePreferences } from "@/components/shell/preferences";
import { formatDuration } from "@/lib/format/duration";
import { formatShort, type Zone } from "@/lib/format/instant";
import { serverNow } from "@/components/time/now";

const ICON = 12;
const FLOOR = 18;

interface Drawn {
  x: number;
  y: number;
  width: number;
  height: number;
  bar: RunBar;
  zone: Zone;
}

/** A bar that leads to its run: the whole column is the link, the state stands below it as a shape. */
function RunColumn({ x, y, width, height, bar, zone }: Drawn) {
  const words = runSentence(bar, zone);
  const tall = Math.max(3, height);
  return (
    <Link href={bar.path} prefetch={false} aria-label={words} aria-current={bar.here ? "true" : undefined}>
      <title>{words}</title>
      <rect
        x={x - 1}
        y={0}
        width={width + 2}
        height={y + height + FLOOR}
        fill={bar.here ? "var(--accent-soft)" : "transparent"}
      />
      <g className={`state-${bar.state}`}>
        {bar.durationMs === null ? (
          <rect
            x={x + 0.5}
            y={y + height - 20}
            width={Math.max(1, width - 1)}
            height={20}
            fill="none"
            stroke="var(--c)"
            strokeDasharray="3 2"
          />
        ) : (
          <rect x={x} y={y + height - tall} width={width} height={tall} rx={2} fill="var(--c)" />
        )}
        {width >= 8 ? (
          <g transform={`translate(${x + width / 2 - ICON / 2} ${y + height + 4})`}>
            <StateIcon state={bar.state} size={ICON} />
          </g>
        ) : null}
      </g>
    </Link>
  );
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Runs side by side: height is duration, hue and shape are the state. Load it lazily: it brings a library. */
export function RunChart({ bars }: { bars: readonly RunBar[] }) {
  const { zone } = usePreferences();
  const byRun = new Map(bars.map((bar) => [bar.run, bar]));
  const data = bars.map(({ run, durationMs }) => ({ run, height: durationMs ?? 0 }));
  const tick = (run: unknown) => {
    const startedAt = byRun.get(String(run))?.startedAt;
    return startedAt ? formatShort(startedAt, zone, serverNow()) : "";
  };
  return (
    <div className="h-44">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          margin={{ top: 10, right: 4, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap={2}
        >
          <YAxis
            width={64}
            domain={[0, longestOf(bars)]}
            tickCount={4}
            tickFormatter={(ms: number) => formatDuration(ms)}
            tick={{ fill: "var(--faint)", fontSize: 11 }}
            stroke="var(--line-strong)"
          />
          <XAxis
            dataKey="run"
            tickFormatter={tick}
            tick={{ fill: "var(--faint)", fontSize: 11 }}
            tickMargin={FLOOR}
            height={FLOOR + 20}
            minTickGap={40}
            tickLine={false}
            stroke="var(--line-strong)"
          />
          <Bar
            dataKey="height"
            maxBarSize={36}
            isAnimationActive={false}
            shape={({ x, y, width, height, payload }) => {
              const bar = byRun.get(String((payload as { run?: unknown } | undefined)?.run));
              if (!bar || !isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return <g />;
              return <RunColumn x={x} y={y} width={width} height={height} bar={bar} zone={zone} />;
            }}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
