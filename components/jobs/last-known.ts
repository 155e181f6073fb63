import type { Connection } from "@/lib/contract/connection";
import type { JobDetail } from "@/lib/contract/job";

/** A row of the list does not tell of readings of the job itself. */
type Told = Pick<JobDetail, "stale" | "gone" | "observedAt"> & Partial<Pick<JobDetail, "readProblem">>;

/**
 * The last moment at which a job is known to have been as it is shown; null where it is shown as it is now. Of one that the
 * vendor no longer has, or of which a reading failed, only its last change is known: the connection's answers were about
 * others.
 */
export function lastKnownAt(job: Told, connection: Pick<Connection, "lastAnswerAt"> | null | undefined): string | null {
  if (!job.stale) return null;
  const answered = job.gone || job.readProblem ? null : (connection?.lastAnswerAt ?? null);
  return answered !== null && Date.parse(answered) > Date.parse(job.observedAt) ? answered : job.observedAt;
}
