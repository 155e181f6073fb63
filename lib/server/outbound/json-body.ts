import { parse } from "lossless-json";

/** Deeper than any vendor's document; JSON.stringify and recursive readers fail far beyond it. */
export const DEEPEST_JSON = 32;

/** The words after "The vendor answered with …" for a body that is no usable JSON. */
export class JsonTrouble extends Error {
  override readonly name = "JsonTrouble";
}

/**
 * Parses a vendor's body. Integers beyond 2^53 and numbers beyond a double stay texts with all their digits; of a
 * repeated key the last counts, as everywhere.
 * @throws JsonTrouble for HTML, an empty or a broken body, or one that is nested too deep.
 */
export function readJson(text: string, contentType: string, parseNumber?: (text: string) => unknown): unknown {
  if (text.trim() === "") throw new JsonTrouble("an empty body instead of JSON");
  if (/^\s*</.test(text) || (/\bhtml\b/i.test(contentType) && !/^\s*[[{]/.test(text))) {
    throw new JsonTrouble("an HTML page instead of JSON: probably a log-in page or the wrong address");
  }
  const { depth, needsDigits } = survey(text);
  if (depth > DEEPEST_JSON) throw new JsonTrouble(`JSON nested deeper than ${DEEPEST_JSON} levels`);
  try {
    if (parseNumber === undefined && !needsDigits) return JSON.parse(text);
    return parse(text, null, { parseNumber: parseNumber ?? keepDigits, onDuplicateKey: ({ newValue }) => newValue });
  } catch (cause) {
    throw new JsonTrouble("a body that is not valid JSON, perhaps cut short", { cause });
  }
}

function keepDigits(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) ? value : text;
}

/**
 * One look at the text before it is parsed: how deep it goes, and whether it holds a number that a double may spoil (16
 * digits before the point, or an exponent). The parser that keeps digits is eight times slower than the platform's.
 */
function survey(text: string): { depth: number; needsDigits: boolean } {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  let digits = 0;
  let needsDigits = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
      continue;
    }
    if (code >= 0x30 && code <= 0x39) {
      if (++digits === 16) needsDigits = true;
      continue;
    }
    if (digits !== 0 && (code === 0x65 || code === 0x45)) needsDigits = true;
    // What follows the point may be rounded: it never gets to 16.
    digits = digits !== 0 && code === 0x2e ? -Infinity : 0;
    if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return { depth: deepest, needsDigits };
}
