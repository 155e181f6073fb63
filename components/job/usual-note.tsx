"use client";

import { ENOUGH_RUNS, type Usually, isLongerThanUsual, usualWords, usually } from "@/components/job/usual";
import { Instant } from "@/components/time/instant";
import { useKnownNow } from "@/components/time/now";
import { plural } from "@/lib/format/number";
import type { JobDetail } from "@/lib/contract/job";
import { isActive } from "@/lib/jobs/state";

/**
 * What earlier runs let one expect; said where they are too few.
 * @param knownAt when the job was last known, where that is not now: whether it lasts longer is not known either
 */
export function Usual({ job, knownAt }: { job: JobDetail; knownAt: string | null }) {
  const known = usually(job.history, job.run);
  if (!known) {
    if (!isActive(job.state)) return null;
    if (job.history.length === 0) return <span>no earlier run is on record to say how long it takes</span>;
    return <span>too few earlier runs to say how long it takes (needs {ENOUGH_RUNS})</span>;
  }
  if (isActive(job.state) && job.startedAt)
    return <Expected known={known} startedAt={job.startedAt} knownAt={knownAt} />;
  return <span>usually {tookWords(known)}</span>;
}

const tookWords = (known: Usually) => `${usualWords(known)} (${plural(known.runs, "run")})`;

/** When it should end; once that has passed, how long earlier runs took. */
function Expected({ known, startedAt, knownAt }: { known: Usually; startedAt: string; knownAt: string | null }) {
  const second = useKnownNow();
  const now = knownAt === null ? second : Date.parse(knownAt);
  if (isLongerThanUsual(known, startedAt, now)) {
    return (
      <span>
        longer than usual: {plural(known.runs, "earlier run")} took {usualWords(known)}
      </span>
    );
  }
  return (
    <span>
      usually {tookWords(known)}, so about{" "}
      <Instant iso={new Date(Date.parse(startedAt) + known.median).toISOString()} />
    </span>
  );
}
