import type { Random } from "../../kit/random";
import { PLAIN_COLUMNS } from "../catalogue/columns";
import { SQL_FAILURES } from "../catalogue/failures";
import { OWNERS, QUEUES, TAG_SETS } from "../catalogue/names";
import { detailOf, pickTemplate, type SqlTemplate } from "../catalogue/sql-statements";
import type { Phase } from "../life/phases";
import type { SqlJob, SqlStatus } from "./sql-job";
import { planSubJobs } from "./sub-job-plan";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The plan of one life: how long each leg takes and how it ends. Infinity never ends. */
export interface SqlLife {
  launchMs: number;
  runMs: number;
  end: "FINISHED" | "FAILED" | "CANCELLED";
}

/** A job as the world submits them, at `startTime` (epoch ms). */
export function makeSqlJob(
  random: Random,
  startTime: number,
  life = randomLife(random),
  template?: SqlTemplate,
): SqlJob {
  const chosen = template ?? pickTemplate(random);
  const scales = chosen.type === "SCALE_QUEUE";
  const quick = chosen.type === "DCL" || chosen.type === "DDL";
  const plan =
    quick && Number.isFinite(life.runMs) && !template ? { ...life, launchMs: SECOND, runMs: 4 * SECOND } : life;
  const running = startTime + plan.launchMs;
  const end = running + plan.runMs;
  const phases: Phase<SqlStatus>[] = [
    { status: "LAUNCHING" as const, from: startTime },
    { status: scales ? ("SCALING" as const) : ("RUNNING" as const), from: running },
    { status: plan.end, from: end },
  ].filter((phase) => Number.isFinite(phase.from));
  const spark = !scales && !quick && Number.isFinite(running);
  const subJobs = spark ? planSubJobs(random, random.int(3, 5), running + 2 * SECOND, end) : [];
  const last = subJobs.at(-1);
  // A subjob that fails is seen as such for a moment before the job ends.
  if (last && plan.end === "FAILED")
    Object.assign(last, { end: "FAILED", to: Math.max(last.from + SECOND, end - 3 * SECOND) });

  const id = random.uuid();
  const columns = chosen.columns ?? (chosen.type === "QUERY" ? PLAIN_COLUMNS : undefined);
  const tags = random.pick(TAG_SETS);
  const day = new Date(startTime).toISOString().slice(0, 10).replaceAll("-", "/");
  const rows = chosen.type === "INSERT" || chosen.type === "IMPORT" ? random.int(0, 5_000_000) : undefined;
  return {
    id,
    origin: "world",
    type: chosen.type,
    mode: chosen.type === "DCL" ? "sync" : "async",
    queue: random.pick(QUEUES),
    owner: random.pick(OWNERS),
    engine: chosen.type === "QUERY" && random.chance(0.15) ? "hetuEngine" : "spark",
    statement: chosen.text(random),
    startTime,
    phases,
    subJobs,
    database: chosen.database,
    table: chosen.table,
    columns,
    detail: detailOf(columns),
    inputSize: quick ? 0 : random.int(1_000, 900_000) * random.pick([1, 1_000, 1_000_000]),
    resultCount: chosen.type === "QUERY" ? random.int(0, 5000) : (rows ?? 0),
    inputRows: rows,
    badRows: rows === undefined ? undefined : random.pick([0, 0, 0, 3, 412]),
    tags: tags.length > 0 ? tags : undefined,
    userConf: random.chance(0.5)
      ? JSON.stringify({ "spark.sql.shuffle.partitions": String(random.int(2, 20) * 50) })
      : undefined,
    resultPath: chosen.type === "QUERY" ? `obs://lake-jobs/jobs/result/{project}/${day}/${id}` : undefined,
    detailsPath: spark ? `obs://lake-jobs/jobs/execution_details/{project}/${day}/${id}` : undefined,
    cpuCost: random.int(10, 90_000) * 1000,
    outputByte: random.int(0, 9_000_000),
    failure:
      plan.end === "FAILED"
        ? random.pick(SQL_FAILURES)
        : plan.end === "CANCELLED"
          ? "The job was canceled by its owner."
          : "",
    cancel: "obeys",
    cancelLagMs: random.int(2, 6) * SECOND,
    progress: "answers",
  };
}

/** About five minutes on average; one in twenty waits for a cluster to start. */
export function randomLife(random: Random): SqlLife {
  const fate = random.next();
  return {
    launchMs: random.chance(0.05) ? random.int(5, 9) * MINUTE : random.int(2, 20) * SECOND,
    runMs: random.int(60, 540) * SECOND,
    end: fate < 0.8 ? "FINISHED" : fate < 0.92 ? "FAILED" : "CANCELLED",
  };
}
