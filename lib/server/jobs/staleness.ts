import type { JobState } from "@/lib/jobs/state";
import { isFinal } from "@/lib/jobs/state";
import type { Freshness } from "@/lib/server/store/list-jobs";
import type { ConnectionHub } from "@/lib/server/vendors/connection-hub";

/**
 * Connections whose jobs are shown as old: the last try failed, three intervals have passed, or nobody asks any more.
 */
export function staleConnections(rows: readonly Freshness[], hub: ConnectionHub, now: number): Set<string> {
  return new Set(
    rows
      .filter(({ connection, health, lastAnswerAt }) => {
        const live = hub.get(connection);
        if (!live || health === "failing") return true;
        return lastAnswerAt === null || now - lastAnswerAt > 3 * live.config.pollSeconds * 1000 + 1_000;
      })
      .map(({ connection }) => connection),
  );
}

export function isStale(
  job: { connection: string; state: JobState; readProblem: unknown },
  stale: ReadonlySet<string>,
): boolean {
  return !isFinal(job.state) && (job.readProblem !== null || stale.has(job.connection));
}
