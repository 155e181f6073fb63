/** Characters that make a spreadsheet run a cell instead of showing it; the full-width forms are folded by some of them. */
const FORMULA = /^[=+\-@\t\r\n\0\u0001-\u001f＝＋－＠]/;

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
