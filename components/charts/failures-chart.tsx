"use client";

import { useRouter } from "next/navigation";
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { failureWords, type FailureRow, leastMark, RATE_AXIS } from "@/components/charts/failures.prepare";
import { StatePatterns } from "@/components/charts/state-patterns";
import { formatCount, formatPercent } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";

const ROW_PX = 28;

function Card({ active, payload }: TooltipContentProps) {
  const row = payload?.[0]?.payload as FailureRow | undefined;
  if (!active || !row) return null;
  return (
    <div className="max-w-72 rounded-md border border-line-strong bg-surface px-2.5 py-2 shadow-(--shadow)">
      <p className="font-medium [overflow-wrap:anywhere]">{oneLine(row.label)}</p>
      <p>
        {formatCount(row.failed)} of {formatCount(row.ended)} failed ({formatPercent(row.rate)})
      </p>
      {row.few ? <p className="text-sm text-muted">Too few to call it a rate</p> : null}
      {row.href ? null : <p className="text-sm text-muted">The list has no filter for this</p>}
    </div>
  );
}

/** Failed of ended, a bar each. Nobody failed is a 0 with its count, never an empty row. */
export function FailuresChart({ rows, label }: { rows: readonly FailureRow[]; label: string }) {
  const router = useRouter();
  const name = (key: string) => shorten(oneLine(rows.find((row) => row.key === key)?.label ?? key), 20);
  return (
    <div role="img" aria-label={label} style={{ height: rows.length * ROW_PX + 32 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={rows}
          layout="vertical"
          margin={{ top: 4, right: 128, bottom: 0, left: 0 }}
          barCategoryGap="22%"
          accessibilityLayer={false}
        >
          <StatePatterns />
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            domain={[0, 1]}
            ticks={RATE_AXIS}
            tickFormatter={(rate: number) => formatPercent(rate)}
            tick={{ fill: "var(--faint)", fontSize: 11.5 }}
            stroke="var(--mark)"
            tickLine={false}
          />
          <YAxis
            type="category"
            dataKey="key"
            width={140}
            interval={0}
            axisLine={false}
            tickLine={false}
            tick={({ y, payload }: { y?: number | string; payload?: { value?: unknown } }) => (
              <text x={0} y={Number(y) + 4} fontSize={12} fill="var(--text)">
                {name(String(payload?.value ?? ""))}
              </text>
            )}
          />
          <Tooltip
            cursor={{ fill: "var(--text)", fillOpacity: 0.05 }}
            isAnimationActive={false}
            content={(props) => <Card {...props} />}
          />
          <Bar
            dataKey="rate"
            fill="url(#chart-failed)"
            stroke="var(--failed)"
            minPointSize={leastMark}
            isAnimationActive={false}
            cursor="pointer"
            onClick={(entry) => {
              const row = entry.payload as FailureRow | undefined;
              if (row?.href) router.push(row.href);
            }}
          >
            <LabelList
              valueAccessor={(entry) => failureWords(entry.payload as FailureRow)}
              position="right"
              fill="var(--muted)"
              fontSize={11.5}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
