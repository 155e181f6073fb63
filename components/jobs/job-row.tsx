"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { type MouseEvent, memo } from "react";
import { COLUMNS, type ColumnWidths, cutsIn } from "@/components/jobs/columns";
import { placeOfPress } from "@/components/jobs/row-click";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import { oneLine, shorten } from "@/lib/format/visible-text";
import type { ColumnId } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";

interface JobRowProps {
  job: Job;
  top: number;
  height: number;
  /** In the whole table, the head included, from 1. */
  index: number;
  columns: readonly ColumnId[];
  widths: ColumnWidths;
  card: boolean;
  selected: boolean;
  /** The filter no longer finds it where it stands. */
  left: boolean;
}

const Cell = memo(function Cell(props: { job: Job; column: ColumnId; width: number | undefined; left: boolean }) {
  const { job, column, width, left } = props;
  const { right, word, draw } = COLUMNS[column];
  const cuts = cutsIn(column, job, width);
  return (
    <div
      role="cell"
      data-column={column}
      title={word?.(job) ?? undefined}
      className={clsx(
        "min-w-0 px-2.5 whitespace-nowrap",
        cuts && "truncate",
        right && "text-right",
        word && "text-muted",
      )}
    >
      {draw(job, left)}
    </div>
  );
});

const byTable = () => undefined;

/** Its box is heard by the table: so nothing of it changes with the job's state. */
const SelectCell = memo(function SelectCell(props: {
  rowKey: string;
  label: string;
  selected: boolean;
  why: string | null;
}) {
  return (
    <div role="cell" data-column="select" className="flex justify-center">
      <input
        type="checkbox"
        checked={props.selected}
        onChange={byTable}
        data-row-key={props.rowKey}
        aria-label={props.label}
      />
      {props.why ? <span className="sr-only">{props.why}</span> : null}
    </div>
  );
});

/** One job. It renders when its job, its place or its choice changes, and never for its neighbour's sake. */
export const JobRow = memo(function JobRow(props: JobRowProps) {
  const { job, top, height, index, columns, widths, card, selected, left } = props;
  const router = useRouter();
  const dim = job.stale || left;
  const why = left ? "Moved, or no longer in this view" : job.stale ? "Shown as it was last read" : undefined;
  function open(event: MouseEvent<HTMLDivElement>) {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>("a,button,input,label") : null;
    const place = placeOfPress(event);
    if (control) {
      // A link does by itself what opens another tab or window; here the page is not loaded anew.
      if (control.dataset.jobLink === undefined || place !== "here") return;
      event.preventDefault();
    } else if (window.getSelection()?.isCollapsed === false) return;
    if (place === "here") router.push(routes.job(job));
    else if (place === "new tab") window.open(routes.job(job), "_blank", "noopener");
  }
  return (
    <div
      role="row"
      aria-rowindex={index}
      data-job={job.id}
      onClick={open}
      onAuxClick={open}
      title={why}
      className={clsx(
        "job-row absolute left-0 w-full cursor-default border-b border-line",
        card ? "job-card" : "grid items-center hover:bg-sunken",
        selected && "bg-accent-soft!",
        dim && "job-dim",
      )}
      style={{ top, height, gridTemplateColumns: card ? undefined : "var(--columns)" }}
    >
      <SelectCell
        rowKey={refKey(job)}
        label={`Select ${shorten(oneLine(job.name), 120)}`}
        selected={selected}
        why={why ?? null}
      />
      {columns.map((column) =>
        // What it is now is not known here, and so neither is what can be done.
        left && column === "actions" ? (
          <div key={column} role="cell" data-column={column} className="truncate px-2.5 text-right text-sm text-faint">
            Left this view
          </div>
        ) : (
          <Cell key={column} job={job} column={column} width={card ? undefined : widths[column]} left={left} />
        ),
      )}
    </div>
  );
});
