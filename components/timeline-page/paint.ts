import { AXIS_HEIGHT, type Scene, xOf } from "@/components/timeline-page/geometry";
import { paintAxis } from "@/components/timeline-page/paint-axis";
import { paintGround, paintRow } from "@/components/timeline-page/paint-rows";
import type { Palette } from "@/components/timeline-page/palette";
import { ticksOf } from "@/components/timeline-page/ticks";

/** Room that a tick's words need. */
const TICK_PX = 84;

function paintUnlisted(context: CanvasRenderingContext2D, { listedFrom, view, size }: Scene, palette: Palette): void {
  if (listedFrom === null) return;
  const end = Math.min(size.width, xOf(listedFrom, view, size.width));
  if (end <= 0) return;
  context.fillStyle = palette.unlisted;
  context.fillRect(0, AXIS_HEIGHT, end, size.height);
}

/** Draws the axis and every row that is seen; a frame's whole work. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { palette, pointed, cursor }: { palette: Palette; pointed: string | null; cursor: number | null },
): void {
  const { size, view, rows, scrollTop, now, zone } = scene;
  // Textures fall on whole pixels: to blend between them would cost most of the frame.
  context.imageSmoothingEnabled = false;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, size.width, size.height);
  const { ticks } = ticksOf(view, Math.max(2, size.width / TICK_PX), zone);
  for (const row of rows) paintGround(context, row, AXIS_HEIGHT + row.top - scrollTop, scene, palette);
  paintUnlisted(context, scene, palette);
  for (const { at, day } of ticks) {
    const x = Math.round(xOf(at, view, size.width));
    context.globalAlpha = 0.55;
    context.fillStyle = day ? palette.strong : palette.line;
    context.fillRect(x, AXIS_HEIGHT, 1, size.height - AXIS_HEIGHT);
    context.globalAlpha = 1;
  }
  for (const row of rows) paintRow(context, row, AXIS_HEIGHT + row.top - scrollTop, scene, palette, pointed);
  const nowX = xOf(now, view, size.width);
  if (nowX >= 0 && nowX <= size.width) {
    context.fillStyle = palette.accent;
    context.fillRect(Math.round(nowX) - 0.5, AXIS_HEIGHT - 6, 1.5, size.height);
  }
  if (cursor !== null) {
    context.fillStyle = palette.mark;
    context.fillRect(Math.round(cursor), AXIS_HEIGHT, 1, size.height);
  }
  paintAxis(context, scene, ticks, { palette, nowX, cursor });
}
