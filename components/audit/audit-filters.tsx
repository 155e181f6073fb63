"use client";

import { useEffect, useRef, useState } from "react";
import { actionWord, KNOWN_ACTIONS, outcomeFace } from "@/components/audit/audit-words";
import { LazyMenu, type MenuEntry } from "@/components/ui/lazy-menu";
import { ACTION_OUTCOMES } from "@/lib/jobs/action";
import type { AuditFilter } from "@/lib/query/audit";

/** Typing rests this long before it is asked for. */
const REST_MS = 300;

/** A filter that is typed. The URL wins when it changes by another hand. */
function TextFilter({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const inUrl = value ?? "";
  const [draft, setDraft] = useState({ text: inUrl, sent: inUrl });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (draft.sent !== inUrl) setDraft({ text: inUrl, sent: inUrl });
  function write(text: string) {
    setDraft((before) => ({ ...before, text }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const next = text.trim();
      setDraft({ text, sent: next });
      onChange(next || null);
    }, REST_MS);
  }
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      className="field min-w-36 flex-[1_1_9rem] md:max-w-72"
      maxLength={200}
      spellCheck={false}
      value={draft.text}
      onChange={(event) => write(event.target.value)}
    />
  );
}

function choices(
  values: readonly string[],
  chosen: string | null,
  word: (value: string) => string,
  choose: (value: string | null) => void,
): MenuEntry[] {
  const all = chosen === null || values.includes(chosen) ? values : [...values, chosen];
  return [
    { type: "choice", label: "Any", checked: chosen === null, onSelect: () => choose(null) },
    { type: "line" },
    ...all.map((value): MenuEntry => ({
      type: "choice",
      label: word(value),
      checked: value === chosen,
      onSelect: () => choose(value),
    })),
  ];
}

/** Who, what, which job, and what came of it. */
export function AuditFilters({
  filter,
  seen,
  change,
}: {
  filter: AuditFilter;
  /** Actions of the entries at hand: one that we have no word for can be chosen too. */
  seen: readonly string[];
  change: (change: Partial<AuditFilter>) => void;
}) {
  const actions = [...new Set([...KNOWN_ACTIONS, ...seen])];
  return (
    <>
      <TextFilter label="Who" placeholder="Who" value={filter.by} onChange={(by) => change({ by })} />
      <TextFilter label="Job id" placeholder="Job id" value={filter.job} onChange={(job) => change({ job })} />
      <LazyMenu
        text={filter.action ? actionWord(filter.action) : "What"}
        active={filter.action !== null}
        entries={() => choices(actions, filter.action, actionWord, (action) => change({ action }))}
      />
      <LazyMenu
        text={filter.outcome ? outcomeFace(filter.outcome).word : "Outcome"}
        active={filter.outcome !== null}
        entries={() =>
          choices(
            ACTION_OUTCOMES,
            filter.outcome,
            (outcome) => outcomeFace(outcome).word,
            (outcome) => change({ outcome }),
          )
        }
      />
    </>
  );
}
