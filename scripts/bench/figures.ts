import type { Figure } from "./figure";
import { changedPixel } from "./figures/changed-pixel";
import { dliSweep } from "./figures/dli-sweep";
import { engines } from "./figures/engines";
import { firstJavascript } from "./figures/first-javascript";
import { frames } from "./figures/frames";
import { freshness } from "./figures/freshness";
import { fullStore } from "./figures/full-store";
import { listRoute } from "./figures/list-route";
import { memory } from "./figures/memory";
import { scroll } from "./figures/scroll";
import { timelineFrames } from "./figures/timeline-frames";
import { touchedCells } from "./figures/touched-cells";
import { upserts } from "./figures/upserts";
import { vendorCalls } from "./figures/vendor-calls";

/** Every figure, in the order in which it is measured. */
export const FIGURES: readonly Figure[] = [
  firstJavascript,
  dliSweep,
  vendorCalls,
  freshness,
  changedPixel,
  touchedCells,
  fullStore,
  scroll,
  frames,
  timelineFrames,
  upserts,
  engines,
  listRoute,
  memory,
];
