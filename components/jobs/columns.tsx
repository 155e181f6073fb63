"use client";

import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { JobDuration } from "@/components/jobs/job-duration";
import { ConnectionCell } from "@/components/jobs/connection-cell";
import { NameCell } from "@/components/jobs/name-cell";
import { ProgressCell } from "@/components/jobs/progress";
import { RowAction } from "@/components/jobs/row-action";
import { StaleDuration } from "@/components/jobs/stale-duration";
import { StateCell } from "@/components/jobs/state-cell";
import { surelyFits } from "@/components/jobs/surely-fits";
import type { Job } from "@/lib/contract/job";
import type { SortField } from "@/lib/contract/sorts";
import { isActive } from "@/lib/jobs/state";
import { formatCount } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";
import type { ColumnId } from "@/lib/url/jobs-search";

/** Widths of columns in px, at least; one that is not there has none. */
export type ColumnWidths = Partial<Record<ColumnId, number>>;

/** How one column of the list looks. */
export interface ColumnFace {
  label: string;
  sort: SortField | null;
  /** px; at least that where it grows. */
  width: number;
  /** px, in rows of one line; where that differs. */
  compactWidth?: number;
  /** Its share of what the columns leave, where nobody has set its width. */
  grow?: number;
  right?: boolean;
  /** What it shows fits its own width, or ends in dots by itself: only in a narrower column does the cell cut it. */
  fits?: boolean;
  /** A plain word: the cell itself is its box, and the hover has it whole. */
  word?: (job: Job) => string | null;
  /** @param left the filter no longer finds it: it is as it was, and nobody knows whether it goes on */
  draw: (job: Job, left: boolean) => ReactNode;
}

/** A column of plain words. Each element of a row is paid for as often as a row comes into view, so these have none. */
const words = (word: (job: Job) => string | null) => ({
  word: (job: Job) => oneLine(word(job) ?? "") || null,
  draw: (job: Job) => oneLine(word(job) ?? "") || <span className="sr-only">none</span>,
});

export const COLUMNS: Record<ColumnId, ColumnFace> = {
  state: {
    label: "State",
    sort: "state",
    width: 148,
    compactWidth: 192,
    fits: true,
    draw: (job) => <StateCell job={job} />,
  },
  name: { label: "Job", sort: "name", width: 180, grow: 5, fits: true, draw: (job) => <NameCell job={job} /> },
  connection: {
    label: "Connection",
    sort: null,
    width: 128,
    draw: (job) => <ConnectionCell job={job} />,
  },
  kind: { label: "Kind", sort: null, width: 104, ...words((job) => job.kind) },
  type: { label: "Type", sort: null, width: 120, ...words((job) => job.type) },
  owner: { label: "Owner", sort: null, width: 112, compactWidth: 96, grow: 1, ...words((job) => job.owner) },
  queue: { label: "Queue", sort: null, width: 112, compactWidth: 96, grow: 1, ...words((job) => job.queue) },
  submitted: {
    label: "Submitted",
    sort: "submittedAt",
    width: 112,
    right: true,
    fits: true,
    draw: (job) => <Instant iso={job.submittedAt} />,
  },
  started: {
    label: "Started",
    sort: "startedAt",
    width: 112,
    right: true,
    fits: true,
    draw: (job) => <Instant iso={job.startedAt} />,
  },
  ended: {
    label: "Ended",
    sort: "endedAt",
    width: 112,
    right: true,
    fits: true,
    draw: (job) => <Instant iso={job.endedAt} />,
  },
  duration: {
    label: "Duration",
    sort: "durationMs",
    width: 88,
    right: true,
    fits: true,
    draw: (job, left) => {
      if (left && isActive(job.state)) return "–";
      return job.stale ? <StaleDuration job={job} /> : <JobDuration job={job} />;
    },
  },
  progress: {
    label: "Progress",
    sort: null,
    width: 128,
    fits: true,
    draw: (job) => <ProgressCell progress={job.progress} name={shorten(oneLine(job.name), 80)} />,
  },
  rows: { label: "Rows", sort: null, width: 104, right: true, draw: (job) => formatCount(job.rowCount) },
  actions: { label: "Action", sort: null, width: 110, right: true, fits: true, draw: (job) => <RowAction job={job} /> },
};

/** A column's width where nobody has set one, in px. */
function ownWidth(id: ColumnId, compact: boolean): number {
  const { width, compactWidth } = COLUMNS[id];
  return compact ? (compactWidth ?? width) : width;
}

/**
 * How the columns share the table.
 * @param set px, where somebody has set them
 * @returns `template`: of `grid-template-columns`; `widths`: what each has at least, in px; `minWidth`: what they need
 */
export function columnsLayout(
  columns: readonly ColumnId[],
  set: Readonly<Record<string, number>>,
  compact: boolean,
): { template: string; widths: ColumnWidths; minWidth: number } {
  const widths: ColumnWidths = {};
  const tracks = columns.map((id) => {
    const width = set[id] ?? ownWidth(id, compact);
    widths[id] = width;
    const { grow } = COLUMNS[id];
    return set[id] === undefined && grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`;
  });
  const minWidth = Object.values(widths).reduce((sum, width) => sum + width, 0);
  return { template: tracks.join(" "), widths, minWidth };
}

/** A cell's, left and right together; px. */
const PADDING = 20;

/** Whether a cell must cut what it shows. @param width of its column, px; undefined where it has no column: on a phone */
export function cutsIn(column: ColumnId, job: Job, width: number | undefined): boolean {
  if (width === undefined) return true;
  const { fits, word, width: own } = COLUMNS[column];
  return word ? !surelyFits(word(job) ?? "", width - PADDING) : !fits || width < own;
}
