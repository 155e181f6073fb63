import { type AxisJob, drawnTo } from "@/components/timeline-page/axis-jobs";
import { type Scene, xOf } from "@/components/timeline-page/geometry";
import type { Palette } from "@/components/timeline-page/palette";
import { formatDurationWords } from "@/lib/format/duration";
import { formatShort } from "@/lib/format/instant";
import { oneLine, shorten } from "@/lib/format/visible-text";

interface Box {
  top: number;
  height: number;
}

const SIZE_PX = 11;
/** What a letter takes on the average: asking for the width of each text costs more than drawing it. */
const LETTER_PX = 6.2;
const GAP_PX = 5;
/** Lower bars hold no words. */
const LOWEST_PX = 12;
const SHORTEST_PX = 44;

function setUp(context: CanvasRenderingContext2D, palette: Palette, colour: string): void {
  context.font = `${SIZE_PX}px ${palette.font}`;
  context.textBaseline = "middle";
  context.fillStyle = colour;
}

/** The job's name on its widest solid stretch, where there is room for one. */
export function paintName(
  context: CanvasRenderingContext2D,
  job: AxisJob,
  { top, height }: Box,
  { view, size }: Scene,
  palette: Palette,
  until: number,
): void {
  if (height < LOWEST_PX) return;
  let [left, room] = [0, 0];
  for (const bar of job.bars) {
    if (bar.state !== "running") continue;
    const from = Math.max(0, xOf(bar.from, view, size.width));
    const width = Math.min(size.width, xOf(drawnTo(bar, until), view, size.width)) - from;
    if (width > room) [left, room] = [from, width];
  }
  if (room < SHORTEST_PX) return;
  const letters = Math.floor((room - 2 * GAP_PX) / LETTER_PX);
  setUp(context, palette, palette.surface);
  context.fillText(shorten(oneLine(job.item.name) || job.item.id, letters), left + GAP_PX, top + height / 2 + 0.5);
}

/** How long a job took, or has taken so far, beside its bar: after it where it does not cross now, else before it. */
export function paintLength(
  context: CanvasRenderingContext2D,
  job: AxisJob,
  { top, height }: Box,
  { view, size, now }: Scene,
  palette: Palette,
  until: number,
): void {
  const first = job.bars[0];
  if (!first || job.from === null) return;
  const to = Math.max(job.to ?? until, first.from);
  if (to === first.from) return;
  const text = formatDurationWords(to - first.from);
  setUp(context, palette, palette.faint);
  const width = context.measureText(text).width;
  const end = xOf(Math.max(job.to ?? now, first.from), view, size.width);
  const after = end + height / 2 + GAP_PX;
  const before = Math.min(xOf(job.from, view, size.width), end - height / 2) - GAP_PX - width;
  const line = xOf(now, view, size.width);
  const limit = after < line ? Math.min(size.width, line - 2) : size.width;
  const y = top + height / 2 + 0.5;
  if (after + width <= limit) context.fillText(text, after, y);
  else if (before >= 0) context.fillText(text, before, y);
  else {
    const running = job.bars.findLast(({ state }) => state === "running");
    const left = running ? Math.max(0, xOf(running.from, view, size.width)) + GAP_PX : size.width;
    const right = running ? Math.min(size.width, xOf(drawnTo(running, until), view, size.width)) : 0;
    context.fillStyle = palette.surface;
    if (left + width + GAP_PX <= right) context.fillText(text, left, y);
  }
}

/** Where a job lies beside what is shown: an arrow to its side and when it was. @returns whether it does */
export function paintAside(
  context: CanvasRenderingContext2D,
  job: AxisJob,
  { top, height }: Box,
  { view, size, zone, now }: Scene,
  palette: Palette,
): boolean {
  if (job.from === null) return false;
  const earlier = Math.max(job.to ?? now, job.from) < view.from;
  if (!earlier && job.from <= view.to) return false;
  const y = top + height / 2;
  const when = formatShort(new Date(earlier ? (job.to ?? now) : job.from).toISOString(), zone, now);
  setUp(context, palette, palette.faint);
  const tip = earlier ? 5 : size.width - 5;
  const away = earlier ? 6 : -6;
  context.beginPath();
  context.moveTo(tip, y);
  context.lineTo(tip + away, y - 4);
  context.lineTo(tip + away, y + 4);
  context.fill();
  const width = earlier ? 0 : context.measureText(when).width;
  context.fillText(when, tip + 2 * away - width, y + 0.5);
  return true;
}
