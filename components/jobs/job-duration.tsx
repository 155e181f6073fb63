import { Duration } from "@/components/time/duration";
import type { Job } from "@/lib/contract/job";
import { isFinal } from "@/lib/jobs/state";

/** How long a job took, or has been at it. */
export function JobDuration({ job }: { job: Job }) {
  const since =
    isFinal(job.state) || job.state === "draft" || job.state === "unknown" ? null : (job.startedAt ?? job.submittedAt);
  return <Duration ms={job.durationMs} since={since} />;
}
