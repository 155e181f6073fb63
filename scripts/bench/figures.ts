import type { Figure } from "./figure";
import { dliSweep } from "./figures/dli-sweep";
import { engines } from "./figures/engines";
import { firstJavascript } from "./figures/first-javascript";
import { frames } from "./figures/frames";
import { freshness } from "./figures/freshness";
import { listRoute } from "./figures/list-route";
import { memory } from "./figures/memory";
import { timelineFrames } from "./figures/timeline-frames";
import { upserts } from "./figures/upserts";
import { vendorCalls } from "./figures/vendor-calls";

/** Every figure, in the order in which it is measured. */
export const FIGURES: readonly Figure[] = [
  firstJavascript,
  dliSweep,
  vendorCalls,
  freshness,
  frames,
  timelineFrames,
  upserts,
  engines,
  listRoute,
  memory,
];
