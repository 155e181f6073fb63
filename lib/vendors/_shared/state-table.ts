import type { JobState } from "@/lib/jobs/state";

/** A vendor's word as the tables spell it: upper case, `-` and blanks as `_`. */
export function foldWord(word: string): string {
  return word
    .trim()
    .toUpperCase()
    .replace(/[-\s]+/g, "_");
}

/**
 * The reader of one vendor's table of states. A word that no one has taught us is `unknown`: it is shown as it is,
 * and nothing breaks.
 */
export function stateTable(table: Readonly<Record<string, JobState>>): (word: string) => JobState {
  const folded = new Map(Object.entries(table).map(([word, state]) => [foldWord(word), state]));
  return (word) => folded.get(foldWord(word)) ?? "unknown";
}
