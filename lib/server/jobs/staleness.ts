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

export function isStale(
  job: { connection: string; state: JobState; readProblem: unknown },
  stale: StaleConnections,
): boolean {
  return !isFinal(job.state) && (job.readProblem !== null || stale.has(job.connection));
}
