import { JobDuration } from "@/components/jobs/job-duration";
import { Moment } from "@/components/time/instant";
import type { JobDetail } from "@/lib/contract/job";

/** How long a job took, or has been at it; where it is not known now, as of when. */
export function KnownDuration({ job, knownAt }: { job: JobDetail; knownAt: string | null }) {
  return (
    <>
      <JobDuration job={job} knownAt={knownAt} />
      {knownAt === null ? null : (
        <>
          {" "}
          as of <Moment iso={knownAt} />
        </>
      )}
    </>
  );
}
