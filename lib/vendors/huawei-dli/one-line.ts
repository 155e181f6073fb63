const LONGEST = 200;

/** A text as a job's name: on one line, cut at 200 characters. Empty where there is nothing but blanks. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${[...line.slice(0, LONGEST)].slice(0, -1).join("")}…` : line;
}
