import type { Job, PendingAction } from "@/lib/contract/job";
import type { Role } from "@/lib/contract/primitives";
import { availableActions } from "@/lib/jobs/available-actions";
import { jobPath } from "@/lib/jobs/job-path";
import { isStale, type StaleConnections } from "@/lib/server/jobs/staleness";
import type { JobRow, OpenActionRow } from "@/lib/server/store/list-jobs";

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}

/** A stored row as the contract shows it to a user of this role. */
export function encodeJob({ job, open }: JobRow, role: Role, stale: StaleConnections): Job {
  const ref = { connection: job.connection, kind: job.kind, id: job.id };
  // Nobody can be asked to do anything where there is no connection any more.
  const gone = job.goneAt !== null || stale.get(job.connection) === "removed";
  return {
    connection: job.connection,
    kind: job.kind,
    id: job.id,
    vendor: job.vendor,
    name: job.name,
    state: job.state,
    vendorState: job.vendorState,
    attention: job.attention,
    owner: job.owner,
    queue: job.queue,
    type: job.type,
    submittedAt: isoOrNull(job.submittedAt),
    startedAt: isoOrNull(job.startedAt),
    endedAt: isoOrNull(job.endedAt),
    durationMs: job.durationMs,
    progress: job.progress,
    rowCount: job.rowCount,
    error: job.error,
    actions: availableActions(job.allowed, role, { hasOpenAction: open !== null, gone }),
    pendingAction: open && pendingOf(open),
    path: jobPath(ref),
    vendorUrl: job.vendorUrl,
    firstSeenAt: iso(job.firstSeenAt),
    observedAt: iso(job.observedAt),
    stale: isStale(job, stale),
    gone: job.goneAt !== null,
  };
}

function pendingOf(open: OpenActionRow): PendingAction | null {
  if (open.outcome !== "asked" && open.outcome !== "accepted" && open.outcome !== "unknown") return null;
  return {
    action: open.action,
    status: open.outcome,
    by: open.by,
    at: iso(open.askedAt),
    reason: open.reason,
    auditId: open.id,
  };
}
