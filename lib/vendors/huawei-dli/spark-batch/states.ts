import type { JobAction } from "@/lib/jobs/action";
import { isActive, type JobState } from "@/lib/jobs/state";
import { stateTable } from "@/lib/vendors/_shared/state-table";

/** DLI's words for a Spark batch (contract page 3.3); `/state` writes some of them with a capital. */
const STATES = {
  starting: "starting",
  running: "running",
  recovering: "starting",
  success: "succeeded",
  dead: "failed",
} as const satisfies Record<string, JobState>;

export const toJobState = stateTable(STATES);

/** The words that a batch has while it is not over, as the list's filter takes them. */
export const ACTIVE_WORDS = ["starting", "running", "recovering"] as const;

export function actionsIn(word: string): JobAction[] {
  const state = toJobState(word);
  return state !== "unknown" && isActive(state) ? ["cancel"] : [];
}
