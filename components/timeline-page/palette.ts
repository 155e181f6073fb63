import { JOB_STATES, type JobState } from "@/lib/jobs/state";

/** The theme's colours as the canvas takes them, and a texture per state: hue is never alone. */
export interface Palette {
  hue: Record<JobState, string>;
  fill: Record<JobState, string | CanvasPattern>;
  unknown: string | CanvasPattern;
  unlisted: string | CanvasPattern;
  surface: string;
  sunken: string;
  line: string;
  strong: string;
  mark: string;
  text: string;
  faint: string;
  accent: string;
  font: string;
}

type Draw = (context: CanvasRenderingContext2D, size: number) => void;

const diagonal =
  (gap: number, width: number, back = false): Draw =>
  (context, size) => {
    context.lineWidth = width;
    for (let x = -size; x < 2 * size; x += gap) {
      context.beginPath();
      context.moveTo(back ? x + size : x, 0);
      context.lineTo(back ? x : x + size, size);
      context.stroke();
    }
  };
const stripes: Draw = (context, size) => {
  for (let y = 0; y < size; y += 4) context.fillRect(0, y, size, 2);
};
const dots: Draw = (context, size) => {
  for (let x = 2; x < size; x += 4) for (let y = 2; y < size; y += 4) context.fillRect(x - 1, y - 1, 2, 2);
};

/** What waits is thinly hatched, what starts closely, what stops the other way; only work fills a bar. */
const TEXTURES: Partial<Record<JobState, Draw>> = {
  draft: diagonal(12, 1),
  queued: diagonal(6, 1),
  starting: diagonal(4, 1.6),
  suspended: stripes,
  stopping: diagonal(4, 1.6, true),
  unknown: dots,
};

/** The states whose bars are not plain. */
export const TEXTURED: ReadonlySet<JobState> = new Set(JOB_STATES.filter((state) => TEXTURES[state]));

const TILE = 12;

/** @param base how strong the ground below the strokes is, `stroke` how strong they are, 0…1 */
function texture(hue: string, draw: Draw, base: number, stroke = 1): string | CanvasPattern {
  const ratio = Math.max(1, Math.round(window.devicePixelRatio));
  const tile = document.createElement("canvas");
  tile.width = tile.height = TILE * ratio;
  const context = tile.getContext("2d");
  if (!context) return hue;
  context.scale(ratio, ratio);
  context.globalAlpha = base;
  context.fillStyle = context.strokeStyle = hue;
  context.fillRect(0, 0, TILE, TILE);
  context.globalAlpha = stroke;
  draw(context, TILE);
  const pattern = context.createPattern(tile, "repeat");
  if (ratio > 1) pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? hue;
}

/** Reads the tokens where they apply; `light-dark()` is resolved by the browser. */
export function readPalette(place: HTMLElement): Palette {
  const probe = document.createElement("span");
  place.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const hue = Object.fromEntries(JOB_STATES.map((state) => [state, read(state)])) as Record<JobState, string>;
  const fill = Object.fromEntries(
    JOB_STATES.map((state) => {
      const draw = TEXTURES[state];
      return [state, draw ? texture(hue[state], draw, 0.2) : hue[state]];
    }),
  ) as Palette["fill"];
  const palette: Palette = {
    hue,
    fill,
    unknown: texture(read("mark"), diagonal(6, 1, true), 0),
    unlisted: texture(read("mark"), diagonal(6, 1, true), 0, 0.35),
    surface: read("surface"),
    sunken: read("sunken"),
    line: read("line"),
    strong: read("line-strong"),
    mark: read("mark"),
    text: read("text"),
    faint: read("faint"),
    accent: read("accent"),
    font: getComputedStyle(place).fontFamily,
  };
  probe.remove();
  return palette;
}

/** Calls when the theme changes, by choice or by the system. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const media = window.matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", changed);
  };
}
