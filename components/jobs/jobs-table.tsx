"use client";

import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { clsx } from "clsx";
import { type FormEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import { COLUMNS, columnDefs, features } from "@/components/jobs/columns";
import { HeaderCell, SelectAll } from "@/components/jobs/header-cell";
import { JobRow } from "@/components/jobs/job-row";
import type { Reading } from "@/components/jobs/reading";
import type { Selection } from "@/components/jobs/selection";
import { useTableSizing } from "@/components/jobs/use-table-sizing";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { usePreferences } from "@/components/shell/preferences";
import { useWide } from "@/components/ui/use-wide";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import type { LiveList } from "@/lib/query/live-list";
import { COLUMN_IDS, type ColumnId, type JobsSearch } from "@/lib/url/jobs-search";

const HEADER = 32;
const NO_JOBS: Job[] = [];
/** Further rows are asked for when fewer than this many are left below. */
const AHEAD = 20;

export interface JobsTableProps {
  list: LiveList;
  search: JobsSearch;
  change: ChangeSearch;
  reading: Reading;
  selection: Selection;
  scroller: RefObject<HTMLDivElement | null>;
  onNearEnd: () => void;
}

/** The list: one table for the eye and for readers, with only the rows in view in the page. */
export function JobsTable({ list, search, change, reading, selection, scroller, onNearEnd }: JobsTableProps) {
  const wide = useWide();
  const { density } = usePreferences();
  const jobs = useMemo(() => list.pages.flatMap((page) => page.items), [list.pages]);
  const left = useMemo(() => new Set(list.left), [list.left]);
  const { sizing, setSizing } = useTableSizing(search.widths, change);
  const table = useTable({
    features,
    columns: columnDefs,
    data: NO_JOBS,
    columnResizeMode: "onChange",
    state: {
      columnSizing: sizing,
      columnOrder: search.columns,
      columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, search.columns.includes(id)])),
    },
    onColumnSizingChange: setSizing,
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const template = headers
    .map(({ column }) => (column.id === "name" && !sizing.name ? "minmax(200px, 1fr)" : `${column.getSize()}px`))
    .join(" ");
  const columns = useMemo(() => search.columns.filter((id) => id in COLUMNS), [search.columns]);
  const height = !wide ? 104 : density === "compact" ? 32 : 44;
  const virtualizer = useVirtualizer({
    count: jobs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => {
      const job = jobs[index];
      return job ? refKey(job) : index;
    },
    overscan: 8,
    paddingStart: wide ? HEADER : 0,
  });
  useEffect(() => virtualizer.measure(), [height, virtualizer]);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  usePagesInView(list, reading, first, last);
  useEffect(() => {
    if (jobs.length > 0 && last >= jobs.length - AHEAD) onNearEnd();
  }, [last, jobs.length, onNearEnd]);

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
      onScroll={(event) => reading.mark("scrolled", event.currentTarget.scrollTop > 4)}
      onPointerMove={() => reading.pointed()}
      onPointerLeave={() => reading.pointedAway()}
      onFocus={(event) => reading.mark("focused", event.target !== event.currentTarget)}
      onBlur={() => reading.mark("focused", false)}
      className={clsx(
        "min-h-64 flex-1 overflow-auto overscroll-contain md:rounded-lg md:border md:border-line md:bg-surface",
        density === "compact" && wide && "compact",
      )}
    >
      <div
        role="table"
        aria-label="Jobs"
        aria-rowcount={list.pages.at(-1)?.nextCursor ? -1 : jobs.length + 1}
        aria-colcount={columns.length + 1}
        className="relative md:min-w-max"
        style={{ height: virtualizer.getTotalSize(), "--columns": `36px ${template}` }}
      >
        <div role="rowgroup" className={clsx(wide ? "sticky top-0 z-10" : "sr-only")}>
          <div
            role="row"
            aria-rowindex={1}
            className="grid items-center border-b border-line bg-surface"
            style={{ gridTemplateColumns: "var(--columns)", height: HEADER }}
          >
            <SelectAll jobs={jobs} selection={selection} />
            {headers.map((header) => (
              <HeaderCell
                key={header.id}
                id={header.column.id as ColumnId}
                sort={search.sort}
                onSort={(sort) => void change({ sort })}
                onResize={header.getResizeHandler()}
              />
            ))}
          </div>
        </div>
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
                card={!wide}
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

/** Tells the reader which further pages are on screen: only these are asked for again. */
function usePagesInView(list: LiveList, reading: Reading, first: number, last: number): void {
  const told = useRef("");
  useEffect(() => {
    let start = 0;
    const cursors: string[] = [];
    for (const page of list.pages) {
      const end = start + page.items.length;
      if (page.cursor !== null && start <= last && end > first) cursors.push(page.cursor);
      start = end;
    }
    const text = cursors.join(" ");
    if (text === told.current) return;
    told.current = text;
    reading.sees(cursors);
  }, [list.pages, reading, first, last]);
}
