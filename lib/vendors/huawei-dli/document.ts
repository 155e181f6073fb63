import { camelKey, isRecord } from "@/lib/vendors/_shared/camel-keys";
import { parseJsonText } from "@/lib/vendors/huawei-dli/json-text";

/** How a document's fields are to be told apart from the free content inside it. */
export interface DocumentShape {
  /** Fields that hold JSON in a string, by the vendor's names: each gains `<field>Parsed`. */
  jsonTexts: readonly string[];
  /** Fields whose keys are content (counters, settings), by the vendor's names: they stay verbatim. */
  freeMaps?: readonly string[];
}

/**
 * A vendor's document with camelCase keys; nesting and values as they came, absent stays absent and null stays null.
 * JSON in a string keeps its text and gains `<field>Parsed`, with the content's own keys, null where it does not parse.
 */
export function documentFields(body: Record<string, unknown>, shape: DocumentShape): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [key, value] of Object.entries(body)) {
    const camel = camelKey(key);
    // Of two keys that become one, the second keeps its own spelling, so that nothing is lost.
    const name = fields.has(camel) ? key : camel;
    const isText = shape.jsonTexts.includes(key);
    fields.set(name, isText || shape.freeMaps?.includes(key) ? value : inner(value, shape));
    if (isText) fields.set(`${name}Parsed`, parseJsonText(value));
  }
  return Object.fromEntries(fields);
}

function inner(value: unknown, shape: DocumentShape): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, shape));
  return isRecord(value) ? documentFields(value, shape) : value;
}
