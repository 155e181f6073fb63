import { AXIS_HEIGHT, type Scene, timeAt, xOf } from "@/components/timeline-page/geometry";
import type { Palette } from "@/components/timeline-page/palette";
import { dayLabel, type Tick } from "@/components/timeline-page/ticks";
import { formatMoment } from "@/lib/format/instant";

const MIDDLE = AXIS_HEIGHT / 2 - 1;

interface Look {
  palette: Palette;
  /** px */
  nowX: number;
  /** Where the pointer is, px; null: elsewhere. */
  cursor: number | null;
}

/** The ticks with their words; the day at the left, so that hours always have one; now, and the pointer's instant. */
export function paintAxis(
  context: CanvasRenderingContext2D,
  scene: Scene,
  ticks: readonly Tick[],
  { palette, nowX, cursor }: Look,
): void {
  const { size, view, zone, now } = scene;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, size.width, AXIS_HEIGHT - 1);
  context.fillStyle = palette.line;
  context.fillRect(0, AXIS_HEIGHT - 1, size.width, 1);
  context.textBaseline = "middle";
  const small = `11.5px ${palette.font}`;
  const strong = `600 ${small}`;
  context.font = strong;
  const today = dayLabel(view.from, zone);
  // A day that begins near the left edge says it by itself.
  const pinned = ticks.some(({ day, at }) => day && xOf(at, view, size.width) < 90)
    ? 0
    : context.measureText(today).width;
  if (pinned > 0) {
    context.fillStyle = palette.text;
    context.fillText(today, 8, MIDDLE);
  }
  for (const { at, label, day } of ticks) {
    const x = Math.round(xOf(at, view, size.width));
    context.fillStyle = palette.strong;
    context.fillRect(x, AXIS_HEIGHT - 6, 1, 5);
    context.font = day ? strong : small;
    context.fillStyle = day ? palette.text : palette.faint;
    const width = context.measureText(label).width;
    const left = Math.min(Math.max(2, x - width / 2), size.width - width - 2);
    if (pinned === 0 || left > pinned + 18) context.fillText(label, left, MIDDLE);
  }
  if (nowX >= 0 && nowX <= size.width) {
    context.fillStyle = palette.accent;
    context.beginPath();
    context.moveTo(nowX - 4, AXIS_HEIGHT - 6);
    context.lineTo(nowX + 4, AXIS_HEIGHT - 6);
    context.lineTo(nowX, AXIS_HEIGHT);
    context.fill();
  }
  if (cursor === null) return;
  const instant = formatMoment(new Date(timeAt(cursor, view, size.width)).toISOString(), zone, now);
  context.font = small;
  const width = context.measureText(instant).width + 12;
  const left = Math.min(Math.max(0, cursor - width / 2), size.width - width);
  context.fillStyle = palette.text;
  context.beginPath();
  context.roundRect(left, 4, width, AXIS_HEIGHT - 9, 4);
  context.fill();
  context.fillStyle = palette.surface;
  context.fillText(instant, left + 6, MIDDLE);
}
