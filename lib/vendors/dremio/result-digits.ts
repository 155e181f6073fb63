/** A number of a result as Dremio wrote it: BIGINT and DECIMAL are bare JSON numbers (vendor document 2.3). */
export class NumberText {
  constructor(readonly text: string) {}
}

/**
 * A cell with its digits kept: DECIMAL stays the text that Dremio wrote, any other number is a number where a double
 * holds it exactly enough to be written the same again, else its text. Lists, structs and maps likewise, by their types.
 */
export function digitsOf(value: unknown, type: unknown): unknown {
  if (value instanceof NumberText) return numberOf(value.text, nameOf(type));
  if (Array.isArray(value)) return value.map((item) => digitsOf(item, innerType(type, null)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, digitsOf(inner, innerType(type, key))]));
}

function numberOf(text: string, type: string | null): number | string {
  if (type === "DECIMAL") return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (type === "DOUBLE" || type === "FLOAT" || !/^-?\d+$/.test(text)) return value;
  return Number.isSafeInteger(value) ? value : text;
}

/** `STRUCT` names its entries, `LIST` and `MAP` have one without a name. */
function innerType(type: unknown, key: string | null): unknown {
  if (typeof type !== "object" || type === null || !("subSchema" in type) || !Array.isArray(type.subSchema))
    return null;
  const entries: unknown[] = type.subSchema;
  const entry = entries.find((item) => key !== null && fieldOf(item, "name") === key) ?? entries[entries.length - 1];
  return fieldOf(entry, "type");
}

function nameOf(type: unknown): string | null {
  const name = fieldOf(type, "name");
  return typeof name === "string" ? name : null;
}

function fieldOf(value: unknown, field: "name" | "type"): unknown {
  if (typeof value !== "object" || value === null) return null;
  return Object.getOwnPropertyDescriptor(value, field)?.value ?? null;
}
