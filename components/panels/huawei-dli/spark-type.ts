/** One line of a result's schema; `depth` is how deep it is nested. */
export interface SchemaLine {
  key: string;
  name: string;
  type: string;
  /** null: not told. */
  nullable: boolean | null;
  depth: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const DEEPEST = 20;

/** Spark's type in words: `integer`, `array of struct`, `map of string to decimal(10,2)`. */
export function typeWords(type: unknown, depth = 0): string {
  if (typeof type === "string") return type;
  if (!isRecord(type) || depth > DEEPEST) return "unknown";
  switch (type.type) {
    case "array":
      return `array of ${typeWords(type.elementType, depth + 1)}`;
    case "map":
      return `map of ${typeWords(type.keyType, depth + 1)} to ${typeWords(type.valueType, depth + 1)}`;
    case "udt":
      return `user-defined (${typeWords(type.sqlType, depth + 1)})`;
    default:
      return typeof type.type === "string" ? type.type : "unknown";
  }
}

/** The fields inside a type, through arrays and maps. */
function innerFields(type: unknown, depth: number): unknown[] {
  if (!isRecord(type) || depth > DEEPEST) return [];
  if (Array.isArray(type.fields)) return type.fields;
  return [type.elementType, type.keyType, type.valueType, type.sqlType].flatMap((part) => innerFields(part, depth + 1));
}

/**
 * The lines of Spark's schema `{type: "struct", fields: [{name, type, nullable, metadata}]}`, nested fields below their
 * own. null where it is none, as for statements without a result.
 */
export function schemaLines(schema: unknown): SchemaLine[] | null {
  if (!isRecord(schema) || !Array.isArray(schema.fields)) return null;
  const lines: SchemaLine[] = [];
  const add = (fields: readonly unknown[], depth: number, under: string) => {
    for (const [index, field] of fields.entries()) {
      if (!isRecord(field) || depth > DEEPEST) continue;
      const name = typeof field.name === "string" ? field.name : `#${index + 1}`;
      const key = `${under}/${index}`;
      const nullable = typeof field.nullable === "boolean" ? field.nullable : null;
      lines.push({ key, name, type: typeWords(field.type), nullable, depth });
      add(innerFields(field.type, depth), depth + 1, key);
    }
  };
  add(schema.fields, 0, "");
  return lines;
}
