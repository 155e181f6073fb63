"use client";

import { useQuery } from "@tanstack/react-query";
import { JobDuration } from "@/components/jobs/job-duration";
import { lastKnownAt } from "@/components/jobs/last-known";
import type { Job } from "@/lib/contract/job";
import { connectionQueries } from "@/lib/query/connections";

/** How long a job had taken when its connection last answered. It asks nothing itself: the shell does. */
export function StaleDuration({ job }: { job: Job }) {
  const { data: lastAnswerAt = null } = useQuery({
    ...connectionQueries.list(),
    enabled: false,
    select: ({ items }) => items.find(({ id }) => id === job.connection)?.lastAnswerAt ?? null,
  });
  return <JobDuration job={job} knownAt={lastKnownAt(job, { lastAnswerAt })} />;
}
