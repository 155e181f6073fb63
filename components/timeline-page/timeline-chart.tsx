"use client";

import { useRouter } from "next/navigation";
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { usePreferences } from "@/components/shell/preferences";
import { serverNow } from "@/components/time/now";
import type { AxisStore } from "@/components/timeline-page/axis-store";
import { LANES_LABEL } from "@/components/timeline-page/focus-beside";
import { AXIS_HEIGHT, type Hit } from "@/components/timeline-page/geometry";
import { LaneLabel } from "@/components/timeline-page/lane-label";
import { type JobRow, type Row, rowsBetween } from "@/components/timeline-page/lanes";
import { moveByKey } from "@/components/timeline-page/move-by-key";
import { Painter } from "@/components/timeline-page/painter";
import { PointCard } from "@/components/timeline-page/point-card";
import { useGestures } from "@/components/timeline-page/use-gestures";
import { useScrollMemory } from "@/components/timeline-page/use-scroll-memory";
import { useScrollWindow } from "@/components/timeline-page/use-scroll-window";

interface Pointed {
  hit: NonNullable<Hit>;
  x: number;
  y: number;
  /** The drawing's own, px. */
  width: number;
}

/** On the side of the pointer that has more room. */
function cardPlace({ x, y, width }: Pointed, height: number): CSSProperties {
  return {
    ...(x > width / 2 ? { right: width - x + 14 } : { left: x + 14 }),
    ...(y > height / 2 ? { bottom: height - y + 14 } : { top: y + 14 }),
  };
}

/** The lanes on their axis: names beside a canvas that is drawn anew as it is moved. */
export function TimelineChart({
  axis,
  rows,
  height,
  waiting = false,
  listedFrom,
  place,
  summary,
  onToggle,
  onHeight,
  children,
  foot,
}: {
  axis: AxisStore;
  rows: readonly Row[];
  height: number;
  /** The range has no answer of its own yet. */
  waiting?: boolean;
  /** Before this not every job is listed, epoch ms; null: all are. */
  listedFrom: number | null;
  /** What is open: the same place is found again as it was scrolled. */
  place: string;
  /** What the picture shows, for who cannot see it. */
  summary: string;
  onToggle: (key: string) => void;
  /** How much room the lanes have, px. */
  onHeight: (px: number) => void;
  /** What stands over the drawing. */
  children?: ReactNode;
  /** What stands below it. */
  foot: ReactNode;
}) {
  const { zone } = usePreferences();
  const router = useRouter();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const shown = useScrollWindow(scroller);
  useScrollMemory(scroller, place);

  useEffect(() => {
    if (!canvas.current || !scroller.current) return;
    const own = new Painter(canvas.current, scroller.current, axis);
    painter.current = own;
    return () => own.end();
  }, [axis]);
  useEffect(() => painter.current?.show({ rows, zone, listedFrom }), [rows, zone, listedFrom]);

  useEffect(() => onHeight(shown.height - AXIS_HEIGHT), [onHeight, shown.height]);

  // What was pointed at is no longer below the pointer.
  useEffect(
    () =>
      axis.subscribe(() => {
        painter.current?.unpoint();
        setPointed(null);
      }),
    [axis],
  );
  const point = useCallback((row: JobRow | null, focused?: HTMLElement) => {
    painter.current?.point(row?.key ?? null);
    if (!focused) return setPointed(null);
    // The keys show what the pointer shows, once the row has been scrolled to where it is seen.
    requestAnimationFrame(() => {
      const place = surface.current?.getBoundingClientRect();
      if (!row || !place || document.activeElement !== focused) return;
      const { bottom, height: own } = focused.getBoundingClientRect();
      const hit = { type: "job" as const, row, job: row.job, time: row.job.to ?? serverNow() };
      setPointed({ hit, x: 0, y: bottom - place.top - own / 2, width: place.width });
    });
  }, []);
  useGestures(surface, axis, {
    onPoint: (at) => {
      const hit = at ? (painter.current?.hit(at.x, at.y) ?? null) : null;
      const width = surface.current?.clientWidth ?? 1;
      painter.current?.point(hit?.type === "job" ? hit.job.key : null, at?.x ?? null);
      setPointed(at && hit ? { hit, width, x: at.x, y: at.y } : null);
    },
    onPress: (at, newTab) => {
      const hit = painter.current?.hit(at.x, at.y) ?? null;
      if (hit?.type === "density") onToggle(hit.row.key);
      if (hit?.type !== "job") return;
      if (newTab) window.open(hit.job.item.path, "_blank", "noopener");
      else router.push(hit.job.item.path);
    },
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") setPointed(null);
    else if (moveByKey(axis, event.key, event.shiftKey)) event.preventDefault();
  }
  return (
    <div className="panel flex min-h-64 flex-1 flex-col overflow-hidden">
      <div
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label="Timeline"
        aria-describedby={`${id}-how`}
        onKeyDown={onKeyDown}
        className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain"
      >
        <p id={`${id}-how`} className="sr-only">
          Left and right arrows move in time, with Shift further; plus and minus zoom; n goes to now; j and k go through
          the lanes and their jobs. Every segment is in the table view.
        </p>
        <div className="relative flex min-h-full" style={{ height: height + AXIS_HEIGHT }}>
          <div className="relative w-28 shrink-0 border-r border-line md:w-60 xl:w-72 2xl:w-80">
            <div
              className="sticky top-0 z-10 flex items-center border-b border-line bg-surface px-1.5 text-sm text-faint md:px-3"
              style={{ height: AXIS_HEIGHT }}
            >
              Connection
            </div>
            <ul aria-label={LANES_LABEL}>
              {rowsBetween(rows, shown.from, shown.to).map((row) => (
                <li
                  key={`${row.type} ${row.key}`}
                  className="absolute inset-x-0 border-b border-line"
                  style={{ top: row.top + AXIS_HEIGHT, height: row.height }}
                >
                  <LaneLabel row={row} waiting={waiting} onToggle={onToggle} onPoint={point} />
                </li>
              ))}
            </ul>
          </div>
          <div className="min-w-0 flex-1">
            <div
              ref={surface}
              className="sticky top-0 cursor-grab touch-pan-y overflow-hidden select-none data-dragging:cursor-grabbing"
              style={{ height: shown.height }}
            >
              <canvas ref={canvas} role="img" aria-label={summary} className="absolute inset-0 size-full" />
              <div className="pointer-events-none absolute inset-0 grid place-items-center">{children}</div>
              {pointed ? (
                <div
                  aria-hidden
                  className="pointer-events-none absolute z-10 w-max max-w-[min(24rem,90%)] rounded-md border border-line-strong bg-surface px-2.5 py-2 shadow-(--shadow)"
                  style={cardPlace(pointed, shown.height)}
                >
                  <PointCard hit={pointed.hit} spanMs={axis.get().span} width={pointed.width} />
                </div>
              ) : null}
            </div>
          </div>
        </div>
      </div>
      {foot}
    </div>
  );
}
