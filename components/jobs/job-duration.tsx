import { Duration } from "@/components/time/duration";
import type { Job } from "@/lib/contract/job";
import { isActive } from "@/lib/jobs/state";

/** How long a job took, or has been at it. @param knownAt when it was last known, where that is not now */
export function JobDuration({ job, knownAt = null }: { job: Job; knownAt?: string | null }) {
  const since = isActive(job.state) ? (job.startedAt ?? job.submittedAt) : null;
  return <Duration ms={job.durationMs} since={since} knownAt={knownAt} />;
}
