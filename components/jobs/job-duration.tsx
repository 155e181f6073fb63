import { Duration } from "@/components/time/duration";
import type { Job } from "@/lib/contract/job";
import { isActive } from "@/lib/jobs/state";

/**
 * How long a job took, or has been at it.
 * @param knownAt when it was last known; its clock stands then, since nobody can tell whether it went on. null: it is known now
 */
export function JobDuration({ job, knownAt = null }: { job: Job; knownAt?: string | null }) {
  const since = isActive(job.state) ? (job.startedAt ?? job.submittedAt) : null;
  if (knownAt === null || since === null) return <Duration ms={job.durationMs} since={since} />;
  const lasted = Math.max(0, Date.parse(knownAt) - Date.parse(since));
  return <Duration ms={job.durationMs ?? lasted} since={null} />;
}
