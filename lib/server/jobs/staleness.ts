import type { JobState } from "@/lib/jobs/state";
import { isFinal } from "@/lib/jobs/state";
import { silenceMs } from "@/lib/server/connections/current-health";
import type { Freshness } from "@/lib/server/store/list-jobs";
import type { ConnectionHub } from "@/lib/server/vendors/connection-hub";

/**
 * Connections whose jobs are shown as old, and why: `late`, the last try failed or three intervals have passed; `removed`,
 * nobody asks any more.
 */
export type StaleConnections = ReadonlyMap<string, Why>;
type Why = "late" | "removed";

export function staleConnections(rows: readonly Freshness[], hub: ConnectionHub, now: number): StaleConnections {
  return new Map(
    rows.flatMap((row): [string, Why][] => {
      const why = whyStale(row, hub, now);
      return why === null ? [] : [[row.connection, why]];
    }),
  );
}

function whyStale({ connection, health, lastAnswerAt }: Freshness, hub: ConnectionHub, now: number): Why | null {
  const live = hub.get(connection);
  if (!live) return "removed";
  const silent = lastAnswerAt === null || now - lastAnswerAt > silenceMs(live.config.pollSeconds);
  return health === "failing" || silent ? "late" : null;
}

/** Whether a job that has not ended may not be any more as it is shown. */
export function isStale(
  job: { connection: string; state: JobState; goneAt: number | null; readProblem: unknown },
  stale: StaleConnections,
): boolean {
  if (isFinal(job.state)) return false;
  return job.goneAt !== null || job.readProblem !== null || stale.has(job.connection);
}

/**
 * Until when a stale job is known to have been as it is shown, epoch ms; null where it is not stale. Of one that the vendor
 * no longer has, or of which a reading failed, only its last change is known: the connection's answers were about others.
 * @param lastAnswerAt when its connection last answered, epoch ms
 */
export function knownAt(
  job: Parameters<typeof isStale>[0] & { observedAt: number },
  stale: StaleConnections,
  lastAnswerAt: number | null,
): number | null {
  if (!isStale(job, stale)) return null;
  const answered = job.goneAt === null && job.readProblem === null ? lastAnswerAt : null;
  return Math.max(job.observedAt, answered ?? job.observedAt);
}
