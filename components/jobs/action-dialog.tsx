"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { ActionFields, readBody } from "@/components/jobs/action-fields";
import { actionProblem, alreadyAsked } from "@/components/jobs/action-news";
import type { ActionTarget } from "@/components/jobs/action-target";
import { ACTION_FACE } from "@/components/jobs/state-face";
import { StateWord } from "@/components/jobs/state-badge";
import { useToldAction } from "@/components/jobs/use-told-action";
import { SequencePlan } from "@/components/panels/datameer/sequence-plan";
import { useWhyNoActions } from "@/components/session/online";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ActionAnswer } from "@/lib/contract/action";
import type { JobAction } from "@/lib/jobs/action";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

function Choice({
  actions,
  action,
  onChoose,
}: {
  actions: readonly JobAction[];
  action: JobAction;
  onChoose: (action: JobAction) => void;
}) {
  if (actions.length < 2) return null;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">How</legend>
      {actions.map((option) => (
        <label key={option} className="flex min-h-6 items-center gap-2">
          <input type="radio" name="action" checked={option === action} onChange={() => onChoose(option)} />
          {ACTION_FACE[option].label}
        </label>
      ))}
    </fieldset>
  );
}

/** What the vendor started and planned, where an action answers with it. */
function Accepted({ answer, connection }: { answer: ActionAnswer; connection: string }) {
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="info" live>
        The vendor accepted it. That is not yet done: the job&apos;s page shows when it takes effect.
      </Notice>
      {answer.started?.length ? (
        <p>
          Started:{" "}
          {answer.started.map((ref) => (
            <Link key={`${ref.kind} ${ref.id}`} href={routes.job(ref)} prefetch={false} className="mr-2 underline">
              {ref.kind} {ref.id}
            </Link>
          ))}
        </p>
      ) : null}
      {answer.plan?.length ? (
        <section>
          <h3 className="mb-1">The plan that came back</h3>
          <SequencePlan plan={answer.plan} connection={connection} />
        </section>
      ) : null}
    </div>
  );
}

/** Asks for one action, with a reason, and tells the truth about what came of it. */
export function ActionDialog({
  job,
  actions,
  onClose,
}: {
  job: ActionTarget;
  actions: readonly JobAction[];
  onClose: () => void;
}) {
  const [action, setAction] = useState<JobAction>(actions[0] ?? "cancel");
  const [wrong, setWrong] = useState<string | null>(null);
  const why = useWhyNoActions();
  const face = ACTION_FACE[action];
  const name = shorten(oneLine(job.name), 90);
  const mutation = useToldAction(job, name, onClose);
  const problem = mutation.error ? actionProblem(mutation.error) : null;
  const title = actions.length > 1 ? `Stop ${name}` : `${face.label} ${name}`;
  const answer = mutation.data;
  const stays = answer && (answer.plan?.length || answer.started?.length);
  const already = answer && alreadyAsked(answer);
  const doubt = already ? `${already}.` : problem?.mayBeDone && !mutation.isPending ? problem.words : null;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (mutation.isPending) return;
    const read = readBody(action, new FormData(event.currentTarget));
    setWrong(read.problem);
    if (read.problem !== null) return;
    mutation.mutate({ ref: { connection: job.connection, kind: job.kind, id: job.id }, action, body: read.body });
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      description={
        <span className="flex flex-wrap items-center gap-x-2 text-sm">
          {job.connection} · {job.kind} · <StateWord state={job.state} vendorState={job.vendorState} />
        </span>
      }
    >
      {stays && answer ? (
        <div className="flex flex-col gap-3">
          <Accepted answer={answer} connection={job.connection} />
          <Button onClick={onClose} className="self-end">
            Close
          </Button>
        </div>
      ) : doubt ? (
        <div className="flex flex-col gap-3">
          <Notice tone="caution" live>
            {doubt}
          </Notice>
          <Button autoFocus onClick={onClose} className="self-end">
            Close
          </Button>
        </div>
      ) : (
        <form onSubmit={onSubmit} className="flex flex-col gap-3">
          <Choice actions={actions} action={action} onChoose={setAction} />
          <ActionFields action={action} job={job} />
          {wrong ? (
            <Notice tone="bad" live>
              {wrong}
            </Notice>
          ) : null}
          {problem ? (
            <Notice tone="bad" live>
              {problem.words}
            </Notice>
          ) : null}
          {mutation.isPending ? (
            <Notice tone="info" live>
              Asked. Waiting for the vendor&apos;s answer, 25 seconds at most…
            </Notice>
          ) : null}
          {why ? <Notice tone="caution">{why}: nothing can be asked now.</Notice> : null}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{face.danger && !mutation.isPending ? "Keep it" : "Close"}</Button>
            <Button
              type="submit"
              tone={face.danger ? "danger" : "primary"}
              disabled={why !== null}
              aria-disabled={mutation.isPending}
            >
              {mutation.isPending ? "Asking…" : face.confirm}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
