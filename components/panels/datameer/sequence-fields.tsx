"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ActionTarget } from "@/components/jobs/action-target";
import { VariableFields } from "@/components/panels/datameer/variable-fields";
import { firstFileId } from "@/components/panels/datameer/sequence-form";

interface Row {
  key: number;
  fileId: string;
}

/**
 * Which artifacts to run, in which order, and the workbooks' variables. The form gets `fileIds` (separated by commas) and
 * `variables` (`name=value`, one a line).
 */
export function SequenceFields({ job }: { job: ActionTarget }) {
  const [rows, setRows] = useState<Row[]>([{ key: 0, fileId: firstFileId(job.details) }]);
  const change = (key: number, fileId: string) =>
    setRows((all) => all.map((row) => (row.key === key ? { key, fileId } : row)));
  const add = () => setRows((all) => [...all, { key: Math.max(...all.map(({ key }) => key)) + 1, fileId: "" }]);
  const move = (index: number, by: number) =>
    setRows((all) => {
      const next = [...all];
      next.splice(index + by, 0, ...next.splice(index, 1));
      return next;
    });
  return (
    <>
      <p className="text-muted">
        Runs these artifacts and everything downstream of them. Workbooks in the chain have to be data-driven. The plan
        that comes back is shown, each step with a link.
      </p>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">Artifacts to run, by file id</legend>
        <ol className="flex flex-col gap-2">
          {rows.map(({ key, fileId }, index) => (
            <li key={key} className="flex items-center gap-1.5">
              <span className="w-5 text-right text-faint">{index + 1}.</span>
              <input
                className="field"
                aria-label={`File id ${index + 1}`}
                inputMode="numeric"
                pattern="\d{1,18}"
                title="A file id is a number"
                required
                value={fileId}
                onChange={(event) => change(key, event.currentTarget.value.trim())}
              />
              <Button
                tone="quiet"
                aria-label={`Run file ${index + 1} earlier`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUp aria-hidden size={13} />
              </Button>
              <Button
                tone="quiet"
                aria-label={`Run file ${index + 1} later`}
                disabled={index === rows.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown aria-hidden size={13} />
              </Button>
              <Button
                tone="quiet"
                aria-label={`Remove file ${index + 1}`}
                disabled={rows.length === 1}
                onClick={() => setRows((all) => all.filter((row) => row.key !== key))}
              >
                <X aria-hidden size={13} />
              </Button>
            </li>
          ))}
        </ol>
        <Button small className="self-start" onClick={add}>
          <Plus aria-hidden size={13} /> Add an artifact
        </Button>
      </fieldset>
      <input type="hidden" name="fileIds" value={rows.map((row) => row.fileId).join(", ")} />
      <VariableFields />
    </>
  );
}
