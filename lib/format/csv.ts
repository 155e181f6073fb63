/**
 * Characters that make a spreadsheet run a cell instead of showing it, the full-width forms that some of them fold, and
 * what they skip before looking: blanks, marks without width, and quotes.
 */
const FORMULA = /^[\s\u0000-\u0020\u00a0\u200b-\u200f\u2060\ufeff"]*[=+\-@＝＋－＠]|^[\u0000-\u001f]/;

/** One RFC 4180 row. A text that a spreadsheet would run is made harmless by an apostrophe; numbers stay numbers. */
export function csvRow(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number | boolean | null | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
