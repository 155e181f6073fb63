import type { JobState } from "@/lib/jobs/state";

/** Flink's words for a task's and an operator's life, as the shapes and hues of our states. */
const FACES: Record<string, JobState> = {
  CREATED: "queued",
  SCHEDULED: "queued",
  INITIALIZING: "starting",
  DEPLOYING: "starting",
  RECONCILING: "starting",
  RESTARTING: "starting",
  RUNNING: "running",
  FINISHED: "succeeded",
  CANCELING: "stopping",
  CANCELLING: "stopping",
  CANCELED: "cancelled",
  FAILING: "failed",
  FAILED: "failed",
  SUSPENDED: "suspended",
};

/** The face of an engine's word; the word itself always stands beside it. */
export function operatorState(word: string): JobState {
  return FACES[word.toUpperCase()] ?? "unknown";
}

export interface BackpressureFace {
  word: string;
  tone: "good" | "caution" | "bad";
}

const BACKPRESSURE: Record<string, BackpressureFace> = {
  ok: { word: "none", tone: "good" },
  low: { word: "low", tone: "caution" },
  high: { word: "high", tone: "bad" },
};

/** How far an operator is held up by those behind it; null where nobody said. */
export function backpressureFace(level: string | null): BackpressureFace | null {
  if (level === null) return null;
  return BACKPRESSURE[level.toLowerCase()] ?? { word: level, tone: "caution" };
}
