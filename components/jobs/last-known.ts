import type { Connection } from "@/lib/contract/connection";
import type { JobDetail } from "@/lib/contract/job";

/** A row of the list does not tell of readings of the job itself. */
type Told = Pick<JobDetail, "stale" | "observedAt"> & Partial<Pick<JobDetail, "readProblem">>;

/**
 * The last moment at which a job is known to have been as it is shown; null where it is shown as it is now. A reading of the
 * job itself that failed leaves only its last change: the connection's answers were about others.
 */
export function lastKnownAt(job: Told, connection: Pick<Connection, "lastAnswerAt"> | null | undefined): string | null {
  if (!job.stale) return null;
  const answered = job.readProblem ? null : (connection?.lastAnswerAt ?? null);
  return answered !== null && Date.parse(answered) > Date.parse(job.observedAt) ? answered : job.observedAt;
}
