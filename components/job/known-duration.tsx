import { JobDuration } from "@/components/jobs/job-duration";
import { Duration } from "@/components/time/duration";
import { Moment } from "@/components/time/instant";
import type { JobDetail } from "@/lib/contract/job";
import { isActive } from "@/lib/jobs/state";

/** How long a job had taken when it was last known: nobody can tell whether it went on. */
export function KnownDuration({ job, knownAt }: { job: JobDetail; knownAt: string | null }) {
  if (knownAt === null) return <JobDuration job={job} />;
  const since = isActive(job.state) ? (job.startedAt ?? job.submittedAt) : null;
  const lasted = since === null ? null : Math.max(0, Date.parse(knownAt) - Date.parse(since));
  return (
    <>
      <Duration ms={job.durationMs ?? lasted} since={null} /> as of <Moment iso={knownAt} />
    </>
  );
}
