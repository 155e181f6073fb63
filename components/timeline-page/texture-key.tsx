"use client";

import { useEffect, useRef } from "react";
import { STATE_ORDER, STATE_WORD } from "@/components/jobs/state-face";
import { readPalette, TEXTURED, watchTheme } from "@/components/timeline-page/palette";
import type { JobState } from "@/lib/jobs/state";

const [WIDTH, HEIGHT] = [20, 10];

/** One state's texture, as bars have it. */
function Swatch({ state }: { state: JobState }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element?.parentElement || !context) return;
    const place = element.parentElement;
    const draw = () => {
      const ratio = Math.max(1, Math.round(window.devicePixelRatio));
      [element.width, element.height] = [WIDTH * ratio, HEIGHT * ratio];
      const { fill, hue } = readPalette(place);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.fillStyle = fill[state];
      context.fillRect(0, 0, WIDTH, HEIGHT);
      context.strokeStyle = hue[state];
      context.strokeRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1);
    };
    draw();
    return watchTheme(draw);
  }, [state]);
  return <canvas ref={canvas} aria-hidden style={{ width: WIDTH, height: HEIGHT }} />;
}

/** What the textures mean of those states that occur; what only works or has ended needs no key. */
export function TextureKey({ states }: { states: ReadonlySet<JobState> }) {
  const shown = STATE_ORDER.filter((state) => states.has(state) && TEXTURED.has(state));
  return (
    <ul aria-label="What the textures mean" className="flex min-w-0 items-center gap-3 overflow-hidden">
      {shown.map((state) => (
        <li key={state} className="flex shrink-0 items-center gap-1.5">
          <Swatch state={state} />
          {STATE_WORD[state]}
        </li>
      ))}
    </ul>
  );
}
