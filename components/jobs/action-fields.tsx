"use client";

import { Field } from "@/components/ui/field";
import type { ActionTarget } from "@/components/jobs/action-door";
import type { ActionBody } from "@/lib/contract/action";
import type { JobAction } from "@/lib/jobs/action";
import { oneLine } from "@/lib/format/visible-text";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** `name=value`, one a line. */
function readVariables(lines: string): Record<string, string> | null {
  const entries = lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const pairs = entries.map((line) => /^([^=\s]+)\s*=\s*(.*)$/.exec(line));
  if (pairs.some((pair) => pair === null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""]));
}

/** The body of an action from its form, or what is wrong with it. */
export function readBody(action: JobAction, form: FormData): { body: ActionBody; problem: string | null } {
  const body: ActionBody = {};
  const reason = text(form, "reason");
  if (reason) body.reason = reason;
  if (action === "trigger" && form.has("resumeSavepoint")) body.resumeSavepoint = form.get("resumeSavepoint") === "yes";
  if (action === "delete") {
    body.dataId = text(form, "dataId");
    body.confirm = String(form.get("confirm") ?? "");
    if (!/^\d{1,18}$/.test(body.dataId)) return { body, problem: "The data id is a number." };
  }
  if (action === "trigger-sequence") {
    const ids = text(form, "fileIds")
      .split(/[\s,]+/)
      .filter(Boolean);
    if (ids.length === 0 || ids.some((id) => !/^\d+$/.test(id))) return { body, problem: "Give file ids as numbers." };
    body.fileIds = ids;
    const variables = readVariables(text(form, "variables"));
    if (variables === null) return { body, problem: "Give variables as name=value, one a line." };
    if (Object.keys(variables).length > 0) body.variables = variables;
  }
  return { body, problem: null };
}

/** Whether a job's details name a savepoint to go on from. */
function hasSavepoint(details: Record<string, unknown> | undefined): boolean {
  return typeof details?.savepointPath === "string" && details.savepointPath !== "";
}

function firstId(details: Record<string, unknown> | undefined, ...keys: string[]): string {
  const found = keys
    .map((key) => details?.[key])
    .find((value) => typeof value === "number" || typeof value === "string");
  return found === undefined ? "" : String(found);
}

function Savepoint() {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">This job has a savepoint</legend>
      <label className="flex items-center gap-2">
        <input type="radio" name="resumeSavepoint" value="yes" defaultChecked /> Go on from the savepoint
      </label>
      <label className="flex items-center gap-2">
        <input type="radio" name="resumeSavepoint" value="no" /> Start without it
      </label>
    </fieldset>
  );
}

/** What an action wants to know besides yes. */
export function ActionFields({ action, job }: { action: JobAction; job: ActionTarget }) {
  return (
    <>
      {action === "stop-with-savepoint" ? (
        <p className="text-muted">The job writes a savepoint first, and can go on from it later.</p>
      ) : null}
      {action === "trigger" && hasSavepoint(job.details) ? <Savepoint /> : null}
      {action === "trigger-sequence" ? (
        <>
          <Field label="File ids" required help="In the order of running, separated by commas.">
            {(control) => (
              <input
                {...control}
                name="fileIds"
                className="field"
                defaultValue={firstId(job.details, "fileId")}
                required
              />
            )}
          </Field>
          <Field label="Variables" help="name=value, one a line.">
            {(control) => <textarea {...control} name="variables" rows={3} className="field font-mono text-sm" />}
          </Field>
        </>
      ) : null}
      {action === "delete" ? (
        <>
          <Field label="Data id" required help="Which data of this job to delete.">
            {(control) => (
              <input
                {...control}
                name="dataId"
                inputMode="numeric"
                className="field"
                defaultValue={firstId(job.details, "dataId", "jobDataId")}
                required
              />
            )}
          </Field>
          <Field
            label="Type the job's name to confirm"
            required
            help={<span className="font-mono">{oneLine(job.name)}</span>}
          >
            {(control) => <input {...control} name="confirm" autoComplete="off" className="field" required />}
          </Field>
        </>
      ) : null}
      <Field label="Reason" help="Goes into the audit, for whoever asks later.">
        {(control) => <textarea {...control} name="reason" rows={2} maxLength={500} className="field" />}
      </Field>
    </>
  );
}
