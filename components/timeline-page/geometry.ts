import type { AxisJob } from "@/components/timeline-page/axis-jobs";
import { type View } from "@/components/timeline-page/axis-range";
import type { GroupRow, Row } from "@/components/timeline-page/lanes";
import type { Zone } from "@/lib/format/instant";

export const AXIS_HEIGHT = 30;
/** Nothing gets so thin that it cannot be seen or pointed at. */
export const MIN_BAR_PX = 3;
export const BIN_PX = 4;

export interface Size {
  width: number;
  height: number;
}

/** What is shown of the rows, and where. */
export interface Scene {
  rows: readonly Row[];
  view: View;
  size: Size;
  scrollTop: number;
  now: number;
  /** Before this not every job is listed, epoch ms; null: all are. */
  listedFrom: number | null;
  zone: Zone;
}

export const xOf = (time: number, { from, to }: View, width: number) => ((time - from) / (to - from)) * width;
export const timeAt = (x: number, { from, to }: View, width: number) => from + (x / width) * (to - from);

/** Thinner tracks than this are drawn as how many jobs, not as which. */
const THINNEST_PX = 6;
/** And a few jobs do not fill a tall lane. */
const THICKEST_PX = 18;
const PADDING = { connection: 8, queue: 6, job: 6 } as const;

export const isDense = (row: GroupRow) => row.packing.tracks * THINNEST_PX > row.height - 2 * PADDING[row.type];

/** A job's bar inside its row, from the row's top. */
export function trackBox(row: Row, track: number): { top: number; height: number } {
  const padding = PADDING[row.type];
  const room = row.height - 2 * padding;
  if (row.type === "job") return { top: padding, height: room };
  const pitch = Math.min(THICKEST_PX, room / Math.max(1, row.packing.tracks));
  const used = pitch * row.packing.tracks;
  const gap = pitch > 5 ? 2 : pitch > 3 ? 1 : 0;
  return { top: padding + (room - used) / 2 + track * pitch, height: Math.max(2, pitch - gap) };
}

export type Hit =
  | { type: "job"; row: Row; job: AxisJob; time: number }
  | { type: "density"; row: GroupRow; time: number; bin: number }
  | null;

/** How far beside a bar still counts as on it. */
const REACH_PX = 4;

/** What lies under a point of the drawing. */
export function hitAt(x: number, y: number, { rows, view, size, scrollTop, now }: Scene): Hit {
  if (y < AXIS_HEIGHT) return null;
  const at = y - AXIS_HEIGHT + scrollTop;
  const row = rows.find(({ top, height }) => at >= top && at < top + height);
  if (!row) return null;
  const time = timeAt(x, view, size.width);
  if (row.type !== "job" && isDense(row)) return { type: "density", row, time, bin: Math.floor(x / BIN_PX) };
  const jobs = row.type === "job" ? [row.job] : row.jobs;
  let best: { job: AxisJob; distance: number } | null = null;
  for (const [index, job] of jobs.entries()) {
    if (job.from === null) continue;
    const track = row.type === "job" ? 0 : (row.packing.track[index] ?? -1);
    const box = trackBox(row, track);
    const dy = Math.max(row.top + box.top - at, at - (row.top + box.top + box.height), 0);
    const dx = Math.max(
      xOf(job.from, view, size.width) - x,
      x - xOf(Math.max(job.to ?? now, job.from), view, size.width),
      0,
    );
    if (dx > REACH_PX || dy > REACH_PX) continue;
    if (!best || dx + dy < best.distance) best = { job, distance: dx + dy };
  }
  return best ? { type: "job", row, job: best.job, time } : null;
}
