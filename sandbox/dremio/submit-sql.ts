import type { Account } from "./accounts";
import { granted, preparing } from "./draw-life";
import { layOut, type Job, type Step } from "./job";
import { makeJob } from "./draw-job";
import { TOO_MANY_LIVE } from "./reasons";
import type { Results } from "./results";
import { SqlError } from "./sql/sql-error";
import { readsSystemTable } from "./system-tables";
import type { World } from "./world";

/** What `POST /sql` was asked. */
export interface Submission {
  sql: string;
  context: string[];
  engineName: string | null;
  /** Whether it came by Cloud's paths, or to a Cloud. */
  cloud: boolean;
}

/** Makes the REST job of a statement. It is listed like any other, the listing queries themselves included (2.5). */
export function submitSql(world: World, results: Results, account: Account, ask: Submission, now: number): Job {
  const listing = readsSystemTable(ask.sql);
  const { random, switches } = world;
  const writes = /^\s*(insert|update|delete|merge|create\s+table|copy)\b/i.test(ask.sql);
  const statement = {
    sql: ask.sql,
    user: account.name,
    queryType: "REST",
    role: "small" as const,
    datasets: [],
    writes,
  };
  const fails = /FAIL/.test(ask.sql) && !listing;
  const rejected = switches.rejectSql === "failed";
  const life = rejected
    ? {
        steps: [
          ["PENDING", 10],
          ["FAILED", 0],
        ] satisfies Step[],
        errorMessage: TOO_MANY_LIVE,
      }
    : { steps: genericSteps(world, fails), errorMessage: fails ? "FUNCTION ERROR: the statement says FAIL" : "" };
  const job = world.add(makeJob(random, now, switches.flavor, statement, life));
  job.context = ask.context.length > 0 ? `[${ask.context.join(", ")}]` : "";
  if (ask.engineName) job.engine = ask.engineName;
  job.relationships = [];
  job.restampsStart = false;
  if (listing && !rejected) runListing(job, results, ask, switches.listingMs, now);
  return job;
}

function genericSteps({ random, switches }: World, fails: boolean): Step[] {
  const run: Step = ["RUNNING", random.int(1_000, 8_000)];
  const queued = granted(random, switches.flavor).filter(([state]) => state !== "ENGINE_START");
  return [
    ...preparing(random),
    ...queued.map(([state, ms]): Step => [state, Math.min(ms, 500)]),
    run,
    [fails ? "FAILED" : "COMPLETED", 0],
  ];
}

/** A listing is answered with what is true when it executes; it finds itself running. */
function runListing(job: Job, results: Results, ask: Submission, ms: number, now: number): void {
  const part = (share: number) => Math.round(ms * share);
  const steps: Step[] = [
    ["PENDING", part(0.05)],
    ["METADATA_RETRIEVAL", part(0.15)],
    ["PLANNING", part(0.2)],
    ["QUEUED", part(0.05)],
    ["EXECUTION_PLANNING", part(0.05)],
    ["STARTING", part(0.1)],
    ["RUNNING", part(0.4)],
    ["COMPLETED", 0],
  ];
  job.output = { kind: "select", text: ask.sql, cloud: ask.cloud };
  job.datasets = [/\bfrom\s+([\w".]+)/i.exec(ask.sql)?.[1]?.replaceAll('"', "") ?? "sys"];
  job.phases = layOut(now, steps.slice(0, -1));
  try {
    const executes = job.phases.find((phase) => phase.state === "RUNNING")?.at ?? now;
    job.rows = results.run(job, Math.max(now, executes));
    job.rowsScanned = job.rows;
    job.phases = layOut(now, steps);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    job.errorMessage = error.message;
    job.phases = layOut(now, [...steps.slice(0, 2), ["FAILED", 0]]);
  }
}
