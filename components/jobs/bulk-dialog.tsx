"use client";

import type { FormEvent } from "react";
import { BULK_MOST, BULK_TYPED, type BulkPlan, sharesOf } from "@/components/jobs/bulk-plan";
import { BulkRow } from "@/components/jobs/bulk-row";
import type { BulkResults } from "@/components/jobs/bulk-run";
import { ACTION_FACE } from "@/components/jobs/state-face";
import { BULK_END, useBulk } from "@/components/jobs/use-bulk";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Job } from "@/lib/contract/job";
import { formatCount, plural } from "@/lib/format/number";
import { refKey } from "@/lib/jobs/ref";

/** Of the jobs that are left alone so many are named; the others are counted. */
const LEFT_NAMED = 100;

type Phase = ReturnType<typeof useBulk>["phase"];

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

function Rows({ plan, results, phase }: { plan: BulkPlan; results: BulkResults; phase: Phase }) {
  const more = plan.left.length - LEFT_NAMED;
  return (
    <tbody>
      {plan.asked.map(({ job, action }) => {
        const result = results.get(refKey(job));
        const before = phase === "preview" ? ACTION_FACE[action].label : phase === "done" ? "Not sent" : "Waiting…";
        return <BulkRow key={refKey(job)} job={job} words={result?.words ?? before} tone={result?.tone} />;
      })}
      {plan.left.slice(0, LEFT_NAMED).map(({ job, why }) => (
        <BulkRow key={refKey(job)} job={job} words={`Left alone: ${why}`} faint />
      ))}
      {more > 0 ? (
        <tr className="text-faint">
          <td colSpan={3}>{formatCount(more)} more are left alone</td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** How far it is, in one line. */
function progressWords(count: number, results: BulkResults, phase: Phase): string {
  const silent = [...results.values()].filter((result) => result.silent).length;
  const unsent = phase === "done" ? count - results.size : 0;
  return [
    `${results.size - silent} of ${count} answered`,
    ...(silent > 0 ? [`${silent} without an answer`] : []),
    ...(unsent > 0 ? [`${unsent} not sent`] : []),
  ].join(", ");
}

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
  const { plan, results, phase, end, stopping, why, run, abort } = useBulk(jobs);
  const count = plan.asked.length;
  const typed = count > BULK_TYPED;
  const close = () => {
    // What did not fit into this go stays chosen for the next.
    if (phase === "done" && plan.over === 0) onDone();
    onClose();
  };
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (phase !== "preview" || why !== null) return;
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
          : progressWords(count, results, phase)
      }
      closable={phase !== "sending"}
      onClose={close}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <Shares plan={plan} />
        {plan.over > 0 ? (
          <Notice tone="caution">
            {BULK_MOST} jobs at most are asked in one go: {formatCount(plan.over)} more stay chosen. Open this again for
            the next ones.
          </Notice>
        ) : null}
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
            <Rows plan={plan} results={results} phase={phase} />
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
        {end !== null && end !== "all" ? <Notice tone="caution">{BULK_END[end]}.</Notice> : null}
        {why !== null && phase === "preview" ? <Notice tone="caution">{why}: nothing can be asked now.</Notice> : null}
        <div className="flex justify-end gap-2">
          {phase === "sending" ? (
            <Button onClick={abort} aria-disabled={stopping}>
              {stopping ? "Stopping…" : "Stop asking"}
            </Button>
          ) : (
            <Button onClick={close}>{phase === "done" ? "Close" : "Keep them"}</Button>
          )}
          {phase === "preview" ? (
            <Button type="submit" tone="danger" disabled={why !== null}>
              Cancel {plural(count, "job")}
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
