import { densityOf, STACK_ORDER } from "@/components/timeline-page/density";
import { BIN_PX, type Scene } from "@/components/timeline-page/geometry";
import type { GroupRow } from "@/components/timeline-page/lanes";
import { paintMark } from "@/components/timeline-page/paint-marks";
import type { Palette } from "@/components/timeline-page/palette";
import { isFinal, type JobState } from "@/lib/jobs/state";

const MARK_PX = 4.5;
/** Ends that somebody has to look at. */
const MARKED: readonly JobState[] = ["failed", "warning"];

/**
 * How many jobs are in each state, as a stack of their textures; ends stand on it, the bad ones with their shape. On top, as
 * silence is drawn, those of which nobody knows any more.
 */
export function paintDensity(
  context: CanvasRenderingContext2D,
  row: GroupRow,
  y: number,
  scene: Scene,
  palette: Palette,
): void {
  const count = Math.max(1, Math.ceil(scene.size.width / BIN_PX));
  const width = count * BIN_PX;
  const view = {
    from: scene.view.from,
    to: scene.view.from + ((scene.view.to - scene.view.from) * width) / scene.size.width,
  };
  const { bins, notKnown, peak } = densityOf(row.jobs, view, count, scene.now);
  const unit = (row.height - 10 - 2 * MARK_PX) / Math.max(peak, 1);
  const marks: { state: JobState; x: number; y: number }[] = [];
  bins.forEach((bin, index) => {
    let base = y + row.height - 1;
    for (const state of STACK_ORDER) {
      const amount = bin[state];
      if (!amount) continue;
      const height = Math.max(1, amount * unit);
      const end = isFinal(state);
      context.fillStyle = end ? palette.hue[state] : palette.fill[state];
      context.fillRect(index * BIN_PX, base - height, end ? BIN_PX - 1 : BIN_PX, height);
      base -= height;
    }
    const silent = (notKnown[index] ?? 0) * unit;
    if (silent > 0) {
      context.fillStyle = palette.unknown;
      context.fillRect(index * BIN_PX, base - silent, BIN_PX, silent);
    }
    const x = (index + 0.5) * BIN_PX;
    const state = MARKED.find((one) => bin[one]);
    const last = marks.at(-1);
    if (state && (!last || x - last.x > 2 * MARK_PX)) marks.push({ state, x, y: base - MARK_PX - 1 });
  });
  for (const { state, ...place } of marks) {
    const look = { radius: MARK_PX, hue: palette.hue[state], surface: palette.surface };
    paintMark(context, state, { ...place, ...look });
  }
}
