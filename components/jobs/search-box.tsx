"use client";

import { clsx } from "clsx";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, memo, useEffect, useId, useRef, useState } from "react";
import type { FacetValues } from "@/components/jobs/use-facet-values";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { FACET_KEYS, type FacetKey, type JobsSearch, WHEN_KEYS, type WhenKey } from "@/lib/url/jobs-search";
import {
  type ClosedValues,
  type FacetWord,
  type SearchWord,
  applyCompletion,
  completions,
  isWhenWord,
  parseSearchWords,
  unfinishedTail,
  writeSearchWord,
} from "@/lib/url/search-words";

/** Typing rests this long before it is searched for. */
const REST_MS = 300;

/** Of a page with a range of its own, which these two write. */
const RANGE_KEYS: readonly WhenKey[] = ["from", "to"];

/** The filter's words; states have their chips, and times their menu. */
function tokensOf(search: JobsSearch): FacetWord[] {
  return FACET_KEYS.filter((key) => key !== "state").flatMap((key) => search[key].map((value) => ({ key, value })));
}

function withWords(search: JobsSearch, words: readonly SearchWord[]): Partial<JobsSearch> {
  const next: Partial<Record<FacetKey, string[]>> & Partial<Record<WhenKey, string>> = {};
  for (const word of words) {
    if (isWhenWord(word)) next[word.key] = word.value;
    else {
      const list: string[] = next[word.key] ?? [...search[word.key]];
      next[word.key] = list.includes(word.value) ? list : [...list, word.value];
    }
  }
  return next as Partial<JobsSearch>;
}

/** What is being typed. The URL wins when it changes by another hand. */
function useDraft(search: JobsSearch, change: ChangeSearch, closed: ClosedValues, whens: readonly WhenKey[]) {
  const inUrl = search.q ?? "";
  const [draft, setDraft] = useState({ text: inUrl, sent: inUrl, entered: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (draft.sent !== inUrl) setDraft({ text: inUrl, sent: inUrl, entered: false });

  /** Words go to their filters when they are finished (a blank, Enter); the rest stays, and is text. */
  function write(typed: string, entered: boolean) {
    clearTimeout(timer.current);
    const tail = entered ? "" : unfinishedTail(typed);
    const done = parseSearchWords(typed.slice(0, typed.length - tail.length), closed, whens);
    const filtered = done.words.length > 0;
    // The blank after what stays is kept: the next word is typed behind it.
    const left = done.rest === "" ? tail : `${done.rest} ${tail}`;
    const text = filtered ? left : typed;
    const send = (q: string, filters: Partial<JobsSearch>) => {
      setDraft({ text, sent: q, entered });
      void change({ ...filters, q: q || null }, { history: filtered ? "push" : "replace" });
    };
    const whole = () => send(parseSearchWords(text, closed, whens).text, {});
    if (filtered) send(done.text, withWords(search, done.words));
    else setDraft((before) => ({ ...before, text, entered }));
    if (!filtered && entered) whole();
    else if (!entered && (tail || !filtered)) timer.current = setTimeout(whole, REST_MS);
  }
  const { problems, notes } = parseSearchWords(
    draft.entered ? draft.text : draft.text.slice(0, draft.text.length - unfinishedTail(draft.text).length),
    closed,
    whens,
  );
  return { text: draft.text, problems, notes, write };
}

/** Keys whose values are all known; an owner, a queue or a type may be one that was never seen. */
function closedOf({ vendor, connection, kind }: FacetValues): ClosedValues {
  return { vendor, connection, kind };
}

/** Understands `state:failed vendor:dremio owner:ana from:-24h "select * from"`, and completes it. */
export const SearchBox = memo(function SearchBox({
  search,
  change,
  values,
  input,
  ended = false,
}: {
  search: JobsSearch;
  change: ChangeSearch;
  values: FacetValues;
  input: RefObject<HTMLInputElement | null>;
  /** The page can be narrowed by when jobs ended, too. */
  ended?: boolean;
}) {
  const whens = ended ? WHEN_KEYS : RANGE_KEYS;
  const { text, problems, notes, write } = useDraft(search, change, closedOf(values), whens);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const found = open ? completions(text, values, whens) : [];
  const said = [...problems, ...notes];
  const tokens = tokensOf(search);
  const remove = ({ key, value }: FacetWord) =>
    void change({ [key]: (search[key] as string[]).filter((one) => one !== value) });
  const take = (insert: string) => {
    setActive(-1);
    write(applyCompletion(text, insert), insert.endsWith(" "));
    input.current?.focus();
  };

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const first = event.key === "Tab" && !event.shiftKey && text !== "" ? found[0] : undefined;
    const chosen = found[active] ?? first;
    if (move && found.length > 0) {
      event.preventDefault();
      setActive((active + move + found.length) % found.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && chosen) {
      event.preventDefault();
      take(chosen.insert);
    } else if (event.key === "Enter") {
      setOpen(false);
      write(text, true);
    } else if (event.key === "Escape") {
      if (found.length > 0) setOpen(false);
      else event.currentTarget.blur();
    } else if (event.key === "Backspace" && text === "" && tokens.length > 0) {
      const last = tokens.at(-1);
      if (last) remove(last);
    }
  }
  return (
    <div role="search" className="relative min-w-48 flex-[1_1_280px] max-md:basis-full">
      <div className="flex min-h-8 flex-wrap items-center gap-1.5 rounded-md border border-mark bg-surface px-2.5 py-[3px] focus-within:outline-2 focus-within:outline-accent">
        <Search aria-hidden size={14} className="text-faint" />
        {tokens.map((token) => (
          <span
            key={writeSearchWord(token)}
            className="flex items-center rounded bg-accent-soft pl-1.5 text-sm text-accent"
          >
            {shorten(oneLine(writeSearchWord(token)), 40)}
            <button
              type="button"
              aria-label={`Remove ${writeSearchWord(token)}`}
              onClick={() => remove(token)}
              className="grid size-6 place-items-center"
            >
              <X aria-hidden size={12} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search jobs"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 && found[active] ? `${id}-${active}` : undefined}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={said.length > 0 ? `${id}-said` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          value={text}
          placeholder={tokens.length > 0 ? "" : "Name, id, SQL or error; state:failed owner:ana"}
          onChange={(event) => {
            setOpen(true);
            setActive(-1);
            write(event.target.value, false);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="h-6 min-w-24 flex-1 bg-transparent outline-none placeholder:text-faint"
        />
        {text ? (
          <button
            type="button"
            aria-label="Clear the search text"
            onClick={() => write("", true)}
            className="grid size-6 place-items-center text-faint"
          >
            <X aria-hidden size={13} />
          </button>
        ) : (
          <kbd aria-hidden className="kbd max-md:hidden">
            /
          </kbd>
        )}
      </div>
      {said.length > 0 ? (
        <p
          id={`${id}-said`}
          role={problems.length > 0 ? "alert" : "status"}
          className={clsx("mt-1 text-sm", problems.length > 0 ? "text-danger" : "text-faint")}
        >
          {said.join(" · ")}
        </p>
      ) : null}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Completions"
        hidden={found.length === 0}
        className="menu absolute top-full left-0 mt-1 w-full max-w-md"
      >
        {found.map((item, index) => (
          <li
            key={item.insert}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="menu-item"
            onPointerDown={(event) => {
              event.preventDefault();
              take(item.insert);
            }}
          >
            <span className="truncate">{oneLine(item.label)}</span>
            {item.hint ? <span className="ml-auto truncate text-sm text-faint">{oneLine(item.hint)}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
});
