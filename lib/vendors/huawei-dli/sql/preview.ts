import { parseBody } from "@/lib/vendors/huawei-dli/parse";
import { PREVIEW_ROWS, previewSqlResult } from "@/lib/vendors/huawei-dli/sql/client";
import type { ResultPage, VendorContext } from "@/lib/vendors/types";
import { z } from "zod";

const Row = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/**
 * A page of a query's first 1,000 rows: the vendor previews no more and does not page (contract page 2.6). `total` is
 * how many rows it holds ready, null where it does not say.
 */
export async function readResults(
  ctx: VendorContext,
  id: string,
  page: { offset: number; limit: number },
): Promise<ResultPage> {
  const wanted = Math.min(PREVIEW_ROWS, Math.max(1, page.offset + page.limit));
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
    total:
      preview.row_count === null || preview.row_count === undefined ? null : Math.min(preview.row_count, PREVIEW_ROWS),
  };
}
