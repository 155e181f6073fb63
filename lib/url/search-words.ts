import { JOB_STATES } from "@/lib/jobs/state";
import { FACET_KEYS, type FacetKey, WHEN_KEYS, type WhenKey } from "@/lib/url/jobs-search";
import { USUAL_WHENS, agoWords, readWhen, whenWords } from "@/lib/url/when";

/** One `key:value` of the search box, of a filter that takes many values. */
export interface FacetWord {
  key: FacetKey;
  value: string;
}
/** One that is a point in time, as the URL has it. */
export interface WhenWord {
  key: WhenKey;
  value: string;
}
export type SearchWord = FacetWord | WhenWord;

export interface ParsedSearch {
  words: SearchWord[];
  /** Everything else, in its order: the literal text that is searched for. */
  text: string;
  /** What is no word, as it was typed: what stays in the box when the words have gone to their filters. */
  rest: string;
  /** What looks like a word and cannot be one, for the person who typed it. */
  problems: string[];
  /** What looks like a word of ours and is searched for as text. */
  notes: string[];
}

/** The values that a key can have at all, where that is known; the other keys take any. */
export type ClosedValues = Partial<Record<FacetKey, readonly string[]>>;

/** A quote that is not closed yet runs to the end. */
const TOKEN = /(?:[^\s":]+:)?"[^"]*(?:"|$)|\S+/g;
const unquote = (text: string) => text.replace(/^"([^"]*)"?$/, "$1");
const isKey = (text: string): text is FacetKey => (FACET_KEYS as readonly string[]).includes(text);
/** As they are typed; the URL's own `endedFrom` is understood too. */
const WHEN_WORD: Record<WhenKey, string> = { from: "from", to: "to", endedFrom: "ended-from", endedTo: "ended-to" };
const whenKeyOf = (typed: string, whens: readonly WhenKey[]) =>
  whens.find((key) => WHEN_WORD[key] === typed || key.toLowerCase() === typed) ?? null;
/** Whether a word is a point in time. */
export const isWhenWord = (word: SearchWord): word is WhenWord => word.key in WHEN_WORD;
const A_WHEN = "-1h, -24h, -7d or an instant with its zone, 2026-07-03T12:00Z";
/** `stat:failed`, and neither `http://x` nor `a::b`. */
const LIKE_A_WORD = /^[a-z][a-z-]+:[^/:]/i;

/**
 * Reads `state:failed vendor:dremio owner:"ana b" "select * from"`. Only our keys are words: `http://x` and `a:b` stay text,
 * so that a piece of SQL can be searched for as it is.
 * @param whens the points in time that the page can be narrowed by
 */
export function parseSearchWords(
  input: string,
  closed: ClosedValues = {},
  whens: readonly WhenKey[] = WHEN_KEYS,
): ParsedSearch {
  const words: SearchWord[] = [];
  const text: string[] = [];
  const rest: string[] = [];
  const problems: string[] = [];
  const notes: string[] = [];
  for (const token of input.match(TOKEN) ?? []) {
    const colon = token.indexOf(":");
    const key = token.slice(0, Math.max(colon, 0)).toLowerCase();
    const typed = unquote(token.slice(colon + 1));
    const whenKey = whenKeyOf(key, whens);
    if (whenKey) {
      const when = readWhen(typed);
      if (when) words.push({ key: whenKey, value: when });
      else {
        rest.push(token);
        problems.push(typed === "" ? `${key}: needs a time, ${A_WHEN}` : `“${typed}” is no time: ${A_WHEN}`);
      }
      continue;
    }
    if (colon < 1 || !isKey(key)) {
      text.push(unquote(token));
      rest.push(token);
      if (LIKE_A_WORD.test(token)) notes.push(`“${key}” is no filter, so it is searched for as text`);
      continue;
    }
    const known = key === "state" ? JOB_STATES : (closed[key] ?? []);
    const value = known.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed;
    if (value !== "" && (known.length === 0 || known.some((one) => one === value))) {
      words.push({ key, value });
      continue;
    }
    rest.push(token);
    if (value === "") problems.push(`${key}: needs a value`);
    else problems.push(`“${value}” is not a ${key}: ${known.join(", ")}`);
  }
  return { words, text: text.join(" "), rest: rest.join(" "), problems, notes };
}

/** The last word while it is still being typed: no blank follows it, or its quote is open. */
export function unfinishedTail(input: string): string {
  const last = [...input.matchAll(TOKEN)].at(-1);
  return last && last.index + last[0].length === input.length ? last[0] : "";
}

/** Writes one word as it would be typed. */
export function writeSearchWord(word: SearchWord): string {
  const { value } = word;
  const key = isWhenWord(word) ? WHEN_WORD[word.key] : word.key;
  return /[\s"]/.test(value) ? `${key}:"${value.replaceAll('"', "")}"` : `${key}:${value}`;
}

export interface Completion {
  /** What replaces the word under the cursor. */
  insert: string;
  label: string;
  hint: string | null;
}

/** The usual times, in words. An instant is typed: of those there are too many. */
function whenCompletions(key: WhenKey, typed: string): Completion[] {
  const words = key === "from" || key === "endedFrom" ? whenWords : agoWords;
  return USUAL_WHENS.filter((value) => value.includes(typed)).map((value) => ({
    insert: `${writeSearchWord({ key, value })} `,
    label: value,
    hint: words(value),
  }));
}

/**
 * Completions for the last word typed: keys first, after a colon that key's values.
 * @param values what each key can hold, as far as it is known
 * @param whens as `parseSearchWords`
 */
export function completions(
  input: string,
  values: Partial<Record<FacetKey, readonly string[]>>,
  whens: readonly WhenKey[] = WHEN_KEYS,
  limit = 8,
): Completion[] {
  const last = /(?:^|\s)((?:[^\s":]+:)?"[^"]*|\S*)$/.exec(input)?.[1] ?? "";
  const colon = last.indexOf(":");
  if (colon < 0) {
    if (last === "") return [];
    const typed = last.toLowerCase();
    const keys = [
      ...FACET_KEYS.map((key) => ({ word: key, hint: (values[key] ?? []).slice(0, 3).join(", ") || null })),
      ...whens.map((key) => ({ word: WHEN_WORD[key], hint: USUAL_WHENS.slice(0, 3).join(", ") })),
    ];
    return keys
      .filter(({ word }) => word.startsWith(typed))
      .map(({ word, hint }) => ({ insert: `${word}:`, label: `${word}:`, hint }));
  }
  const key = last.slice(0, colon).toLowerCase();
  const whenKey = whenKeyOf(key, whens);
  if (whenKey) return whenCompletions(whenKey, last.slice(colon + 1).toLowerCase());
  if (!isKey(key)) return [];
  const typed = last
    .slice(colon + 1)
    .replace(/^"/, "")
    .toLowerCase();
  return (values[key] ?? [])
    .filter((value) => value.toLowerCase().includes(typed))
    .slice(0, limit)
    .map((value) => ({ insert: `${writeSearchWord({ key, value })} `, label: value, hint: key }));
}

/** The input with its last word replaced by a completion. */
export function applyCompletion(input: string, insert: string): string {
  return input.replace(/(?:(?:[^\s":]+:)?"[^"]*|\S*)$/, insert);
}
