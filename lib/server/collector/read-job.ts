import { refKey, type JobRef } from "@/lib/jobs/ref";
import { isGivenUp } from "@/lib/server/collector/given-up";
import type { Database } from "@/lib/server/db/database";
import { processGlobal } from "@/lib/server/process-global";
import { applyProgress, markProgressUnknown } from "@/lib/server/store/apply-progress";
import { applyReadings } from "@/lib/server/store/apply-readings";
import { markGone, markUnreadable } from "@/lib/server/store/mark-job";
import { kindOf, type LiveConnection } from "@/lib/server/vendors/live-connection";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { VendorError } from "@/lib/vendors/errors";

export interface ReadDeps {
  db: Database;
  now: () => number;
  /** The collector's fencing number; null outside the collector. */
  fence: number | null;
  /** Epoch ms: runs that ended before are not taken up; absent or null: all are. */
  keepFrom?: number | null;
  /** Not to join a question that is under way: its answer may be older than what the caller has just learned. */
  anew?: boolean;
}

type Reads = Map<string, Promise<JobSnapshot | null>>;
/** By the open connection: a question to the old address is none to the new one. */
const underWay = processGlobal("job-reads", () => new WeakMap<LiveConnection, Reads>());

/**
 * Asks the vendor for one job by id and brings the answer into the record; many who ask at once share one call.
 * @returns null where the vendor says that there is no such job (a known one is marked as gone).
 * @throws VendorError where there is no answer; a known job keeps its state and is marked as unreadable.
 */
export function readJob(live: LiveConnection, ref: JobRef, deps: ReadDeps): Promise<JobSnapshot | null> {
  const key = refKey(ref);
  const reads: Reads = underWay.get(live) ?? new Map();
  underWay.set(live, reads);
  const running = reads.get(key);
  if (running && deps.anew) return running.catch(() => null).then(() => readJob(live, ref, { ...deps, anew: false }));
  if (running) return running;
  const read = readOnce(live, ref, deps).finally(() => reads.delete(key));
  reads.set(key, read);
  return read;
}

async function readOnce(live: LiveConnection, ref: JobRef, deps: ReadDeps): Promise<JobSnapshot | null> {
  const startedAt = deps.now();
  const ctx = live.context(new AbortController().signal);
  try {
    const snapshot = await live.connector.getJob(ctx, ref);
    if (snapshot === null) {
      await markGone(deps.db, ref, deps.now(), deps.fence);
      return null;
    }
    await applyReadings(deps.db, {
      connection: ref.connection,
      vendor: live.config.vendor,
      snapshots: [snapshot],
      startedAt,
      observedAt: deps.now(),
      source: "detail",
      fence: deps.fence,
      keepFrom: deps.keepFrom,
    });
    if (snapshot.state === "running" || snapshot.state === "starting") {
      await readProgress(live, ref, snapshot.startedAt ?? null, deps);
    }
    return snapshot;
  } catch (error) {
    if (error instanceof VendorError && error.reason !== "rate-limited" && !isGivenUp(error)) {
      await markUnreadable(deps.db, ref, { code: error.reason, message: error.message }, deps.now(), deps.fence);
    }
    throw error;
  }
}

/**
 * Asks for a running job's progress where its kind has one. No answer is no progress and changes no state; why there is
 * none is kept, in the vendor's words.
 * @param startedAt when the job started, ISO 8601: some vendors' own times can only be read against it.
 */
export async function readProgress(
  live: LiveConnection,
  ref: JobRef,
  startedAt: string | null,
  deps: ReadDeps,
): Promise<void> {
  if (!live.connector.getProgress || !kindOf(live, ref.kind)?.offers.subjobs) return;
  const ctx = live.context(new AbortController().signal);
  const reading = await live.connector.getProgress(ctx, ref, { startedAt }).catch((error: unknown) => {
    if (error instanceof VendorError) return error;
    throw error;
  });
  if (!(reading instanceof VendorError)) return applyProgress(deps.db, ref, reading, deps.now(), deps.fence);
  const problem = isGivenUp(reading) ? null : { code: reading.vendorCode ?? reading.reason, message: reading.message };
  await markProgressUnknown(deps.db, ref, problem, deps.now(), deps.fence);
}
