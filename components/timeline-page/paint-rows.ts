import { type AxisJob, drawnTo, knownTo } from "@/components/timeline-page/axis-jobs";
import { isDense, MIN_BAR_PX, type Scene, trackBox, xOf } from "@/components/timeline-page/geometry";
import type { Row } from "@/components/timeline-page/lanes";
import { paintDensity } from "@/components/timeline-page/paint-density";
import { paintMark } from "@/components/timeline-page/paint-marks";
import { paintAside, paintLength, paintName } from "@/components/timeline-page/paint-words";
import type { Palette } from "@/components/timeline-page/palette";

interface Box {
  top: number;
  height: number;
}

function paintJob(
  context: CanvasRenderingContext2D,
  job: AxisJob,
  { top, height }: Box,
  { view, size, now }: Scene,
  palette: Palette,
  until: number,
): void {
  if (job.from === null || job.from > view.to || (job.to ?? now) < view.from) return;
  const at = (time: number) => Math.min(size.width + 20, Math.max(-20, xOf(time, view, size.width)));
  const middle = top + height / 2;
  const end = at(Math.max(job.to ?? until, job.from));
  context.fillStyle = palette.strong;
  context.fillRect(at(job.from), middle - 0.5, Math.max(1, end - at(job.from)), 1);
  let before: string | null = null;
  for (const bar of job.bars) {
    const from = at(bar.from);
    const hue = palette.hue[bar.state];
    const earliest = bar.earliest === null ? from : at(bar.earliest);
    if (from - earliest >= 1) {
      const gradient = context.createLinearGradient(earliest, 0, from, 0);
      gradient.addColorStop(0, before ?? "transparent");
      gradient.addColorStop(1, hue);
      context.fillStyle = gradient;
      context.fillRect(earliest, top + height * 0.2, from - earliest, height * 0.6);
    }
    before = hue;
    if (bar.final) continue;
    const to = at(drawnTo(bar, until));
    if (bar.to === bar.from && job.bars.length > 1) continue;
    const width = Math.max(MIN_BAR_PX, to - from);
    if (to < 0 && from < 0) continue;
    context.fillStyle = height >= 4 ? palette.fill[bar.state] : hue;
    context.fillRect(from, top, width, height);
    if (height >= 8 && width > 4 && bar.state !== "running") {
      context.strokeStyle = hue;
      context.lineWidth = 1;
      context.strokeRect(from + 0.5, top + 0.5, width - 1, height - 1);
    }
  }
  // It lasted when it was last known: since then, nobody knows.
  if (job.to === null && at(now) > end) {
    context.fillStyle = palette.unknown;
    context.fillRect(end, top, at(now) - end, height);
  }
  for (const bar of job.bars) {
    if (!bar.final) continue;
    const radius = Math.min(7, height / 2);
    const mark = { x: at(bar.from), y: middle, radius, hue: palette.hue[bar.state], surface: palette.surface };
    paintMark(context, bar.state, mark);
  }
}

/** From the last answer on, nothing is known: neither that it runs nor that it does not. */
function paintSilence(context: CanvasRenderingContext2D, row: Row, y: number, scene: Scene, palette: Palette): void {
  const since = row.connection.silentSince;
  if (since === null || row.type === "job") return;
  const from = Math.max(0, xOf(since, scene.view, scene.size.width));
  const to = Math.min(scene.size.width, xOf(scene.now, scene.view, scene.size.width));
  if (to <= from) return;
  context.fillStyle = palette.unknown;
  context.fillRect(from, y + 3, to - from, row.height - 7);
}

/** What lies under a row's bars and the axis' lines. */
export function paintGround(context: CanvasRenderingContext2D, row: Row, y: number, scene: Scene, palette: Palette) {
  if (row.type === "queue") {
    context.fillStyle = palette.sunken;
    context.globalAlpha = 0.6;
    context.fillRect(0, y, scene.size.width, row.height - 1);
    context.globalAlpha = 1;
  }
  paintSilence(context, row, y, scene, palette);
  context.fillStyle = palette.line;
  context.fillRect(0, y + row.height - 1, scene.size.width, 1);
}

/** One row's jobs at the height `y`. */
export function paintRow(
  context: CanvasRenderingContext2D,
  row: Row,
  y: number,
  scene: Scene,
  palette: Palette,
  pointed: string | null,
): void {
  if (row.type !== "job" && isDense(row)) paintDensity(context, row, y, scene, palette);
  else {
    const jobs = row.type === "job" ? [row.job] : row.jobs;
    // Newest first in the list: the oldest are painted first, so that what is new lies on top.
    for (let index = jobs.length - 1; index >= 0; index -= 1) {
      const job = jobs[index];
      if (!job) continue;
      const box = trackBox(row, row.type === "job" ? 0 : (row.packing.track[index] ?? 0));
      const place = { top: y + box.top, height: box.height };
      const until = knownTo(job, scene.now);
      paintJob(context, job, place, scene, palette, until);
      if (row.type !== "job") paintName(context, job, place, scene, palette, until);
      else if (!paintAside(context, job, place, scene, palette)) {
        paintLength(context, job, place, scene, palette, until);
      }
      if (job.key === pointed && job.from !== null) {
        const from = xOf(job.from, scene.view, scene.size.width);
        const to = xOf(Math.max(job.to ?? scene.now, job.from), scene.view, scene.size.width);
        context.strokeStyle = palette.accent;
        context.lineWidth = 2;
        context.strokeRect(from - 3, place.top - 2, Math.max(MIN_BAR_PX, to - from) + 6, place.height + 4);
      }
    }
  }
}
