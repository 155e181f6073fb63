import { problemWords } from "@/components/jobs/problem-words";
import { ACTION_FACE } from "@/components/jobs/state-face";
import type { ActionAnswer } from "@/lib/contract/action";
import type { JobAction } from "@/lib/jobs/action";
import { toApiProblem } from "@/lib/query/api-problem";

/** The browser's own codes: the request may have reached the server, and the server the vendor. */
const LOST = ["no_answer", "unexpected_answer"];

/** Why an action was not accepted, and whether it may have been done all the same: that is no refusal. */
export function actionProblem(error: unknown): { words: string; mayBeDone: boolean } {
  const { code } = toApiProblem(error);
  const words = problemWords(error);
  if (LOST.includes(code)) {
    return { words: `${words} Whether it was done is not known; the next reading decides.`, mayBeDone: true };
  }
  return { words, mayBeDone: code === "outcome_unknown" };
}

/** What is known of the same action that was asked before; null where the vendor has accepted it. */
export function alreadyAsked({ already }: ActionAnswer): string | null {
  if (already === undefined) return null;
  return `Already asked; ${already === "asked" ? "the vendor has not answered yet" : "whether it was done is not known"}`;
}

/** What came of an action, for whoever has closed its dialog meanwhile. @param name the job's, short */
export function actionNews(action: JobAction, name: string, outcome: { error: unknown } | { answer: ActionAnswer }) {
  const what = `${ACTION_FACE[action].label} ${name}`;
  if ("answer" in outcome) {
    const already = alreadyAsked(outcome.answer);
    if (already) return { text: `${what}: ${already}.`, tone: "plain" as const };
    return { text: `The vendor accepted: ${what}. Not yet in effect.`, tone: "plain" as const };
  }
  const { words, mayBeDone } = actionProblem(outcome.error);
  return { text: `${what}: ${words}`, tone: mayBeDone ? ("plain" as const) : ("bad" as const) };
}
