"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { COLUMNS } from "@/components/jobs/columns";
import type { Selection } from "@/components/jobs/selection";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import { type ColumnId, type JobsSearch, nextSort } from "@/lib/url/jobs-search";

/** Adds all rows that are loaded to what is chosen, or takes them out of it. */
export function SelectAll({ jobs, selection }: { jobs: readonly Job[]; selection: Selection }) {
  const box = useRef<HTMLInputElement>(null);
  const all = jobs.length > 0 && jobs.every((job) => selection.has(refKey(job)));
  const some = !all && selection.size > 0;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <div role="columnheader" className="flex justify-center">
      <input
        ref={box}
        type="checkbox"
        checked={all}
        onChange={() => (all ? selection.remove(jobs) : selection.add(jobs))}
        aria-label="Select all loaded jobs"
      />
    </div>
  );
}

/** A column's head: sorts by click, is widened by its edge. The columns dialog does the latter for the keyboard. */
export function HeaderCell({
  id,
  sort,
  onSort,
  onResize,
}: {
  id: ColumnId;
  sort: JobsSearch["sort"];
  onSort: (sort: JobsSearch["sort"]) => void;
  /** @param shown how wide the column is now, in px: one that grows is wider than it was set */
  onResize: (event: unknown, shown: number) => void;
}) {
  const { label, sort: field, right } = COLUMNS[id];
  const down = field !== null && sort === `-${field}`;
  const sorted = field !== null && (down || sort === field);
  const cell = useRef<HTMLDivElement>(null);
  const grip = (event: unknown) => onResize(event, cell.current?.getBoundingClientRect().width ?? COLUMNS[id].width);
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-sort={field === null ? undefined : sorted ? (down ? "descending" : "ascending") : "none"}
      className={clsx(
        "group relative flex h-full min-w-0 items-center px-2.5 text-sm text-faint",
        right && "justify-end",
      )}
    >
      {field ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(sort, field))}
          className={clsx("flex min-w-0 items-center gap-1 rounded hover:text-text", sorted && "font-medium text-text")}
        >
          <span className="truncate">{label}</span>
          {sorted ? <Arrow aria-hidden size={12} className="shrink-0" /> : null}
        </button>
      ) : (
        <span className="truncate">{label}</span>
      )}
      <span
        aria-hidden
        onMouseDown={grip}
        onTouchStart={grip}
        className="absolute inset-y-1 right-0 w-2 cursor-col-resize touch-none border-r border-transparent group-hover:border-line-strong hover:border-accent!"
      />
    </div>
  );
}
