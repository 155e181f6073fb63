/** A Spark type: a word, or a nested one. */
export type ColumnType =
  string | { array: ColumnType } | { map: [ColumnType, ColumnType] } | { struct: readonly Column[] };

export interface Column {
  name: string;
  type: ColumnType;
}

/** The columns of a query that nobody described. */
export const PLAIN_COLUMNS: readonly Column[] = [
  { name: "id", type: "integer" },
  { name: "name", type: "string" },
];

/** Spark's schema JSON: nested types make `type` an object. */
export function schemaOf(columns: readonly Column[]): object {
  return {
    type: "struct",
    fields: columns.map(({ name, type }) => ({ name, type: sparkType(type), nullable: true, metadata: {} })),
  };
}

/** The one-line type of a preview's schema: `array<string>`, `int`. */
export function shortType(type: ColumnType): string {
  if (typeof type === "string") return type === "integer" ? "int" : type === "long" ? "bigint" : type;
  if ("array" in type) return `array<${shortType(type.array)}>`;
  if ("map" in type) return `map<${type.map.map(shortType).join(",")}>`;
  return `struct<${type.struct.map((field) => `${field.name}:${shortType(field.type)}`).join(",")}>`;
}

/** A value for row `n`. Beyond 2^53 now and then, as long identifiers are. */
export function valueOf(column: Column, n: number): unknown {
  const { type } = column;
  if (typeof type !== "string") {
    if ("array" in type) return [valueOf({ name: column.name, type: type.array }, n)];
    if ("map" in type) return { k: valueOf({ name: column.name, type: type.map[1] }, n) };
    return Object.fromEntries(type.struct.map((field) => [field.name, valueOf(field, n)]));
  }
  if (type === "integer" || type === "long") return n + 1;
  if (type === "double") return (n + 1) * 1.5;
  if (type.startsWith("decimal")) return `${(n + 1) * 1000}.25`;
  if (type === "timestamp") return new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString().replace("T", " ").slice(0, 19);
  return `${column.name}-${n + 1}`;
}

function sparkType(type: ColumnType): unknown {
  if (typeof type === "string") return type;
  if ("array" in type) return { type: "array", elementType: sparkType(type.array), containsNull: true };
  if ("map" in type) {
    return { type: "map", keyType: sparkType(type.map[0]), valueType: sparkType(type.map[1]), valueContainsNull: true };
  }
  return schemaOf(type.struct);
}
