import type { z } from "zod";
import type { SkippedRow } from "@/lib/vendors/types";

export interface ParsedRows<T> {
  rows: T[];
  skipped: SkippedRow[];
}

/**
 * Reads a list row by row: a row that the schema refuses is skipped with its id (where it has one) and the reason,
 * and the others stay. The schema is strict on identity alone.
 */
export function parseRows<T>(schema: z.ZodType<T>, rows: readonly unknown[], idField: string): ParsedRows<T> {
  const parsed: ParsedRows<T> = { rows: [], skipped: [] };
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (result.success) parsed.rows.push(result.data);
    else parsed.skipped.push({ id: idOf(row, idField), reason: reasonOf(result.error) });
  }
  return parsed;
}

/** One line that names the field and what is wrong with it; never the value. */
function reasonOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`))
    .join("; ");
}

function idOf(row: unknown, field: string): string | null {
  if (typeof row !== "object" || row === null) return null;
  const id: unknown = Object.getOwnPropertyDescriptor(row, field)?.value;
  return typeof id === "string" || typeof id === "number" ? String(id).slice(0, 128) : null;
}
