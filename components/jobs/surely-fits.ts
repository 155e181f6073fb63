/** px that a letter of a row's text takes at most, but for a few that a cell's padding makes up for; others are as wide as high. */
const LETTER = 8;
const OTHER = 14;

/**
 * Whether a text has room in so many px, by an estimate on the safe side. What surely fits needs no clip, and a clip is
 * what costs a scrolled row most: the browser works out anew what each cuts, in every frame.
 */
export function surelyFits(text: string, px: number): boolean {
  if (text.length * LETTER > px) return false;
  let width = 0;
  for (const character of text) width += character <= "~" ? LETTER : OTHER;
  return width <= px;
}
