import { parse } from "lossless-json";

const DEEPEST = 32;

/**
 * JSON inside a string (contract page 5.3), with the digits of large integers kept as text. null where it is empty, cut
 * short, a placeholder ("xxx"), or nested deeper than a reader can follow.
 */
export function parseJsonText(text: unknown): unknown {
  if (typeof text !== "string" || text.trim() === "" || isTooDeep(text)) return null;
  try {
    return parse(text, null, { parseNumber: keepDigits, onDuplicateKey: ({ newValue }) => newValue });
  } catch {
    return null;
  }
}

/** The same for fields that hold free text most of the time: only an object or a list counts. */
export function parseJsonObject(text: unknown): object | null {
  const value = parseJsonText(text);
  return typeof value === "object" ? value : null;
}

function keepDigits(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) ? value : text;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") {
      if (++depth > DEEPEST) return true;
    } else if (char === "}" || char === "]") depth--;
  }
  return false;
}
