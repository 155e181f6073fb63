"use client";

import { useQuery } from "@tanstack/react-query";
import { VendorMark } from "@/components/jobs/vendor-mark";
import type { Job } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { connectionQueries } from "@/lib/query/connections";

/** The connection's name. It asks nothing itself: the shell does, and until it is answered the id stands here. */
export function ConnectionCell({ job }: { job: Job }) {
  const { data: name } = useQuery({
    ...connectionQueries.list(),
    enabled: false,
    select: ({ items }) => items.find(({ id }) => id === job.connection)?.name,
  });
  return (
    <span className="text-muted" title={job.connection}>
      <VendorMark vendor={job.vendor} label={job.vendor} /> {name ? shorten(oneLine(name), 100) : job.connection}
    </span>
  );
}
