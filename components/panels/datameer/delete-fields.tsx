"use client";

import { useState } from "react";
import type { ActionTarget } from "@/components/jobs/action-target";
import { type DataChoice, dataChoices } from "@/components/panels/datameer/data-choices";
import { FullInstant } from "@/components/time/instant";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

function Choices({ choices, chosen }: { choices: readonly DataChoice[]; chosen: string }) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">Which data to delete</legend>
      {choices.map(({ id, at, timestamp, recordCount }) => (
        <label key={id} className="flex min-h-6 items-start gap-2">
          <input
            className="mt-0.5 shrink-0"
            type="radio"
            name="dataId"
            value={id}
            defaultChecked={id === chosen}
            required
          />
          <span>
            <span className="font-mono text-sm">{id}</span>
            <span className="text-muted">
              {at || timestamp ? <> · from {at ? <FullInstant iso={at} /> : oneLine(timestamp ?? "")}</> : null}
              {recordCount === null ? null : ` · ${formatCount(recordCount)} records`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The name as it is shown: a name with characters that cannot be typed can still be confirmed. */
function NameTyped({ name }: { name: string }) {
  const [typed, setTyped] = useState("");
  const shown = oneLine(name);
  const matches = typed.trim() === shown;
  return (
    <>
      <Field label="Type the job's name to confirm" required help={<span className="font-mono">{shown}</span>}>
        {(control) => (
          <input
            {...control}
            ref={(input) => input?.setCustomValidity(matches ? "" : "This is not the job's name.")}
            autoComplete="off"
            className="field"
            required
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <input type="hidden" name="confirm" value={matches ? name : typed} />
    </>
  );
}

/** Which of the artifact's data sets to delete, and the name typed out: it cannot be undone. */
export function DeleteFields({ job }: { job: ActionTarget }) {
  const { choices, chosen } = dataChoices(job.details);
  return (
    <>
      <Notice tone="caution">
        The stored results are deleted at Datameer for good. The definition and its runs stay.
      </Notice>
      {choices.length > 0 ? (
        <Choices choices={choices} chosen={chosen} />
      ) : (
        <Field label="Data id" required help="The id of the stored data, as Datameer's data call lists it.">
          {(control) => (
            <input
              {...control}
              name="dataId"
              inputMode="numeric"
              pattern="\d{1,18}"
              className="field"
              defaultValue={chosen}
              required
            />
          )}
        </Field>
      )}
      <NameTyped name={job.name} />
    </>
  );
}
