import { randomUUID } from "node:crypto";
import { ConnectionRunner, type RunnerDeps } from "@/lib/server/collector/connection-runner";
import { startHousekeeping } from "@/lib/server/collector/housekeeping";
import type { OpenDatabase } from "@/lib/server/db/database";
import { confirmStarted, sweepActions } from "@/lib/server/store/action-settlements";
import { ensureHealth } from "@/lib/server/store/fence";
import { forgetInterest } from "@/lib/server/store/interest";
import { refreshStatistics } from "@/lib/server/store/refresh-statistics";
import { claim, freeAllLeases, heartbeat, leave, release, renew, type Lease } from "@/lib/server/store/leases";
import { vacuumAll } from "@/lib/server/store/vacuum";
import type { ConnectionHub } from "@/lib/server/vendors/connection-hub";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";

export interface CollectorDeps {
  database: OpenDatabase;
  hub: ConnectionHub;
  now: () => number;
  random: () => number;
  log: RunnerDeps["log"];
  /** Jobs that ended longer ago are removed; absent or null: everything is kept. */
  retentionDays?: number | null;
}

export interface Collector {
  /** Ends all work and gives the connections back. */
  stop(): Promise<void>;
}

interface Held {
  lease: Lease;
  live: LiveConnection;
  runner: ConnectionRunner;
}

const ROUND_MS = 1_000;
const STATISTICS_EVERY_MS = 60_000;
/** An action that was asked this long ago without an outcome has lost its server: a vendor call takes 25 s at most. */
const ASKED_LOST_AFTER_MS = 60_000;

/**
 * Shares the connections with the other living collectors of this database, and runs each one it holds. Once a second it
 * says that it lives, renews its leases, takes its share of what is free, and settles what no reading settles.
 */
export async function startCollector(deps: CollectorDeps): Promise<Collector> {
  const { db, engine } = deps.database;
  const { retentionDays = null } = deps;
  const owner = randomUUID();
  const held = new Map<string, Held>();
  let stopped = false;
  let round: Promise<void> = Promise.resolve();

  const drop = async (names: string[], giveBack: boolean) => {
    const going = names.flatMap((name) => held.get(name) ?? []);
    for (const name of names) held.delete(name);
    await Promise.all(going.map(({ runner }) => runner.stop()));
    if (giveBack) await release(db, owner, names);
  };

  const once = async () => {
    const now = deps.now();
    const wanted = deps.hub.all();
    const reconfigured = [...held.values()].filter(({ live }) => deps.hub.get(live.config.id) !== live);
    await drop(
      reconfigured.map(({ live }) => live.config.id),
      true,
    );

    const kept = await renew(
      db,
      owner,
      [...held.values()].map(({ lease }) => lease),
      now,
    );
    await drop(
      [...held.keys()].filter((name) => !kept.has(name)),
      false,
    );
    for (const [name, nextPollAt] of kept) held.get(name)?.runner.askBy(nextPollAt);

    const alive = await heartbeat(db, owner, now);
    const share = Math.ceil(wanted.length / alive);
    if (held.size > share) await drop([...held.keys()].slice(share), true);
    const free = wanted.map(({ config }) => config.id).filter((id) => !held.has(id));
    for (const lease of await claim(db, owner, free, share - held.size, now)) {
      const live = deps.hub.get(lease.connection);
      if (!live) continue;
      const runner = new ConnectionRunner({
        db,
        live,
        fence: lease.fence,
        now: deps.now,
        random: deps.random,
        log: deps.log,
        retentionDays,
      });
      held.set(lease.connection, { lease, live, runner });
    }
    await confirmStarted(db, now);
    await sweepActions(db, now, now - ASKED_LOST_AFTER_MS);
  };

  const ensure = async () => {
    for (const { config } of deps.hub.all()) await ensureHealth(db, config.id, deps.now());
  };

  await ensure();
  // The embedded database has one process: whoever held a lease or asked the vendor before is dead.
  if (engine === "embedded") {
    await freeAllLeases(db);
    // Now, while nobody waits for an answer yet.
    await vacuumAll(db);
    await sweepActions(db, deps.now(), deps.now());
  }
  let statisticsAt = -Infinity;
  const tick = async () => {
    if (engine === "embedded" && performance.now() - statisticsAt >= STATISTICS_EVERY_MS) {
      statisticsAt = performance.now();
      await refreshStatistics(db);
    }
    await ensure();
    await once();
    if (deps.random() < 0.02) await forgetInterest(db, deps.now());
  };
  const timer = setInterval(() => {
    if (stopped) return;
    // Rounds never overlap; one that is slow makes the next ones late, not many.
    round = round
      .then(tick)
      .catch((error: unknown) => deps.log.warn({ err: error }, "a round of the collector failed"));
  }, ROUND_MS);
  round = tick();
  await round;
  const housekeeping = startHousekeeping({
    db,
    embedded: engine === "embedded",
    hub: deps.hub,
    now: deps.now,
    log: deps.log,
    retentionDays,
    heldFence: (connection) => held.get(connection)?.lease.fence,
  });

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await housekeeping.stop();
      await round.catch(() => {});
      await drop([...held.keys()], true);
      await leave(db, owner);
    },
  };
}
