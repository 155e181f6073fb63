import type { z } from "zod";
import { parseRows } from "@/lib/vendors/_shared/rows";
import { asObject } from "@/lib/vendors/huawei-dli/parse";
import type { SkippedRow, SnapshotPage } from "@/lib/vendors/types";

/** One page of a kind's list: what it says, and where to go on. */
export interface KindPage<Position> {
  items: SnapshotPage["items"];
  skipped: SkippedRow[];
  /** null: nothing of this kind is left to list. */
  next: Position | null;
  notice?: SnapshotPage["notice"];
}

/** Reads a list row by row, each beside the row as it came; a row that is not one is skipped with the reason. */
export function readRows<T>(
  schema: z.ZodType<T>,
  rows: readonly unknown[],
  idField: string,
): { read: { row: T; document: Record<string, unknown> }[]; skipped: SkippedRow[] } {
  const results = rows.map((row) => ({ document: asObject(row), ...parseRows(schema, [row], idField) }));
  return {
    read: results.flatMap((result) => result.rows.map((row) => ({ row, document: result.document }))),
    skipped: results.flatMap((result) => result.skipped),
  };
}

/** Whether a list is at its end: by its total where the vendor counts, else by a page that is not full. */
export function isLastPage(rows: number, seen: number, total: number | null, pageSize: number): boolean {
  if (rows === 0) return true;
  return total === null ? rows < pageSize : seen >= total;
}
