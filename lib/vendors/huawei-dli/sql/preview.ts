import { parseBody } from "@/lib/vendors/huawei-dli/parse";
import { PREVIEW_ROWS, previewSqlResult } from "@/lib/vendors/huawei-dli/sql/client";
import type { ResultPage, VendorContext } from "@/lib/vendors/types";
import { z } from "zod";

const Row = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/**
 * A page of a query's first 1,000 rows: the vendor previews no more and does not page (contract page 2.6). `total` is
 * how many of those there are, null where that is not known yet.
 */
export async function readResults(
  ctx: VendorContext,
  id: string,
  page: { offset: number; limit: number },
): Promise<ResultPage> {
  // One more than the page: whether there is more shows in the rows, since row_count may count only those that came.
  const wanted = Math.min(PREVIEW_ROWS, page.offset + page.limit + 1);
  const preview = await previewSqlResult(ctx, id, wanted);
  const columns = (preview.schema ?? []).flatMap((column) =>
    Object.entries(column).map(([name, type]) => ({
      name,
      type: typeof type === "string" ? type : JSON.stringify(type),
    })),
  );
  const rows = (preview.rows ?? []).map((row) => {
    const cells = parseBody(Row, row, "GET /v1.0/{project_id}/jobs/{job_id}/preview");
    return Array.isArray(cells) ? cells : columns.map(({ name }) => cells[name] ?? null);
  });
  return {
    columns,
    rows: rows.slice(page.offset, page.offset + page.limit),
    offset: page.offset,
    total: totalOf(rows.length, wanted, preview.row_count ?? 0),
  };
}

function totalOf(came: number, wanted: number, counted: number): number | null {
  if (counted > came) return Math.min(counted, PREVIEW_ROWS);
  return came < wanted || wanted === PREVIEW_ROWS ? came : null;
}
