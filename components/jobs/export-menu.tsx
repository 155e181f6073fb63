"use client";

import { Download } from "lucide-react";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { serverNow } from "@/lib/query/freshness";
import { withParams } from "@/lib/query/get-json";
import { type JobsSearch, toApiFilter } from "@/lib/url/jobs-search";
import { apiRoutes } from "@/lib/url/routes";

/** The filtered list as a file, as long as it is: the server streams it. */
export function ExportMenu({ search }: { search: JobsSearch }) {
  const href = (format: "csv" | "json") =>
    withParams(apiRoutes.exportJobs, { format, ...toApiFilter(search, serverNow()), sort: search.sort });
  return (
    <LazyMenu
      text={<Download aria-hidden size={14} />}
      label="Export the filtered list"
      chevron={false}
      align="end"
      entries={() => [
        { type: "link", label: "Export as CSV", href: href("csv"), download: true },
        { type: "link", label: "Export as JSON", href: href("json"), download: true },
      ]}
    />
  );
}
