import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { JOB_STATES } from "@/lib/jobs/state";
import { connectionDirectory } from "@/lib/server/connections/configured-connections";
import { currentHealth } from "@/lib/server/connections/current-health";
import { jobCounts } from "@/lib/server/db/schema/jobs";
import { processGlobal } from "@/lib/server/process-global";
import type { Services } from "@/lib/server/routes/services";
import { connectionHealthRows } from "@/lib/server/store/health";

const HEALTHS = ["ok", "slow", "failing", "paused", "starting"] as const;

/** What this process counts. */
export interface Metrics {
  registry: Registry;
  /** Our own API: `route` is a template, never a path with ids. */
  requests: Histogram<"route" | "method" | "status">;
  /** HTTP requests to vendors; `outcome` is `answered` or why there was no answer. */
  vendorCalls: Counter<"connection" | "outcome">;
  /** Words of vendors that no one has taught us. */
  unknownWords: Counter<"vendor" | "kind" | "word">;
  /** Jobs that were removed for their age. */
  removedJobs: Counter<"connection">;
  jobs: Gauge<"connection" | "state">;
  health: Gauge<"connection" | "health">;
}

/** The process's metrics, made at the first call. */
export function metrics(): Metrics {
  return processGlobal("metrics", create);
}

function create(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "jobwatch_" });
  return {
    registry,
    requests: new Histogram({
      name: "jobwatch_http_request_seconds",
      help: "Requests to our API by route, method and status.",
      labelNames: ["route", "method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
      registers,
    }),
    vendorCalls: new Counter({
      name: "jobwatch_vendor_calls_total",
      help: "HTTP requests to vendors by connection and outcome.",
      labelNames: ["connection", "outcome"],
      registers,
    }),
    unknownWords: new Counter({
      name: "jobwatch_unknown_vendor_states_total",
      help: "Readings with a vendor state that no table translates.",
      labelNames: ["vendor", "kind", "word"],
      registers,
    }),
    removedJobs: new Counter({
      name: "jobwatch_removed_jobs_total",
      help: "Jobs removed from the record for their age.",
      labelNames: ["connection"],
      registers,
    }),
    jobs: new Gauge({
      name: "jobwatch_jobs",
      help: "Known jobs by connection and state.",
      labelNames: ["connection", "state"],
      registers,
    }),
    health: new Gauge({
      name: "jobwatch_connection_health",
      help: "1 for the health that a connection has now, 0 for the others.",
      labelNames: ["connection", "health"],
      registers,
    }),
  };
}

/** The metrics as Prometheus text, with what the database knows as of now. */
export async function renderMetrics(services: Services): Promise<string> {
  const { db, now } = services;
  const { registry, jobs, health } = metrics();
  const counts = await db
    .select({ connection: jobCounts.connection, state: jobCounts.state, n: sql<number>`sum(${jobCounts.n})::int` })
    .from(jobCounts)
    .groupBy(jobCounts.connection, jobCounts.state);
  jobs.reset();
  health.reset();
  for (const { connection, state, n } of counts) {
    if (JOB_STATES.includes(state)) jobs.set({ connection, state }, n);
  }
  const configured = new Map((await connectionDirectory(services).list()).map((config) => [config.id, config]));
  for (const row of await connectionHealthRows(db)) {
    const config = configured.get(row.connection);
    const current = config === undefined ? row.health : currentHealth(row, config, now()).health;
    for (const word of HEALTHS) health.set({ connection: row.connection, health: word }, current === word ? 1 : 0);
  }
  return registry.metrics();
}
