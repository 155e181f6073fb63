"use client";

import { ChevronLeft, ChevronRight, Minus, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState, useSyncExternalStore } from "react";
import { usePreferences } from "@/components/shell/preferences";
import { serverNow, useNow } from "@/components/time/now";
import { viewAt } from "@/components/timeline-page/axis-range";
import type { AxisStore } from "@/components/timeline-page/axis-store";
import { moveByKey } from "@/components/timeline-page/move-by-key";
import { Button } from "@/components/ui/button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { formatDurationWords } from "@/lib/format/duration";
import { formatShort } from "@/lib/format/instant";

const CustomRange = dynamic(() => import("@/components/time/custom-range").then((part) => part.CustomRange), {
  ssr: false,
});

const HOUR = 3_600_000;
const PRESETS: readonly { label: string; span: number }[] = [
  { label: "Last 15 minutes", span: HOUR / 4 },
  { label: "Last hour", span: HOUR },
  { label: "Last 6 hours", span: 6 * HOUR },
  { label: "Last 24 hours", span: 24 * HOUR },
  { label: "Last 7 days", span: 7 * 24 * HOUR },
  { label: "Last 30 days", span: 30 * 24 * HOUR },
];

/** The range in words; it alone renders while the axis moves. */
function RangeWords({ axis }: { axis: AxisStore }) {
  const range = useSyncExternalStore(axis.subscribe, axis.get, axis.get);
  const { zone } = usePreferences();
  const now = useNow();
  if (now === 0) return null;
  if (range.end === null) return <>Last {formatDurationWords(range.span)}</>;
  const { from, to } = viewAt(range, now);
  const short = (time: number) => formatShort(new Date(time).toISOString(), zone, now);
  return (
    <>
      {short(from)} – {short(to)}
    </>
  );
}

/** Which stretch of time is shown, and every way to change it but the pointer's and the keys'. */
export function RangeBar({ axis }: { axis: AxisStore }) {
  const isFollowing = () => axis.get().end === null;
  const follows = useSyncExternalStore(axis.subscribe, isFollowing, isFollowing);
  const [custom, setCustom] = useState<{ from: number; to: number } | null>(null);
  return (
    <div role="group" aria-label="Time range" className="flex items-center gap-1 max-md:flex-wrap md:shrink-0">
      <Button aria-label="Earlier" title="Earlier (←)" onClick={() => moveByKey(axis, "ArrowLeft", true)}>
        <ChevronLeft aria-hidden size={14} />
      </Button>
      <Button
        aria-label="Later"
        title="Later (→)"
        disabled={follows}
        onClick={() => moveByKey(axis, "ArrowRight", true)}
      >
        <ChevronRight aria-hidden size={14} />
      </Button>
      <LazyMenu
        text={
          // As wide as most ranges: what stands beside it is pressed again and again, and stays where it is.
          <span className="text-left tabular-nums md:min-w-42">
            <RangeWords axis={axis} />
          </span>
        }
        entries={() => [
          ...PRESETS.map(({ label, span }) => ({
            type: "choice" as const,
            label,
            checked: follows && axis.get().span === span,
            onSelect: () => axis.set({ span, end: null }),
          })),
          { type: "line" },
          { type: "item", label: "From … to …", onSelect: () => setCustom(viewAt(axis.get(), serverNow())) },
        ]}
      />
      <Button aria-label="Zoom out" title="Zoom out (−)" onClick={() => moveByKey(axis, "-", false)}>
        <Minus aria-hidden size={14} />
      </Button>
      <Button aria-label="Zoom in" title="Zoom in (+)" onClick={() => moveByKey(axis, "+", false)}>
        <Plus aria-hidden size={14} />
      </Button>
      <Button
        aria-pressed={follows}
        title="Follow now (n)"
        onClick={() => axis.set({ ...axis.get(), end: null })}
        className={follows ? "border-accent! text-accent!" : ""}
      >
        Now
      </Button>
      {custom ? (
        <CustomRange
          {...custom}
          onChoose={(from, to) => axis.set({ span: to - from, end: to })}
          onClose={() => setCustom(null)}
        />
      ) : null}
    </div>
  );
}
