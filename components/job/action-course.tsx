import { clsx } from "clsx";
import { CircleCheck, CircleDashed, CircleHelp, CircleX } from "lucide-react";
import { ACTION_FACE, OUTCOME_FACE } from "@/components/jobs/state-face";
import { FullInstant } from "@/components/time/instant";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import type { ActionOutcome } from "@/lib/jobs/action";
import { visibleText } from "@/lib/format/visible-text";

type ActionEvent = Extract<JobDetail["events"][number], { type: "action" }>;
type Step = { word: string; look: "done" | "now" | "ahead" | "bad" | "doubt" };

/** The road of an action, and how far it has come. */
const COURSE: Record<ActionOutcome, readonly Step[]> = {
  asked: [
    { word: "Asked", look: "now" },
    { word: "Accepted by the vendor", look: "ahead" },
    { word: "Taken effect", look: "ahead" },
  ],
  accepted: [
    { word: "Asked", look: "done" },
    { word: "Accepted by the vendor", look: "now" },
    { word: "Taken effect", look: "ahead" },
  ],
  confirmed: [
    { word: "Asked", look: "done" },
    { word: "Accepted by the vendor", look: "done" },
    { word: "Confirmed", look: "done" },
  ],
  overtaken: [
    { word: "Asked", look: "done" },
    { word: "Overtaken: it ended by itself first", look: "doubt" },
  ],
  unconfirmed: [
    { word: "Asked", look: "done" },
    { word: "Accepted by the vendor", look: "done" },
    { word: "Unconfirmed: still active ten minutes later", look: "doubt" },
  ],
  refused: [
    { word: "Asked", look: "done" },
    { word: "Refused by the vendor", look: "bad" },
  ],
  unknown: [
    { word: "Asked", look: "done" },
    { word: "Unknown: no answer", look: "doubt" },
    { word: "The next reading decides", look: "ahead" },
  ],
};

const LOOKS: Record<Step["look"], { Icon: typeof CircleCheck; hue: string; word: string }> = {
  done: { Icon: CircleCheck, hue: "text-good", word: "done" },
  now: { Icon: CircleDashed, hue: "text-accent", word: "now" },
  ahead: { Icon: CircleDashed, hue: "text-faint", word: "not yet" },
  bad: { Icon: CircleX, hue: "text-danger", word: "no" },
  doubt: { Icon: CircleHelp, hue: "text-caution", word: "look" },
};

/** What became of the latest action, step by step, with who asked, when, why, and the vendor's words. */
export function ActionCourse({ events }: { events: JobDetail["events"] }) {
  const actions = events.filter((event): event is ActionEvent => event.type === "action");
  const latest = actions.reduce<ActionEvent | null>(
    (last, event) => (last && last.at >= event.at ? last : event),
    null,
  );
  if (!latest) return null;
  const face = OUTCOME_FACE[latest.outcome];
  return (
    <Panel
      title={`${ACTION_FACE[latest.action].label}: ${face.word.toLowerCase()}`}
      note={
        <>
          asked by {visibleText(latest.by)} at <FullInstant iso={latest.at} />
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <ol className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
          {COURSE[latest.outcome].map(({ word, look }) => {
            const { Icon, hue, word: said } = LOOKS[look];
            return (
              <li
                key={word}
                aria-current={look === "now" ? "step" : undefined}
                className={clsx("flex items-center gap-1.5", look === "ahead" ? "text-faint" : "font-medium")}
              >
                <Icon aria-hidden size={15} className={hue} />
                {word}
                <span className="sr-only">({said})</span>
              </li>
            );
          })}
        </ol>
        {latest.reason ? (
          <p>
            <span className="text-muted">Reason:</span> {visibleText(latest.reason)}
          </p>
        ) : null}
        {latest.vendorMessage ? (
          <p>
            <span className="text-muted">The vendor says:</span>{" "}
            <span className="font-mono text-sm [overflow-wrap:anywhere]">{visibleText(latest.vendorMessage)}</span>
          </p>
        ) : null}
        {face.advice ? <p className="text-muted">{face.advice}</p> : null}
        {latest.settledAt ? (
          <p className="text-sm text-faint">
            Settled at <FullInstant iso={latest.settledAt} />
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
