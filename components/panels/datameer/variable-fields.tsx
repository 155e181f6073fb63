"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { type Variable, variableLines } from "@/components/panels/datameer/sequence-form";
import { Button } from "@/components/ui/button";

interface Row extends Variable {
  key: number;
}

/** Workbook variables as pairs; the form gets them as `variables`, one `name=value` a line. */
export function VariableFields() {
  const [rows, setRows] = useState<Row[]>([]);
  const change = (key: number, part: Partial<Variable>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () =>
    setRows((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, name: "", value: "" }]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">
        Workbook variables <span className="font-normal text-faint">(optional)</span>
      </legend>
      {rows.map(({ key, name, value }, index) => (
        <div key={key} className="flex items-center gap-1.5">
          <input
            className="field font-mono text-sm"
            aria-label={`Name of variable ${index + 1}`}
            placeholder="name"
            pattern="[^=\s]{1,100}"
            title="A name without blanks or ="
            required={value !== ""}
            value={name}
            onChange={(event) => change(key, { name: event.currentTarget.value })}
          />
          <span aria-hidden>=</span>
          <input
            className="field font-mono text-sm"
            aria-label={`Value of variable ${index + 1}`}
            placeholder="value"
            maxLength={2000}
            value={value}
            onChange={(event) => change(key, { value: event.currentTarget.value })}
          />
          <Button
            tone="quiet"
            aria-label={`Remove variable ${index + 1}`}
            onClick={() => setRows((all) => all.filter((row) => row.key !== key))}
          >
            <X aria-hidden size={13} />
          </Button>
        </div>
      ))}
      <Button small className="self-start" onClick={add}>
        <Plus aria-hidden size={13} /> Add a variable
      </Button>
      <input type="hidden" name="variables" value={variableLines(rows)} />
    </fieldset>
  );
}
