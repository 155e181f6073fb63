import { vendorDescriptors } from "@/lib/server/connections/vendor-descriptors";
import { keepFrom, removeOld } from "@/lib/server/collector/retention";
import type { RunnerDeps } from "@/lib/server/collector/connection-runner";
import { vacuumDead } from "@/lib/server/store/vacuum";
import type { Database } from "@/lib/server/db/database";
import { isQuietFor } from "@/lib/server/last-request";
import { metrics } from "@/lib/server/metrics";
import type { ConnectionHub } from "@/lib/server/vendors/connection-hub";

export interface HousekeepingDeps {
  db: Database;
  /** It has nobody else to clear up after its writes. */
  embedded: boolean;
  hub: ConnectionHub;
  now: () => number;
  log: RunnerDeps["log"];
  /** null: everything is kept. */
  retentionDays: number | null;
  /** The fence of a connection that this collector holds. */
  heldFence: (connection: string) => number | undefined;
}

export interface Housekeeping {
  /** Resolves when nothing of it is under way. */
  stop(): Promise<void>;
}

const EVERY_MS = 3_600_000;
const VACUUM_EVERY_MS = 60_000;
/** So long without a question is a quiet moment: an open tab asks more often. */
const QUIET_MS = 30_000;

/**
 * Removes once an hour what is older than the record is to reach, and each minute clears up the embedded database, beside
 * everything else that the collector does.
 */
export function startHousekeeping(deps: HousekeepingDeps): Housekeeping {
  const stop = new AbortController();
  let run: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>, failed: string) => () => {
    run = run.then(async () => {
      if (stop.signal.aborted) return;
      await work().catch((err: unknown) => deps.log.warn({ err }, failed));
    });
  };
  const removal = inTurn(() => removeByAge(deps, stop.signal), "old jobs could not be removed");
  const vacuum = inTurn(() => vacuumDead(deps.db, isQuietFor(QUIET_MS)), "the database could not be cleared up");
  const timers = [setInterval(removal, EVERY_MS), deps.embedded ? setInterval(vacuum, VACUUM_EVERY_MS) : undefined];
  for (const timer of timers) timer?.unref();
  removal();
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stop.abort();
      await run;
    },
  };
}

async function removeByAge({ db, hub, now, log, retentionDays, heldFence }: HousekeepingDeps, signal: AbortSignal) {
  const at = now();
  const cut = keepFrom(retentionDays, at);
  if (cut === null) return;
  const began = performance.now();
  const retention = {
    cut,
    now: at,
    definitions: Object.entries(vendorDescriptors()).flatMap(([vendor, { kinds }]) =>
      kinds.filter(({ definition }) => definition).map(({ kind }) => ({ vendor, kind })),
    ),
    followed: hub.all().flatMap(({ config }) => config.jobs.map((job) => ({ connection: config.id, ...job }))),
  };
  // What is left of a connection that is configured no more is anybody's: its row's lock puts writers in order.
  const fenceOf = (name: string) => heldFence(name) ?? (hub.get(name) ? undefined : null);
  const removed = await removeOld(db, retention, fenceOf, signal);
  let jobs = 0;
  let runs = 0;
  for (const [connection, gone] of removed) {
    metrics().removedJobs.inc({ connection }, gone.jobs);
    jobs += gone.jobs;
    runs += gone.runs;
  }
  const facts = { jobs, runs, endedBefore: new Date(cut).toISOString(), ms: Math.round(performance.now() - began) };
  log.info(facts, "old jobs removed");
}
