import { sweep } from "../../../lib/server/collector/sweep";
import type { ConfiguredConnection } from "../../../lib/server/connections/configured-connection";
import { createOutbound } from "../../../lib/server/outbound/outbound";
import { ensureHealth } from "../../../lib/server/store/fence";
import { ConnectionHub } from "../../../lib/server/vendors/connection-hub";
import type { LiveConnection } from "../../../lib/server/vendors/live-connection";
import { vendors } from "../../../lib/vendors/registry";
import { createDliSandbox } from "../../../sandbox/huawei-dli/server";
import { listen } from "../../../sandbox/kit/sandbox-server";
import type { Figure } from "../figure";
import { openStore } from "../store";
import { callsOf, control, forgetCalls } from "../vendors";

const JOBS = { sql: 1000, flink: 200, arrivals: false };
const DAYS = 30;

/** What a full list of a busy DLI account costs its gateway, in calls. */
export const dliSweep: Figure = {
  name: "dli-sweep",
  about: `calls of one sweep over ${JOBS.sql} SQL and ${JOBS.flink} Flink jobs, and what nobody looks at`,
  needsBuild: false,
  patienceSeconds: 120,
  async run(scenes) {
    const sandbox = await listen(createDliSandbox({ jobs: JOBS }), 0);
    scenes.atEndOfFigure(() => sandbox.close());
    // Else some jobs end between two sweeps, and each of them is asked for once more.
    await control(sandbox, "POST", "/clock", { speed: 0 });
    const { db, close } = await openStore({ env: { DATA_DIR: scenes.newFolder("dli-sweep") } });
    scenes.atEndOfFigure(close);
    const outbound = createOutbound({ vendorNetworks: [] });
    scenes.atEndOfFigure(() => outbound.close());
    const hub = new ConnectionHub(outbound, vendors, Date.now);
    scenes.atEndOfFigure(async () => hub.close());
    hub.configure([connectionTo(sandbox.origin)]);
    const live = hub.get("dli-north");
    if (!live) throw new Error("the connection is not open");
    await ensureHealth(db, "dli-north", Date.now());

    const since = Date.now() - DAYS * 24 * 3_600_000;
    const sweepOnce = async (recentSince: number | null, lastProgress: string | null) => {
      await forgetCalls(sandbox);
      const signal = AbortSignal.timeout(60_000);
      const before = { lastProgress, lastMissing: null };
      const report = await sweep({ db, live, fence: null, now: Date.now, signal, recentSince, ...before });
      const progress = await control<{ count: number }>(sandbox, "GET", "/calls?path=%2Fprogress");
      return { calls: await callsOf(sandbox), progress: progress.count, lastProgress: report.lastProgress };
    };
    const first = await sweepOnce(since, null);
    const next = await sweepOnce(null, first.lastProgress);
    await forgetCalls(sandbox);
    const listed = await listAll(live, since);
    const full = await callsOf(sandbox);
    return [
      {
        what: "calls of one list of everything",
        value: full,
        unit: "calls",
        limit: { atMost: 14 },
        absolute: `${listed.sql} SQL, ${listed.flink} Flink and ${listed["spark-batch"]} batch jobs of ${DAYS} days`,
      },
      {
        what: "calls of the sweep after the first",
        value: next.calls,
        unit: "calls",
        limit: { atMost: 14 },
        absolute: `the first, which looks back ${DAYS} days too, took ${first.calls}`,
      },
      {
        what: "calls for progress in a sweep",
        value: Math.max(first.progress, next.progress),
        unit: "calls",
        limit: { atMost: 1 },
        absolute: "for all running jobs together, each in its turn",
      },
    ];
  },
};

/** Every page that the vendor has to give, and how many jobs of each kind were on them. */
async function listAll(live: LiveConnection, since: number): Promise<Record<string, number>> {
  const ctx = live.context(AbortSignal.timeout(60_000));
  const listed: Record<string, number> = { sql: 0, flink: 0, "spark-batch": 0 };
  let cursor: string | null = null;
  do {
    const page = await live.connector.listJobs(ctx, { scope: "recent", since, cursor });
    for (const { kind } of page.items) listed[kind] = (listed[kind] ?? 0) + 1;
    cursor = page.cursor;
  } while (cursor !== null);
  return listed;
}

function connectionTo(origin: string): ConfiguredConnection {
  return {
    id: "dli-north",
    name: "DLI",
    vendor: "huawei-dli",
    baseUrl: origin,
    settings: { baseUrl: origin, consoleUrl: null, projectId: "330e068af1334c9782f4226acc00a2e2" },
    auth: { type: "token", scheme: "iam-token", values: { token: "sandbox-dli-token" } },
    trust: "file",
    ca: null,
    pollSeconds: 5,
    budgetPerMinute: 6000,
    paused: false,
    jobs: [],
    configVersion: 1,
  };
}
