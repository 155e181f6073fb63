import { camelKey } from "@/lib/vendors/_shared/camel-keys";

const FIELDS = ["queried_datasets", "scanned_datasets"] as const;

/**
 * Beside each list of datasets its names: the documents call them lists, the source writes one bracketed text
 * `[a.b, c.d]` (vendor document 2.5). The field itself stays as it came; null where it is neither.
 */
export function parseDatasets(row: Record<string, unknown>): Record<string, string[] | null> {
  return Object.fromEntries(
    FIELDS.filter((field) => row[field] !== undefined && row[field] !== null).map((field) => [
      `${camelKey(field)}Parsed`,
      namesOf(row[field]),
    ]),
  );
}

function namesOf(value: unknown): string[] | null {
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  if (typeof value !== "string") return null;
  const text = value.trim();
  // "empty text" is how the documents print a field without datasets.
  if (text === "" || text === "[]" || text === "empty text") return [];
  const inner = /^\[([\s\S]*)\]$/.exec(text)?.[1] ?? text;
  return inner.split(/,\s*/).filter((name) => name !== "");
}
