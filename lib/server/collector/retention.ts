import { setTimeout as sleep } from "node:timers/promises";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";
import type { Database } from "@/lib/server/db/database";
import { FencedOff } from "@/lib/server/store/fence";
import { findOldJobs, findOldRuns, FIRST, removeJobs, removeRuns, type Retention } from "@/lib/server/store/retention";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";

const DAY_MS = 24 * 3_600_000;
/** Removed at once: on the embedded database some 10 ms, in which nobody is answered. */
const BATCH = 200;
/** Between two batches, for everybody else. */
const PAUSE_MS = 50;

/** Epoch ms: what ended before is old; null where everything is kept. */
export function keepFrom(retentionDays: number | null, now: number): number | null {
  return retentionDays === null ? null : now - retentionDays * DAY_MS;
}

/**
 * Whether a job of a vendor's list that is not on record is left alone: it would be removed again. What is asked for by
 * id is always taken up, and so are definitions, what the configuration names, and what tells no end.
 */
export function isPast(live: LiveConnection, snapshot: JobSnapshot, cut: number): boolean {
  const { kind, id, endedAt } = snapshot;
  if (!isFinal(snapshot.state) || !endedAt || Date.parse(endedAt) >= cut) return false;
  if (live.connector.descriptor.kinds.some((known) => known.kind === kind && known.definition)) return false;
  return !live.config.jobs.some((job) => job.kind === kind && job.id === id);
}

/** What one run removed. */
export interface Removed {
  jobs: number;
  runs: number;
}

/**
 * Removes what is old of the connections that are ours to write, batch by batch with pauses.
 * @param fenceOf the number to write a connection's jobs with, null where nobody holds it; undefined: not ours.
 */
export async function removeOld(
  db: Database,
  retention: Retention,
  fenceOf: (connection: string) => number | null | undefined,
  signal: AbortSignal,
): Promise<Map<string, Removed>> {
  const removed = new Map<string, Removed>();
  const count = (connection: string, more: Partial<Removed>) => {
    const { jobs, runs } = removed.get(connection) ?? { jobs: 0, runs: 0 };
    removed.set(connection, { jobs: jobs + (more.jobs ?? 0), runs: runs + (more.runs ?? 0) });
  };
  for (let place: typeof FIRST | null = FIRST; place !== null && !signal.aborted;) {
    const { found, next } = await findOldJobs(db, retention, place, BATCH);
    for (const [connection, seqs] of found) {
      const fence = fenceOf(connection);
      if (fence === undefined) continue;
      const jobs = await unlessTaken(() => removeJobs(db, retention, connection, seqs, fence));
      if (jobs > 0) count(connection, { jobs });
    }
    place = next;
    await sleep(PAUSE_MS);
  }
  while (!signal.aborted) {
    let progress = 0;
    for (const [connection, runs] of await findOldRuns(db, retention, BATCH)) {
      const fence = fenceOf(connection);
      if (fence === undefined) continue;
      const gone = await unlessTaken(() => removeRuns(db, connection, runs, fence));
      if (gone > 0) count(connection, { runs: gone });
      progress += gone;
    }
    if (progress === 0) break;
    await sleep(PAUSE_MS);
  }
  return removed;
}

/** A connection that another collector took over meanwhile is that one's to clean. */
async function unlessTaken(remove: () => Promise<number>): Promise<number> {
  try {
    return await remove();
  } catch (error) {
    if (error instanceof FencedOff) return 0;
    throw error;
  }
}
