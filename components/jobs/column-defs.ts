"use client";

import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from "@tanstack/react-table";
import { COLUMNS } from "@/components/jobs/columns";
import type { Job } from "@/lib/contract/job";
import type { ColumnId } from "@/lib/url/jobs-search";

/** What the table library does for the list. */
export const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
});
const helper = createColumnHelper<typeof features, Job>();

/** The table library's view of the same columns: it keeps their order, sight and widths. */
export const columnDefs = helper.columns(
  (Object.keys(COLUMNS) as ColumnId[]).map((id) =>
    helper.display({ id, header: COLUMNS[id].label, size: COLUMNS[id].width, minSize: 48, maxSize: 2000 }),
  ),
);
