import { JOB_STATES } from "@/lib/jobs/state";
import { FACET_KEYS, type FacetKey } from "@/lib/url/jobs-search";

/** One `key:value` of the search box. */
export interface SearchWord {
  key: FacetKey;
  value: string;
}

export interface ParsedSearch {
  words: SearchWord[];
  /** Everything else, in its order: the literal text that is searched for. */
  text: string;
  /** What looks like a word and cannot be one, for the person who typed it. */
  problems: string[];
}

const TOKEN = /(?:[^\s":]+:)?"[^"]*"|\S+/g;
const unquote = (text: string) => text.replace(/^"([^"]*)"$/, "$1");
const isKey = (text: string): text is FacetKey => (FACET_KEYS as readonly string[]).includes(text);

/**
 * Reads `state:failed vendor:dremio owner:"ana b" "select * from"`. Only our keys are words: `http://x` and `a:b` stay text,
 * so that a piece of SQL can be searched for as it is.
 */
export function parseSearchWords(input: string): ParsedSearch {
  const words: SearchWord[] = [];
  const text: string[] = [];
  const problems: string[] = [];
  for (const token of input.match(TOKEN) ?? []) {
    const colon = token.indexOf(":");
    const key = token.slice(0, Math.max(colon, 0)).toLowerCase();
    const value = unquote(token.slice(colon + 1));
    if (colon < 1 || !isKey(key)) text.push(unquote(token));
    else if (value === "") problems.push(`${key}: needs a value`);
    else if (key === "state" && !JOB_STATES.some((state) => state === value.toLowerCase())) {
      problems.push(`“${value}” is not a state: ${JOB_STATES.join(", ")}`);
    } else words.push({ key, value: key === "state" ? value.toLowerCase() : value });
  }
  return { words, text: text.join(" "), problems };
}

/** Writes one word as it would be typed. */
export function writeSearchWord({ key, value }: SearchWord): string {
  return /[\s"]/.test(value) ? `${key}:"${value.replaceAll('"', "")}"` : `${key}:${value}`;
}

export interface Completion {
  /** What replaces the word under the cursor. */
  insert: string;
  label: string;
  hint: string | null;
}

/**
 * Completions for the last word typed: keys first, after a colon that key's values.
 * @param values what each key can hold, as far as it is known
 */
export function completions(
  input: string,
  values: Partial<Record<FacetKey, readonly string[]>>,
  limit = 8,
): Completion[] {
  const last = /(?:^|\s)((?:[^\s":]+:)?"[^"]*|\S*)$/.exec(input)?.[1] ?? "";
  const colon = last.indexOf(":");
  if (colon < 0) {
    if (last === "") return [];
    return FACET_KEYS.filter((key) => key.startsWith(last.toLowerCase())).map((key) => ({
      insert: `${key}:`,
      label: `${key}:`,
      hint: (values[key] ?? []).slice(0, 3).join(", ") || null,
    }));
  }
  const key = last.slice(0, colon).toLowerCase();
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
