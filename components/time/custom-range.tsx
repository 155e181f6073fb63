"use client";

import { useState } from "react";
import { usePreferences } from "@/components/shell/preferences";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Zone } from "@/lib/format/instant";

const two = (value: number) => String(value).padStart(2, "0");

/** For `<input type="datetime-local">`, in the chosen zone. */
function toInput(at: number, zone: Zone): string {
  if (zone === "utc") return new Date(at).toISOString().slice(0, 16);
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Epoch ms; NaN where it is no time. */
function fromInput(text: string, zone: Zone): number {
  return Date.parse(zone === "utc" ? `${text}:00Z` : text);
}

/** Two instants, typed. @param from epoch ms, as `to` */
export function CustomRange({
  title = "Choose a range",
  from,
  to,
  onChoose,
  onClose,
}: {
  title?: string;
  from: number;
  to: number;
  onChoose: (from: number, to: number) => void;
  onClose: () => void;
}) {
  const { zone } = usePreferences();
  const [text, setText] = useState({ from: toInput(from, zone), to: toInput(to, zone) });
  const [problem, setProblem] = useState<string | null>(null);
  function choose() {
    const start = fromInput(text.from, zone);
    const end = fromInput(text.to, zone);
    if (!Number.isFinite(start) || !Number.isFinite(end)) return setProblem("Both ends are needed");
    if (start >= end) return setProblem("The start must lie before the end");
    onChoose(start, end);
    onClose();
  }
  return (
    <Dialog
      title={title}
      description={zone === "utc" ? "Times in UTC." : "Times of this computer's zone."}
      onClose={onClose}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <Field label="From" required error={problem}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className="field"
              value={text.from}
              onChange={(event) => setText({ ...text, from: event.target.value })}
            />
          )}
        </Field>
        <Field label="To" required>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className="field"
              value={text.to}
              onChange={(event) => setText({ ...text, to: event.target.value })}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" tone="primary">
            Show
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
