"use client";

import { useRouter } from "next/navigation";
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { onAxis, type SpreadPicture, type SpreadRow } from "@/components/charts/spread.prepare";
import { formatDurationWords } from "@/lib/format/duration";
import { plural } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";

const ROW_PX = 40;

function Card({ active, payload }: TooltipContentProps) {
  const row = payload?.[0]?.payload as SpreadRow | undefined;
  if (!active || !row) return null;
  const words = (ms: number | null) => (ms === null ? "not known" : formatDurationWords(ms));
  return (
    <div className="max-w-72 rounded-md border border-line-strong bg-surface px-2.5 py-2 shadow-(--shadow)">
      <p className="font-medium [overflow-wrap:anywhere]">{oneLine(row.label)}</p>
      <p className="text-sm text-faint">{row.note}</p>
      <p>
        Half within <b>{words(row.p50)}</b>
      </p>
      <p>
        95 in 100 within <b>{words(row.p95)}</b>
      </p>
      <p className="text-sm text-muted">{row.n === 0 ? "Ended, without known times" : plural(row.n, "job")}</p>
    </div>
  );
}

/** A line from the median (a disc) to the 95th percentile (a diamond); no line at all where nothing is known. */
function Line({ x, y, width, height, payload }: BarShapeProps) {
  const row = payload as SpreadRow;
  const middle = y + height / 2;
  if (row.p50 === null || row.p95 === null) {
    return (
      <text x={x + 6} y={middle + 4} fontSize={11.5} fill="var(--faint)">
        not known
      </text>
    );
  }
  const end = x + Math.max(0, width);
  return (
    <g>
      <rect x={x} y={middle - 12} width={Math.max(24, width)} height={24} fill="transparent" />
      <rect x={x} y={middle - 3} width={Math.max(0, width)} height={6} rx={3} fill="var(--accent)" fillOpacity={0.35} />
      <path
        d={`M${end} ${middle - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`}
        fill="var(--surface)"
        stroke="var(--accent)"
        strokeWidth={1.6}
      />
      <circle cx={x} cy={middle} r={5} fill="var(--accent)" />
    </g>
  );
}

function NameTick({
  x = 0,
  y = 0,
  index = 0,
  rows,
}: {
  x?: number | string;
  y?: number | string;
  index?: number;
  rows: readonly SpreadRow[];
}) {
  const row = rows[index];
  if (!row) return null;
  return (
    <text x={0} y={Number(y)} fontSize={12} data-x={x}>
      <tspan x={0} dy={-2} fill="var(--text)">
        {shorten(oneLine(row.label), 18)}
      </tspan>
      <tspan x={0} dy={14} fill="var(--faint)" fontSize={11}>
        {shorten(oneLine(row.note), 20)}
      </tspan>
    </text>
  );
}

/** Medians and 95th percentiles, a row each, on a logarithmic axis: they reach from milliseconds to days. */
export function SpreadChart({ picture, label }: { picture: SpreadPicture; label: string }) {
  const router = useRouter();
  const { rows, domain, ticks } = picture;
  const range = ({ p50, p95 }: SpreadRow): [number, number] =>
    p50 === null || p95 === null ? [domain[0], domain[0]] : [onAxis(p50, domain), onAxis(p95, domain)];
  return (
    <div role="img" aria-label={label} style={{ height: rows.length * ROW_PX + 32 }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={rows}
          layout="vertical"
          margin={{ top: 4, right: 24, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            scale="log"
            domain={domain}
            ticks={ticks}
            padding={{ left: 10, right: 10 }}
            tickFormatter={formatDurationWords}
            tick={{ fill: "var(--faint)", fontSize: 11.5 }}
            stroke="var(--mark)"
            tickLine={false}
            minTickGap={12}
          />
          <YAxis
            type="category"
            dataKey="key"
            width={132}
            interval={0}
            axisLine={false}
            tickLine={false}
            tick={(props) => <NameTick {...props} rows={rows} />}
          />
          <Tooltip
            cursor={{ fill: "var(--text)", fillOpacity: 0.05 }}
            isAnimationActive={false}
            content={(props) => <Card {...props} />}
          />
          <Bar
            dataKey={range}
            shape={(props: BarShapeProps) => <Line {...props} />}
            isAnimationActive={false}
            cursor="pointer"
            onClick={(entry) => {
              const row = entry.payload as SpreadRow | undefined;
              if (row) router.push(row.href);
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
