import { startCollector, type Collector } from "@/lib/server/collector/collector";
import { closeDatabase, getDatabase } from "@/lib/server/db/get-database";
import { getEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { prepareServer } from "@/lib/server/prepare-server";
import { processGlobal } from "@/lib/server/process-global";
import { closeHub, getHub } from "@/lib/server/vendors/get-hub";

export interface Runtime {
  /** Ends the collector, closes every connection and the database. */
  stop(): Promise<void>;
}

const holder = processGlobal("runtime", () => ({ started: null as Promise<Runtime> | null }));

/**
 * Starts what a server process does beside answering requests: the database, the first admin, the open connections and,
 * where it is to run here, the collector. Once per process, however often it is called.
 */
export function startRuntime(options: { collector: boolean; web: boolean }): Promise<Runtime> {
  return (holder.started ??= start(options));
}

/** For the server: as the environment says; signals end it cleanly. */
export async function startServer(): Promise<void> {
  const runtime = await startRuntime({ collector: getEnv().collector === "in-process", web: true });
  stopOnSignals(runtime);
}

/** On SIGTERM or SIGINT everything is given back first: leases, sockets, the database's lock. */
export function stopOnSignals(runtime: Runtime): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    const tooLong = setTimeout(() => process.exit(1), 15_000);
    tooLong.unref();
    runtime.stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, "the end was not clean");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function start({ collector, web }: { collector: boolean; web: boolean }): Promise<Runtime> {
  const database = await getDatabase();
  await prepareServer({ web });
  const hub = await getHub();
  let running: Collector | null = null;
  const { retentionDays } = getEnv();
  if (collector)
    running = await startCollector({ database, hub, now: Date.now, random: Math.random, log, retentionDays });
  log.info({ engine: database.engine, connections: hub.all().length, collector }, "ready");
  return {
    async stop() {
      await running?.stop();
      await closeHub();
      await closeDatabase();
      holder.started = null;
    },
  };
}
