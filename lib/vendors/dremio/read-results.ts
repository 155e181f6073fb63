import { LARGEST_PAGE, readResults } from "@/lib/vendors/dremio/client";
import { digitsOf, NumberText } from "@/lib/vendors/dremio/result-digits";
import type { ResultPage, VendorContext } from "@/lib/vendors/types";

/**
 * Rows `offset` to `offset + limit` of a job's results, in Dremio's pages of 500. It ends on the first short page, never
 * by `rowCount`: after DML that counts the rows affected (vendor document 2.3).
 * @throws VendorError `rejected` with Dremio's words where the results are not ready or expired.
 */
export async function readResultPage(
  ctx: VendorContext,
  id: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<ResultPage> {
  const rows: unknown[][] = [];
  let columns: ResultPage["columns"] = [];
  let total: number | null = null;
  while (rows.length < limit) {
    const ask = Math.min(LARGEST_PAGE, limit - rows.length);
    const page = await readResults(ctx, {
      id,
      offset: offset + rows.length,
      limit: ask,
      parseNumber: (text) => new NumberText(text),
    });
    columns = page.schema.map(({ name, type }) => ({ name, type: typeName(type) }));
    for (const row of page.rows) rows.push(page.schema.map(({ name, type }) => digitsOf(row[name] ?? null, type)));
    total = countOf(page.rowCount);
    if (page.rows.length < ask) return { columns, rows, offset, total: endedAt(offset, rows.length, total) };
  }
  return { columns, rows, offset, total };
}

/** A short page shows where the rows end, unless it lies beyond the end. */
function endedAt(offset: number, read: number, total: number | null): number | null {
  return read > 0 || offset === 0 ? offset + read : total;
}

function typeName(type: unknown): string {
  const name: unknown = typeof type === "object" && type !== null && "name" in type ? type.name : null;
  return typeof name === "string" ? name : "UNKNOWN";
}

function countOf(value: unknown): number | null {
  const count = value instanceof NumberText ? Number(value.text) : value;
  return typeof count === "number" && Number.isSafeInteger(count) ? count : null;
}
