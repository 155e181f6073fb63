/** A TIMESTAMP cell: epoch ms, written `YYYY-MM-DD HH:mm:ss.SSS`. */
export class Timestamp {
  constructor(readonly ms: number) {}
}

/** A span of time in an expression. */
export class Interval {
  constructor(readonly ms: number) {}
}

/** A cell whose JSON is already text, so that no digit is lost (BIGINT beyond 2^53, DECIMAL) or to be odd on purpose. */
export class Raw {
  constructor(readonly json: string) {}
}

export type Cell =
  string | number | bigint | boolean | null | Timestamp | Interval | Raw | Cell[] | { [key: string]: Cell };

/** A column of a result: Dremio's type names. */
export interface Column {
  name: string;
  type: ColumnType;
}

export interface ColumnType {
  name: string;
  precision?: number;
  scale?: number;
  subSchema?: { name?: string; type: ColumnType }[];
}

/** `YYYY-MM-DD HH:mm:ss.SSS`, UTC without a `Z` (2.3). */
export function timestampText(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "");
}

/** JSON text that keeps every digit. `undefined` fields are left out. */
export function toJson(value: unknown, pretty = false, indent = ""): string {
  if (value instanceof Raw) return value.json;
  if (value instanceof Timestamp) return JSON.stringify(timestampText(value.ms));
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = pretty ? `${indent}  ` : "";
  const parts = Array.isArray(value)
    ? value.map((item) => toJson(item, pretty, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}${pretty ? " : " : ":"}${toJson(item, pretty, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (!pretty || parts.length === 0) return `${open}${parts.join(",")}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}
