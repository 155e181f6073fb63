import type { Event, JobDetail, Run, Segment } from "@/lib/contract/job";
import type { Role } from "@/lib/contract/primitives";
import { jobPath } from "@/lib/jobs/job-path";
import { orderTransitions } from "@/lib/jobs/order-transitions";
import type { JobRef } from "@/lib/jobs/ref";
import { isFinal } from "@/lib/jobs/state";
import { buildTimeline } from "@/lib/jobs/timeline";
import { encodeJob, iso, isoOrNull } from "@/lib/server/jobs/encode-job";
import type { StaleConnections } from "@/lib/server/jobs/staleness";
import type {
  StoredAction,
  StoredBody,
  StoredDetail,
  StoredRun,
  StoredTransition,
} from "@/lib/server/store/job-detail";
import type { NamesakeJob } from "@/lib/server/store/same-name";

export interface DetailContext {
  role: Role;
  stale: StaleConnections;
  offers: { results: boolean; log: boolean };
  /** Other jobs that are the same thing run again; empty where the kind tells runs of its own. */
  namesakes: readonly NamesakeJob[];
}

/** Everything that is kept of a job, as its page shows it: the newest run. */
export function encodeDetail(stored: StoredDetail, context: DetailContext): JobDetail {
  const { job, body } = stored;
  const ref = { connection: job.connection, kind: job.kind, id: job.id };
  const open = stored.actions.find(
    ({ outcome }) => outcome === "asked" || outcome === "accepted" || outcome === "unknown",
  );
  const changes = stored.transitions.filter(({ run }) => run === job.run);
  const current = body?.subjobsCurrent === true && !isFinal(job.state);
  return {
    ...encodeJob({ job, open: open ?? null }, context.role, context.stale),
    run: job.run,
    timeline: timelineOf(changes, body, job.attempt),
    subjobs: current ? (body?.subjobs ?? null) : null,
    lastSubjobs: body?.subjobs && body.subjobsAt !== null ? { at: iso(body.subjobsAt), items: body.subjobs } : null,
    details: body?.details ?? { type: `${job.vendor}/${job.kind}` },
    raw: body?.raw ?? {},
    history: [...historyOf(ref, stored.runs, job.run), ...context.namesakes.map((one) => namesakeRun(ref, one))],
    events: eventsOf(changes, stored.actions),
    offers: context.offers,
    readProblem: job.readProblem && { ...job.readProblem, at: iso(job.readProblem.at) },
    progressProblem: isFinal(job.state) ? null : problemOf(body),
  };
}

function problemOf(body: StoredBody | null): JobDetail["progressProblem"] {
  const problem = body?.progressProblem ?? null;
  return problem && { ...problem, at: iso(problem.at) };
}

export function timelineOf(changes: readonly StoredTransition[], body: StoredBody | null, attempt: number): Segment[] {
  const vendorSegments = [
    ...(body?.pastSegments ?? []),
    ...(body?.segments ? [{ attempt, segments: body.segments }] : []),
  ];
  return buildTimeline({ transitions: changes, vendorSegments }).map((segment) => ({
    ...segment,
    from: iso(segment.from),
    to: isoOrNull(segment.to),
    fromEarliest: isoOrNull(segment.fromEarliest),
  }));
}

/** Newest first; the run on the page itself is not its own history. */
export function historyOf(ref: JobRef, runs: readonly StoredRun[], shown: string | null): Run[] {
  return runs
    .filter(({ run }) => run !== shown)
    .map((run) => ({
      run: run.run,
      state: run.state,
      vendorState: run.vendorState,
      startedAt: isoOrNull(run.startedAt),
      endedAt: isoOrNull(run.endedAt),
      durationMs: run.durationMs,
      path:
        run.runKind !== null && run.runId !== null
          ? jobPath({ connection: ref.connection, kind: run.runKind, id: run.runId })
          : jobPath(ref, run.run),
    }));
}

/** A job of its own, as a run of what it repeats. */
function namesakeRun(ref: JobRef, { id, startedAt, submittedAt, endedAt, ...job }: NamesakeJob): Run {
  return {
    run: id,
    state: job.state,
    vendorState: job.vendorState,
    startedAt: isoOrNull(startedAt ?? submittedAt),
    endedAt: isoOrNull(endedAt),
    durationMs: job.durationMs,
    path: jobPath({ ...ref, id }),
  };
}

/** Newest first; of two changes of one moment, the one that was written later. */
export function eventsOf(changes: readonly StoredTransition[], actions: readonly StoredAction[]): Event[] {
  const ordered = orderTransitions(changes).toReversed();
  const moves = ordered.map((change): Event => ({
    at: iso(change.at),
    type: "transition",
    from: change.fromVendorState,
    to: change.vendorState,
    state: change.state,
    certainty: change.certainty,
    earliest: isoOrNull(change.earliest),
    attempt: change.attempt,
  }));
  const done = actions.map((action): Event => ({
    at: iso(action.askedAt),
    type: "action",
    auditId: action.id,
    action: action.action,
    by: action.by,
    outcome: action.outcome,
    reason: action.reason,
    vendorMessage: action.vendorMessage,
    acceptedAt: isoOrNull(action.acceptedAt),
    settledAt: isoOrNull(action.settledAt),
    started: action.started?.map((job) => ({ connection: action.connection, ...job })) ?? null,
    plan: action.plan,
  }));
  return [...moves, ...done].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
