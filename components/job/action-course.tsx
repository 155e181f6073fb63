import { clsx } from "clsx";
import { CircleCheck, CircleDashed, CircleHelp, CircleX } from "lucide-react";
import { ActionBrought } from "@/components/job/action-brought";
import { type ActionEvent, adviceOf, type Step, stepsOf } from "@/components/job/action-steps";
import { ACTION_FACE, OUTCOME_FACE } from "@/components/jobs/state-face";
import { FullInstant } from "@/components/time/instant";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { visibleText } from "@/lib/format/visible-text";

const LOOKS: Record<Step["look"], { Icon: typeof CircleCheck; hue: string; word: string }> = {
  done: { Icon: CircleCheck, hue: "text-good", word: "done" },
  ahead: { Icon: CircleDashed, hue: "text-faint", word: "not yet" },
  bad: { Icon: CircleX, hue: "text-danger", word: "no" },
  doubt: { Icon: CircleHelp, hue: "text-caution", word: "look" },
};

/** What became of the latest action, step by step, with who asked, when, why, what it started, and the vendor's words. */
export function ActionCourse({ events, connection }: Pick<JobDetail, "events" | "connection">) {
  const actions = events.filter((event): event is ActionEvent => event.type === "action");
  const latest = actions.reduce<ActionEvent | null>(
    (last, event) => (last && last.at >= event.at ? last : event),
    null,
  );
  if (!latest) return null;
  const advice = adviceOf(latest);
  const steps = stepsOf(latest);
  const ahead = steps.findIndex(({ look }) => look === "ahead");
  return (
    <Panel
      title={`${ACTION_FACE[latest.action].label}: ${OUTCOME_FACE[latest.outcome].word.toLowerCase()}`}
      note={
        <>
          asked by {visibleText(latest.by)} at <FullInstant iso={latest.at} />
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <ol className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
          {steps.map(({ word, look }, index) => {
            const { Icon, hue, word: said } = LOOKS[look];
            return (
              <li
                key={word}
                aria-current={index === ahead - 1 ? "step" : undefined}
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
        {advice ? <p className="text-muted">{advice}</p> : null}
        <ActionBrought event={latest} connection={connection} />
        {(latest.acceptedAt ?? latest.settledAt) ? (
          <p className="flex flex-wrap gap-x-4 text-sm text-faint">
            {latest.acceptedAt ? (
              <span>
                Accepted at <FullInstant iso={latest.acceptedAt} />
              </span>
            ) : null}
            {latest.settledAt ? (
              <span>
                Settled at <FullInstant iso={latest.settledAt} />
              </span>
            ) : null}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
