import { serverNow } from "@/components/time/now";
import type { AxisStore } from "@/components/timeline-page/axis-store";
import { AXIS_HEIGHT, type Hit, hitAt, type Scene } from "@/components/timeline-page/geometry";
import { type Row, rowsBetween } from "@/components/timeline-page/lanes";
import { paint } from "@/components/timeline-page/paint";
import { type Palette, readPalette, watchTheme } from "@/components/timeline-page/palette";
import type { Zone } from "@/lib/format/instant";

export interface Painted {
  rows: readonly Row[];
  zone: Zone;
  listedFrom: number | null;
}

/** Keeps a canvas drawn: at most once a frame, and each second while it follows now. */
export class Painter {
  #palette: Palette;
  #frame = 0;
  #what: Painted = { rows: [], zone: "utc", listedFrom: null };
  #pointed: string | null = null;
  #cursor: number | null = null;
  readonly #ends: (() => void)[] = [];

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly scroller: HTMLElement,
    private readonly axis: AxisStore,
  ) {
    this.#palette = readPalette(scroller);
    const schedule = () => this.schedule();
    const observer = new ResizeObserver(schedule);
    observer.observe(canvas);
    const timer = setInterval(schedule, 1000);
    scroller.addEventListener("scroll", schedule, { passive: true });
    this.#ends.push(
      axis.subscribe(() => this.#draw()),
      () => observer.disconnect(),
      () => clearInterval(timer),
      () => scroller.removeEventListener("scroll", schedule),
      watchTheme(() => {
        this.#palette = readPalette(scroller);
        this.schedule();
      }),
    );
  }

  show(what: Painted): void {
    this.#what = what;
    this.schedule();
  }

  /** Nothing is pointed at any more; the pointer is where it was. */
  unpoint(): void {
    this.point(null, this.#cursor);
  }

  /** @param cursor where the pointer is in the drawing, px; null: elsewhere */
  point(key: string | null, cursor: number | null = null): void {
    if (key === this.#pointed && cursor === this.#cursor) return;
    this.#pointed = key;
    this.#cursor = cursor;
    this.schedule();
  }

  hit(x: number, y: number): Hit {
    return hitAt(x, y, this.#scene());
  }

  schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    for (const end of this.#ends) end();
  }

  #scene(): Scene {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const { scrollTop } = this.scroller;
    const now = serverNow();
    const rows = rowsBetween(this.#what.rows, scrollTop, scrollTop + height - AXIS_HEIGHT);
    return {
      rows,
      view: this.axis.view(now),
      size: { width, height },
      scrollTop,
      now,
      listedFrom: this.#what.listedFrom,
      zone: this.#what.zone,
    };
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const scene = this.#scene();
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(scene.size.width * ratio);
    const height = Math.round(scene.size.height * ratio);
    if (width === 0 || height === 0) return;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    // Nothing shows through it: an opaque one is quicker to put on the screen.
    const context = this.canvas.getContext("2d", { alpha: false });
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context, scene, { palette: this.#palette, pointed: this.#pointed, cursor: this.#cursor });
  }
}
