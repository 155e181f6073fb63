"use client";

import { Button } from "@/components/ui/button";
import { handsFocusOn } from "@/components/ui/hand-focus-on";
import { ACTION_FACE } from "@/components/jobs/state-face";
import { useAskAction } from "@/components/jobs/action-door";
import { Age } from "@/components/time/instant";
import { useWhyNoActions } from "@/components/session/online";
import type { Job } from "@/lib/contract/job";
import { isEnding } from "@/lib/jobs/action";
import { oneLine, shorten } from "@/lib/format/visible-text";

/** Who asked for what, as long as it is open; on two lines where the row has them. */
export function PendingWords({ pending }: { pending: NonNullable<Job["pendingAction"]> }) {
  const who = pending.by.split(/[@ ]/)[0];
  const word = pending.status === "unknown" ? "Unknown" : pending.status === "accepted" ? "Accepted" : "Asked";
  return (
    <span
      className="line-clamp-2 text-left text-sm leading-4 whitespace-normal text-faint [.compact_&]:truncate [.job-card_&]:whitespace-nowrap"
      title={`${ACTION_FACE[pending.action].label}: ${pending.status}, by ${pending.by}`}
    >
      {word} · {who} · <Age iso={pending.at} />
    </span>
  );
}

/** The one action of a row: how to end this job. The others are on its page. */
export function RowAction({ job }: { job: Job }) {
  const ask = useAskAction();
  const why = useWhyNoActions();
  if (job.pendingAction) return <PendingWords pending={job.pendingAction} />;
  const endings = job.actions.filter(isEnding);
  if (endings.length === 0) return <span className="sr-only">none</span>;
  const label = endings.includes("cancel") ? "Cancel" : "Stop";
  return (
    <Button
      ref={handsFocusOn}
      tone="danger"
      small
      disabled={why !== null}
      title={why ?? undefined}
      aria-label={`${label} ${shorten(oneLine(job.name), 120)}`}
      onClick={() => ask(job, endings)}
    >
      {label}
    </Button>
  );
}
