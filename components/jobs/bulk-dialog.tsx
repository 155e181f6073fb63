"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { BULK_PART, BULK_TYPED, type BulkPlan, planBulk, sharesOf } from "@/components/jobs/bulk-plan";
import { problemWords } from "@/components/jobs/problem-words";
import { ACTION_FACE } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Job } from "@/lib/contract/job";
import { plural } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { refKey } from "@/lib/jobs/ref";
import { ApiProblem } from "@/lib/query/api-problem";
import { jobQueries } from "@/lib/query/jobs";
import { sendBulk } from "@/lib/query/use-job-action";

/** Between two requests: the vendors are asked politely. */
const PAUSE_MS = 300;

type Result = { tone: string; words: string };

function resultOf(item: Awaited<ReturnType<typeof sendBulk>>["items"][number]): Result {
  if (item.answer) return { tone: "text-good", words: "Accepted by the vendor, not yet in effect" };
  const problem = item.problem;
  if (!problem) return { tone: "text-caution", words: "No answer for this one" };
  const error = new ApiProblem({
    code: problem.code,
    status: problem.status,
    detail: problem.detail ?? null,
    state: problem.state ?? null,
  });
  return { tone: problem.code === "outcome_unknown" ? "text-caution" : "text-danger", words: problemWords(error) };
}

function useBulk(jobs: readonly Job[]) {
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [phase, setPhase] = useState<"preview" | "sending" | "done">("preview");
  const stop = useRef(false);
  const client = useQueryClient();
  // What was confirmed is what is sent: polls that come in meanwhile change nothing.
  const [plan] = useState(() => planBulk(jobs));

  async function run(reason: string | undefined) {
    setPhase("sending");
    let sent = 0;
    for (let at = 0; at < plan.asked.length && !stop.current; at += BULK_PART) {
      if (at > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (stop.current) break;
      const part = plan.asked.slice(at, at + BULK_PART);
      sent += part.length;
      const asked = part.map(({ job, action }) => {
        const { connection, kind, id } = job;
        return { ref: { connection, kind, id }, action };
      });
      try {
        const { items } = await sendBulk(asked, reason);
        setResults((before) => new Map([...before, ...items.map((item) => [refKey(item), resultOf(item)] as const)]));
      } catch (error) {
        const result = { tone: "text-danger", words: problemWords(error) };
        setResults((before) => new Map([...before, ...asked.map(({ ref }) => [refKey(ref), result] as const)]));
      }
    }
    setPhase("done");
    announce(sent < plan.asked.length ? "Stopped: the others were not sent" : "All answers are in");
    void client.invalidateQueries({ queryKey: jobQueries.all });
  }
  return { plan, results, phase, run, abort: () => (stop.current = true) };
}

/** How many of which connection, before anything is sent. */
function Shares({ plan }: { plan: BulkPlan }) {
  return (
    <ul aria-label="By connection" className="flex flex-wrap gap-x-4 gap-y-1">
      {sharesOf(plan).map(({ connection, asked, left }) => (
        <li key={connection}>
          <span className="font-medium">{connection}</span>: {asked} asked{left > 0 ? `, ${left} left alone` : ""}
        </li>
      ))}
    </ul>
  );
}

/** Below the name, where there is no room for a column of its own. */
const Where = ({ job }: { job: Job }) => (
  <span className="block font-sans text-faint sm:hidden">
    {job.connection} · {job.kind}
  </span>
);

/** Exactly what will be asked, the asking, and what came of each. */
export function BulkDialog({
  jobs,
  onClose,
  onDone,
}: {
  jobs: readonly Job[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { plan, results, phase, run, abort } = useBulk(jobs);
  const count = plan.asked.length;
  const typed = count > BULK_TYPED;
  const close = () => {
    abort();
    if (phase === "done") onDone();
    onClose();
  };
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (typed && String(form.get("count")).trim() !== String(count)) return;
    void run(String(form.get("reason") ?? "").trim() || undefined);
  }
  return (
    <Dialog
      wide
      title={`Cancel ${plural(count, "job")}`}
      description={
        phase === "preview"
          ? "This is what will be asked, each of its own vendor."
          : `${results.size} of ${count} answered${phase === "done" && results.size < count ? `, ${count - results.size} not sent` : ""}`
      }
      onClose={close}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <Shares plan={plan} />
        <div
          className="max-h-[44dvh] overflow-auto rounded-md border border-line"
          tabIndex={0}
          role="region"
          aria-label="Jobs"
        >
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">Job</th>
                <th scope="col" className="max-sm:hidden">
                  Where
                </th>
                <th scope="col">{phase === "preview" ? "What is asked" : "Result"}</th>
              </tr>
            </thead>
            <tbody>
              {plan.asked.map(({ job, action }) => {
                const result = results.get(refKey(job));
                return (
                  <tr key={refKey(job)}>
                    <td className="max-w-72 font-mono text-sm [overflow-wrap:anywhere]">
                      <span className="flex items-start gap-1.5">
                        <span className="mt-0.5">
                          <StateIcon state={job.state} named />
                        </span>
                        {shorten(oneLine(job.name), 120)}
                      </span>
                      <Where job={job} />
                    </td>
                    <td className="text-muted max-sm:hidden">
                      {job.connection} · {job.kind}
                    </td>
                    <td className={result?.tone}>
                      {result?.words ??
                        (phase === "preview" ? ACTION_FACE[action].label : phase === "done" ? "Not sent" : "Waiting…")}
                    </td>
                  </tr>
                );
              })}
              {plan.left.map(({ job, why }) => (
                <tr key={refKey(job)} className="text-faint">
                  <td className="max-w-72 font-mono text-sm [overflow-wrap:anywhere]">
                    <span className="flex items-start gap-1.5">
                      <span className="mt-0.5">
                        <StateIcon state={job.state} named />
                      </span>
                      {shorten(oneLine(job.name), 120)}
                    </span>
                    <Where job={job} />
                  </td>
                  <td className="max-sm:hidden">
                    {job.connection} · {job.kind}
                  </td>
                  <td>Left alone: {why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {phase === "preview" ? (
          <>
            <Field label="Reason" help="Goes into the audit with each of them.">
              {(control) => <textarea {...control} name="reason" rows={2} maxLength={500} className="field" />}
            </Field>
            {typed ? (
              <Field label={`Type ${count} to confirm`} required>
                {(control) => (
                  <input
                    {...control}
                    name="count"
                    inputMode="numeric"
                    autoComplete="off"
                    pattern={String(count)}
                    required
                    className="field"
                  />
                )}
              </Field>
            ) : null}
          </>
        ) : null}
        <div className="flex justify-end gap-2">
          {phase === "sending" ? (
            <Button onClick={abort}>Stop asking</Button>
          ) : (
            <Button onClick={close}>{phase === "done" ? "Close" : "Keep them"}</Button>
          )}
          {phase === "preview" ? (
            <Button type="submit" tone="danger">
              Cancel {plural(count, "job")}
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
