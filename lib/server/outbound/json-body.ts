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
  if (isDeeperThan(text, DEEPEST_JSON)) throw new JsonTrouble(`JSON nested deeper than ${DEEPEST_JSON} levels`);
  try {
    if (parseNumber === undefined && !mayLoseDigits(text)) return JSON.parse(text);
    return parse(text, null, { parseNumber: parseNumber ?? keepDigits, onDuplicateKey: ({ newValue }) => newValue });
  } catch (cause) {
    throw new JsonTrouble("a body that is not valid JSON, perhaps cut short", { cause });
  }
}

/** Cheap and on the safe side: the exact parser is several times slower than the platform's. */
function mayLoseDigits(text: string): boolean {
  return /\d{16}|[eE]\+?\d{2}/.test(text);
}

function keepDigits(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) ? value : text;
}

function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
