"use client";

import { ACTION_PARTS } from "@/components/panels/action-parts";
import { Field } from "@/components/ui/field";
import type { ActionTarget } from "@/components/jobs/action-target";
import type { ActionBody } from "@/lib/contract/action";
import type { JobAction } from "@/lib/jobs/action";

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

/** What an action wants to know besides yes. */
export function ActionFields({ action, job }: { action: JobAction; job: ActionTarget }) {
  const Part = ACTION_PARTS[job.kind]?.[action];
  return (
    <>
      {Part ? <Part job={job} /> : null}
      <Field label="Reason" help="Goes into the audit, for whoever asks later.">
        {(control) => <textarea {...control} name="reason" rows={2} maxLength={500} className="field" />}
      </Field>
    </>
  );
}
