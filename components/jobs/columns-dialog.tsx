"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { COLUMNS } from "@/components/jobs/columns";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { useChangePreferences, usePreferences } from "@/components/shell/preferences";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { COLUMN_IDS, type ColumnId, type JobsSearch } from "@/lib/url/jobs-search";

/** These cannot be put away: without them a row says nothing. */
const FIXED: readonly ColumnId[] = ["state", "name"];

function move(columns: readonly ColumnId[], id: ColumnId, by: -1 | 1): ColumnId[] {
  const next = [...columns];
  const at = next.indexOf(id);
  const other = next[at + by];
  if (other === undefined) return next;
  next[at + by] = id;
  next[at] = other;
  return next;
}

/** Which columns, in which order, how wide, how dense: by mouse or keyboard. */
export function ColumnsDialog({
  search,
  change,
  onClose,
}: {
  search: JobsSearch;
  change: ChangeSearch;
  onClose: () => void;
}) {
  const { density } = usePreferences();
  const prefer = useChangePreferences();
  const { columns, widths } = search;
  // The boxes keep what is typed; only what empties them makes new ones.
  const [round, setRound] = useState(0);
  const rest = COLUMN_IDS.filter((id) => !columns.includes(id));
  const set = (next: ColumnId[]) => void change({ columns: next }, { history: "replace" });
  const setWidth = (id: ColumnId, text: string) => {
    const px = Math.round(Number(text));
    const others = widths.filter(({ column }) => column !== id);
    if (text === "") void change({ widths: others }, { history: "replace" });
    else if (px >= 48 && px <= 2000) void change({ widths: [...others, { column: id, px }] }, { history: "replace" });
  };
  function reset() {
    setRound((before) => before + 1);
    void change({ columns: null, widths: null }, { history: "replace" });
  }
  return (
    <Dialog
      title="Columns"
      description="Which, in which order and how wide is part of this view's address; how dense is your own choice, for every view."
      onClose={onClose}
    >
      <fieldset className="mb-3 flex gap-4">
        <legend className="mb-1 font-medium">Rows</legend>
        {(["comfortable", "compact"] as const).map((value) => (
          <label key={value} className="flex items-center gap-2">
            <input
              type="radio"
              name="density"
              checked={density === value}
              onChange={() => prefer({ density: value })}
            />
            {value === "comfortable" ? "Comfortable, two lines" : "Compact, one line"}
          </label>
        ))}
      </fieldset>
      <ul className="flex flex-col">
        {[...columns, ...rest].map((id) => {
          const at = columns.indexOf(id);
          const { label, width } = COLUMNS[id];
          return (
            <li key={id} className="flex items-center gap-2 border-line py-1 not-last:border-b">
              <label className="flex flex-1 items-center gap-2">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={FIXED.includes(id)}
                  onChange={() => set(at >= 0 ? columns.filter((one) => one !== id) : [...columns, id])}
                />
                {label}
              </label>
              {at >= 0 ? (
                <>
                  <input
                    key={round}
                    type="number"
                    aria-label={`Width of ${label} in pixels`}
                    className="field h-6! w-20! text-sm"
                    min={48}
                    max={2000}
                    step={8}
                    placeholder={id === "name" ? "rest" : String(width)}
                    defaultValue={widths.find(({ column }) => column === id)?.px}
                    onChange={(event) => setWidth(id, event.target.value)}
                  />
                  <Button
                    small
                    tone="quiet"
                    aria-label={`Move ${label} left`}
                    disabled={at === 0}
                    onClick={() => set(move(columns, id, -1))}
                  >
                    <ArrowUp aria-hidden size={13} />
                  </Button>
                  <Button
                    small
                    tone="quiet"
                    aria-label={`Move ${label} right`}
                    disabled={at === columns.length - 1}
                    onClick={() => set(move(columns, id, 1))}
                  >
                    <ArrowDown aria-hidden size={13} />
                  </Button>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div className="mt-3 flex justify-between gap-2">
        <Button onClick={reset}>As they were</Button>
        <Button tone="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
