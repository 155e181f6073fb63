import type { JobState } from "@/lib/jobs/state";

/** The shapes that ends have everywhere, drawn at a point: a tick, a cross, a triangle, a slashed ring. */
const SHAPES: Partial<Record<JobState, (context: CanvasRenderingContext2D, r: number, surface: string) => void>> = {
  succeeded: (context, r, surface) => {
    context.arc(0, 0, r, 0, 2 * Math.PI);
    context.fill();
    stroke(context, surface, [
      [-0.45 * r, 0],
      [-0.1 * r, 0.38 * r],
      [0.5 * r, -0.35 * r],
    ]);
  },
  failed: (context, r, surface) => {
    const a = 0.42 * r;
    context.moveTo(-a, -r);
    for (const [x, y] of [
      [a, -r],
      [r, -a],
      [r, a],
      [a, r],
      [-a, r],
      [-r, a],
      [-r, -a],
    ] as const)
      context.lineTo(x, y);
    context.fill();
    const c = 0.4 * r;
    stroke(context, surface, [
      [-c, -c],
      [c, c],
    ]);
    stroke(context, surface, [
      [c, -c],
      [-c, c],
    ]);
  },
  warning: (context, r, surface) => {
    context.moveTo(0, -r);
    context.lineTo(r, 0.85 * r);
    context.lineTo(-r, 0.85 * r);
    context.fill();
    stroke(context, surface, [
      [0, -0.3 * r],
      [0, 0.5 * r],
    ]);
  },
  cancelled: (context, r, surface) => {
    context.save();
    context.arc(0, 0, r - 0.8, 0, 2 * Math.PI);
    context.fillStyle = surface;
    context.fill();
    context.lineWidth = 1.5;
    context.stroke();
    const c = 0.6 * r;
    context.beginPath();
    context.moveTo(-c, c);
    context.lineTo(c, -c);
    context.stroke();
    context.restore();
  },
};

function stroke(context: CanvasRenderingContext2D, colour: string, points: readonly (readonly [number, number])[]) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.3;
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
  context.restore();
}

/** The smallest radius at which a shape can be told. */
const SMALLEST_PX = 4;
/** Ends that somebody has to look at keep their shape, if it must be beyond their track. */
const LOUD: readonly JobState[] = ["failed", "warning"];

/** An end's mark; where there is no room for its shape, a plain bar that stands out of its track. */
export function paintMark(
  context: CanvasRenderingContext2D,
  state: JobState,
  { x, y, radius: room, hue, surface }: { x: number; y: number; radius: number; hue: string; surface: string },
): void {
  const radius = LOUD.includes(state) ? Math.max(SMALLEST_PX, room) : room;
  context.fillStyle = context.strokeStyle = hue;
  const shape = SHAPES[state];
  if (radius < SMALLEST_PX || !shape) {
    context.fillRect(x - 1, y - radius - 1, 2, 2 * radius + 2);
    return;
  }
  context.save();
  context.translate(x, y);
  context.beginPath();
  shape(context, radius, surface);
  context.restore();
}
