"use client";

import { useTable } from "@tanstack/react-table";
import { clsx } from "clsx";
import { type RefObject, useMemo } from "react";
import { flushSync } from "react-dom";
import { columnDefs, features } from "@/components/jobs/column-defs";
import { COLUMNS, columnsLayout } from "@/components/jobs/columns";
import { HeaderCell, SelectAll } from "@/components/jobs/header-cell";
import type { Reading } from "@/components/jobs/reading";
import { ScrolledRows } from "@/components/jobs/scrolled-rows";
import type { Selection } from "@/components/jobs/selection";
import { useTableSizing } from "@/components/jobs/use-table-sizing";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { usePreferences } from "@/components/shell/preferences";
import { useWide } from "@/components/ui/use-wide";
import type { Job } from "@/lib/contract/job";
import type { LiveList } from "@/lib/query/live-list";
import { COLUMN_IDS, type ColumnId, type JobsSearch } from "@/lib/url/jobs-search";

const HEADER = 32;
/** The column of boxes to tick. */
const BOX = 36;
const NO_JOBS: Job[] = [];

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
  const columns = useMemo(() => search.columns.filter((id) => id in COLUMNS), [search.columns]);
  const compact = density === "compact" && wide;
  const { template, widths, minWidth } = useMemo(
    () => columnsLayout(columns, sizing, compact),
    [columns, sizing, compact],
  );
  const head = (
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
            onResize={(event, shown) => {
              const { id } = header.column;
              if (sizing[id] === undefined) flushSync(() => setSizing({ ...sizing, [id]: Math.round(shown) }));
              header.getResizeHandler()(event);
            }}
          />
        ))}
      </div>
    </div>
  );
  return (
    <ScrolledRows
      list={list}
      jobs={jobs}
      columns={columns}
      head={head}
      headHeight={wide ? HEADER : 0}
      template={`${BOX}px ${template}`}
      widths={widths}
      minWidth={BOX + minWidth}
      height={!wide ? 104 : compact ? 32 : 44}
      card={!wide}
      compact={compact}
      reading={reading}
      selection={selection}
      scroller={scroller}
      onNearEnd={onNearEnd}
    />
  );
}
