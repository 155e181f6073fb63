import type { Job, JobDetail } from "@/lib/contract/job";
import { type JobRef, refKey } from "@/lib/jobs/ref";
import { type JobState, isFinal } from "@/lib/jobs/state";

/** What is remembered of a job whose end is to be told: also which of its runs, as far as it was known. */
export type Watched = JobRef & { name: string; run?: string | null; startedAt?: string | null };

/** A job as it is watched; a list's row does not know its run, but when it started. */
export function toWatched(
  job: Pick<Job, "connection" | "kind" | "id" | "name" | "startedAt"> & { run?: string | null },
): Watched {
  const { connection, kind, id, name, startedAt, run = null } = job;
  return { connection, kind, id, name, run, startedAt };
}

/** Whether a list of what is active shows the watched run still at it; else its own page has to be read. */
export function goesOn(watched: Watched, listed: Pick<Job, "startedAt" | "gone"> | undefined): boolean {
  if (listed === undefined || listed.gone) return false;
  return !watched.startedAt || listed.startedAt === watched.startedAt;
}

/**
 * The same, with the starts that a list of what is active shows where none was known: what was watched in the queue is the
 * run that begins next, whichever runs later.
 */
export function withStarts(
  all: readonly Watched[],
  active: ReadonlyMap<string, Pick<Job, "startedAt">>,
): readonly Watched[] {
  const startOf = (one: Watched) => one.startedAt ?? active.get(refKey(one))?.startedAt ?? null;
  if (all.every((one) => startOf(one) === (one.startedAt ?? null))) return all;
  return all.map((one) => ({ ...one, startedAt: startOf(one) }));
}

/**
 * How the run that was watched ended, from a later look at its job; null while it goes on. A definition may have ended
 * and started anew between two looks: then its history tells, or nobody can. Nor can anybody of a job that went from the
 * vendor before its end was seen.
 */
export function endOf(
  watched: Watched,
  job: Pick<JobDetail, "run" | "startedAt" | "state" | "history" | "gone">,
): JobState | "not known" | "gone" | null {
  if (!isOtherRun(watched, job)) return isFinal(job.state) ? job.state : job.gone ? "gone" : null;
  const then = job.history.find(({ run, startedAt }) =>
    watched.run ? run === watched.run : startedAt === watched.startedAt,
  );
  return then && isFinal(then.state) ? then.state : "not known";
}

function isOtherRun(watched: Watched, { run, startedAt }: Pick<JobDetail, "run" | "startedAt">): boolean {
  if (watched.run) return watched.run !== run;
  // Without runs it is one execution, whose start the vendor may stamp anew.
  return run !== null && Boolean(watched.startedAt) && startedAt !== watched.startedAt;
}

/** The same, with the run that a first look showed where it was not known. */
export function withRun(
  all: readonly Watched[],
  one: Watched,
  job: Pick<JobDetail, "run" | "startedAt">,
): readonly Watched[] {
  if (one.run || job.run === null) return all;
  return all.map((other) =>
    refKey(other) === refKey(one) ? { ...other, run: job.run, startedAt: job.startedAt } : other,
  );
}
