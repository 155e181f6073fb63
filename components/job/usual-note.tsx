"use client";

import { ENOUGH_RUNS, usually } from "@/components/job/usual";
import { Instant } from "@/components/time/instant";
import { formatDurationWords } from "@/lib/format/duration";
import { plural } from "@/lib/format/number";
import type { JobDetail } from "@/lib/contract/job";
import { isActive } from "@/lib/jobs/state";

/** What earlier runs let one expect; said where they are too few. */
export function Usual({ job }: { job: JobDetail }) {
  const known = usually(job.history, job.run);
  if (!known) {
    if (!isActive(job.state)) return null;
    if (job.history.length === 0) return <span>· no earlier run is on record to say how long it takes</span>;
    return <span>· too few earlier runs to say how long it takes (needs {ENOUGH_RUNS})</span>;
  }
  const end = job.startedAt ? new Date(Date.parse(job.startedAt) + known.median).toISOString() : null;
  return (
    <span>
      · usually {formatDurationWords(known.median)} ± {formatDurationWords(known.spread)} ({plural(known.runs, "run")})
      {isActive(job.state) && end ? (
        <>
          , so about <Instant iso={end} />
        </>
      ) : null}
    </span>
  );
}
