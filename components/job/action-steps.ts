import { OUTCOME_FACE } from "@/components/jobs/state-face";
import type { JobDetail } from "@/lib/contract/job";
import { isEnding, type JobAction } from "@/lib/jobs/action";

export type ActionEvent = Extract<JobDetail["events"][number], { type: "action" }>;
export type Step = { word: string; look: "done" | "ahead" | "bad" | "doubt" };
type Told = Pick<ActionEvent, "action" | "outcome" | "acceptedAt">;

const ASKED: Step = { word: "Asked", look: "done" };
const ACCEPTED: Step = { word: "Accepted by the vendor", look: "done" };
const TO_COME: Step = { word: "Taken effect", look: "ahead" };
const UNANSWERED: Step = { word: "No clear answer from the vendor", look: "doubt" };

/** The road of an action, and how far it has come. Nothing is called accepted that the vendor did not accept. */
export function stepsOf(event: Told): readonly Step[] {
  const { outcome, acceptedAt } = event;
  const accepted = acceptedAt === null ? [] : [ACCEPTED];
  const answered = acceptedAt === null ? UNANSWERED : ACCEPTED;
  switch (outcome) {
    case "asked":
      return [ASKED, { ...ACCEPTED, look: "ahead" }, TO_COME];
    case "accepted":
      return [ASKED, ACCEPTED, TO_COME];
    case "confirmed":
      return [ASKED, answered, { word: "Confirmed", look: "done" }];
    case "overtaken":
      return [ASKED, ...accepted, { word: "Overtaken: it ended by itself first", look: "doubt" }];
    case "unconfirmed":
      return [ASKED, answered, { word: `Unconfirmed: ${unseen(event.action)} in ten minutes`, look: "doubt" }];
    case "refused":
      return [ASKED, ...accepted, { word: accepted.length ? "Then not done" : "Refused by the vendor", look: "bad" }];
    case "unknown":
      return [ASKED, UNANSWERED, { word: "The next reading decides", look: "ahead" }];
  }
}

/** What readings would have shown, had it taken effect. */
function unseen(action: JobAction): string {
  if (isEnding(action)) return "no end seen";
  return action === "delete" ? "its data not seen to go" : "no newer run seen";
}

/** What its outcome means, and what to do. */
export function adviceOf({ action, outcome, acceptedAt }: Told): string | null {
  if (outcome === "unconfirmed") {
    const begin = acceptedAt === null ? "The vendor gave no clear answer" : "The vendor accepted it";
    return `${begin}, and ten minutes later: ${unseen(action)}. Look in the vendor's console, or ask again.`;
  }
  if (outcome === "refused" && acceptedAt !== null) {
    // That it may still run, and cost, is said above the course.
    return "The vendor accepted it and then could not do it.";
  }
  return OUTCOME_FACE[outcome].advice;
}
