import { currentAttempt, isFinalWord, phaseAt, rowsAt, type Job } from "./job";

const ASKING = new Set(["QUEUED", "ENQUEUED", "ENGINE_START", "EXECUTION_PLANNING", "STARTING", "RUNNING"]);
const GRANTED = new Set(["EXECUTION_PLANNING", "STARTING", "RUNNING"]);

/** The body of `GET /api/v3/job/{id}` at `now`: fields in the documented order, absent ones left out (2.1). */
export function jobDocument(job: Job, now: number, omitRowCount = false): Record<string, unknown> {
  const { state, at } = phaseAt(job, now);
  return {
    jobState: state,
    ...(omitRowCount ? {} : { rowCount: rowsAt(job, now) }),
    errorMessage: state === "FAILED" ? job.errorMessage || "Unexpected error" : "",
    startedAt: iso(startOf(job, now)),
    ...ended(job, now, state, at),
    ...acceleration(job, state),
    queryType: job.queryType,
    ...scheduling(job, now),
    cancellationReason: state === "CANCELED" ? job.cancellationReason || "Query was cancelled" : "",
  };
}

function startOf(job: Job, now: number): number {
  const attempt = currentAttempt(job, now);
  const running = job.restampsStart ? attempt.find((phase) => phase.state === "RUNNING") : undefined;
  return (running ?? attempt[0])?.at ?? now;
}

/** After a re-attempt the end of the attempt before is still carried (3.4 e). */
function ended(job: Job, now: number, state: string, at: number): { endedAt?: string } {
  if (isFinalWord(state)) return { endedAt: iso(at) };
  const { attempt } = phaseAt(job, now);
  const before = job.phases.findLast((phase) => phase.attempt === attempt - 1);
  return before ? { endedAt: iso(before.at) } : {};
}

function acceleration(job: Job, state: string): Record<string, unknown> {
  if (state !== "COMPLETED" || job.relationships.length === 0) return {};
  return { acceleration: { reflectionRelationships: job.relationships } };
}

/** While the job waits, and for ever if it never got its slot, the end is the epoch (3.4 f). */
function scheduling(job: Job, now: number): Record<string, string> {
  const attempt = currentAttempt(job, now);
  const asked = attempt.find((phase) => ASKING.has(phase.state));
  if (!job.queue || !asked) return {};
  const granted = attempt.find((phase) => GRANTED.has(phase.state));
  return {
    queueName: job.queue.name,
    queueId: job.queue.id,
    resourceSchedulingStartedAt: iso(asked.at),
    resourceSchedulingEndedAt: iso(granted?.at ?? 0),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
