"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { clsx } from "clsx";
import { type FormEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import type { ColumnWidths } from "@/components/jobs/columns";
import { JobRow } from "@/components/jobs/job-row";
import { rememberPlace } from "@/components/jobs/list-place";
import type { Reading } from "@/components/jobs/reading";
import type { Selection } from "@/components/jobs/selection";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import { PAGE_SIZE } from "@/lib/query/jobs";
import type { LiveList } from "@/lib/query/live-list";
import type { ColumnId } from "@/lib/url/jobs-search";

/**
 * Further rows are asked for when fewer than this many are left below: more than a page once somebody scrolls, so that a
 * turned wheel does not wait; few before that, since nobody may ever look at them.
 */
const AHEAD = { still: 20, scrolling: PAGE_SIZE + 50 };

export interface ScrolledRowsProps {
  list: LiveList;
  jobs: readonly Job[];
  columns: readonly ColumnId[];
  /** The table's head. Made outside, since it does not change as rows pass. */
  head: ReactNode;
  headHeight: number;
  /** Of `grid-template-columns`. */
  template: string;
  widths: ColumnWidths;
  /** Narrower than this it scrolls sideways; px. */
  minWidth: number;
  /** Of one row, in px. */
  height: number;
  card: boolean;
  compact: boolean;
  reading: Reading;
  selection: Selection;
  scroller: RefObject<HTMLDivElement | null>;
  onNearEnd: () => void;
}

/** The box that scrolls, with only the rows in view in the page. It alone renders as it is scrolled. */
export function ScrolledRows(props: ScrolledRowsProps) {
  const { list, jobs, columns, height, card, reading, selection, scroller, onNearEnd } = props;
  const left = useMemo(() => new Set(list.left), [list.left]);
  const virtualizer = useVirtualizer({
    count: jobs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    // The browser paints first: rows stand ready beyond the edge, and a wheel does not wait for those behind them.
    useFlushSync: false,
    initialOffset: reading.start.top,
    paddingStart: props.headHeight,
  });
  useEffect(() => virtualizer.measure(), [height, virtualizer]);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  usePagesInView(list, reading, first, last);
  useEffect(() => {
    if (jobs.length > 0 && last >= jobs.length - (first > 0 ? AHEAD.scrolling : AHEAD.still)) onNearEnd();
  }, [first, last, jobs.length, onNearEnd]);

  useEffect(() => {
    reading.watch(scroller.current);
    return () => reading.watch(null);
  }, [reading, scroller]);
  // Once there are rows: they come after the box that they are measured for.
  const drawn = rows.length > 0;
  useEffect(() => {
    const { job } = reading.start;
    if (!drawn || job === null || document.activeElement !== document.body) return;
    const row = scroller.current?.querySelector(`[data-job="${CSS.escape(job)}"]`);
    row?.querySelector<HTMLElement>("[data-job-link]")?.focus({ preventScroll: true });
  }, [reading, scroller, drawn]);

  function choose(event: FormEvent<HTMLDivElement>) {
    const key = event.target instanceof HTMLInputElement ? event.target.dataset.rowKey : undefined;
    const job = key === undefined ? undefined : jobs.find((one) => refKey(one) === key);
    if (job) selection.toggle(job);
  }
  return (
    <div
      ref={scroller}
      role="region"
      aria-label="Job list"
      tabIndex={0}
      onScroll={(event) => reading.scrolledTo(event.currentTarget.scrollTop)}
      onPointerMove={() => reading.pointed()}
      onPointerLeave={() => reading.pointedAway()}
      onFocus={(event) => rememberPlace({ job: event.target.closest<HTMLElement>("[data-job]")?.dataset.job ?? null })}
      className={clsx(
        "min-h-64 flex-1 overflow-auto overscroll-contain md:rounded-lg md:border md:border-line md:bg-surface",
        props.compact && "compact",
      )}
    >
      <div
        role="table"
        aria-label="Jobs"
        aria-rowcount={list.pages.at(-1)?.nextCursor ? -1 : jobs.length + 1}
        aria-colcount={columns.length + 1}
        className="relative"
        style={{
          height: virtualizer.getTotalSize(),
          minWidth: card ? undefined : props.minWidth,
          "--columns": props.template,
        }}
      >
        {props.head}
        <div role="rowgroup" onChange={choose}>
          {rows.map((row) => {
            const job = jobs[row.index];
            if (!job) return null;
            const key = refKey(job);
            return (
              <JobRow
                key={key}
                job={job}
                top={row.start}
                height={height}
                index={row.index + 2}
                columns={columns}
                widths={props.widths}
                card={card}
                selected={selection.has(key)}
                left={left.has(key)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Tells the reader which pages are on screen: only these are asked for again. */
function usePagesInView(list: LiveList, reading: Reading, first: number, last: number): void {
  const told = useRef("");
  useEffect(() => {
    let start = 0;
    const cursors: (string | null)[] = [];
    for (const page of list.pages) {
      const end = start + page.items.length;
      if (start <= last && end > first) cursors.push(page.cursor);
      start = end;
    }
    const text = cursors.map((cursor) => cursor ?? "first").join(" ");
    if (text === told.current) return;
    told.current = text;
    reading.sees(cursors);
  }, [list.pages, reading, first, last]);
}
