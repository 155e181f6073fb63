/** `file-id`, `job_id` → `fileId`, `jobId`; a name that is camelCase already stays as it is. */
export function camelKey(key: string): string {
  const words = key.split(/[-_]+/).filter((word) => word !== "");
  if (words.length === 0) return key;
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
}

export interface CamelOptions {
  /** Names, as the vendor writes them, of maps whose keys are data (counters): those keys stay verbatim. */
  freeMaps?: readonly string[];
}

/**
 * A vendor's document with its keys in camelCase. Nesting and values stay: null is null, what is absent stays absent.
 * Of two keys that become one, the second keeps its own spelling, so that nothing is lost.
 */
export function camelKeys(value: unknown, options: CamelOptions = {}): unknown {
  if (Array.isArray(value)) return value.map((item) => camelKeys(item, options));
  if (!isRecord(value)) return value;
  const entries = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const camel = camelKey(key);
    entries.set(entries.has(camel) ? key : camel, options.freeMaps?.includes(key) ? inner : camelKeys(inner, options));
  }
  return Object.fromEntries(entries);
}

/** The same for a document's top level, which is an object. */
export function camelRecord(value: Record<string, unknown>, options: CamelOptions = {}): Record<string, unknown> {
  const converted = camelKeys(value, options);
  return isRecord(converted) ? converted : {};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `RESULT` → `result`, `jobId` → `jobId`: a word in capitals is a word, not a name. */
function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  const lowered = lowerFirst(word);
  return lowered.charAt(0).toUpperCase() + lowered.slice(1);
}
