const LONGEST = 200;

/** A text as a job's name: on one line, cut at 200 characters. Empty where there is nothing but blanks. */
export function oneLine(text: string): string {
  // Only the beginning is looked at: a statement may have half a million characters.
  const line = text.slice(0, 4000).replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
