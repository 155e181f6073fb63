/**
 * Controls that turn the reading order of text or cannot be seen: bidirectional controls (Unicode TR 9), zero-width
 * characters, and C0/C1 controls but for tab and line breaks. A vendor's text must not read as something else.
 */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Vendor text with its invisible characters written out, e.g. `‹U+202E›`. */
export function visibleText(text: string): string {
  return text.replace(
    HIDDEN,
    (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`,
  );
}

/** The same on one line, for a row of the list. */
export function oneLine(text: string): string {
  return visibleText(text.replace(/\s+/g, " ").trim());
}

/** At most `max` characters; a cut is marked. Surrogate pairs stay whole. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${[...text.slice(0, max + 1)].slice(0, max - 1).join("")}…`;
}
