import type { Random } from "../../kit/random";

/** A Spark job inside a SQL job, planned from start to end. Instants are epoch ms; `to` may be Infinity. */
export interface SubJobPlan {
  id: number;
  name: string;
  description?: string;
  stages: readonly { id: number; tasks: number; skipped: boolean }[];
  /** Attempts that succeed once more: completed tasks then exceed the total. */
  retried: number;
  failed: number;
  killed: Readonly<Record<string, number>>;
  slots: number;
  from: number;
  to: number;
  end: "SUCCEEDED" | "FAILED" | "UNKNOWN";
}

const CALL_SITES = [
  "runJob at FileFormatWriter.scala:266",
  "collect at CarbonSparkDataSource.scala:116",
  "csv at NativeMethodAccessorImpl.java:0",
  "$anonfun$withThreadLocalCaptured$1 at FutureTask.java:266",
  "toPandas at broadcast exchange (runId 4f1c):12",
  "insertInto at HiveTableSink.scala:88",
];
const KILL_REASONS = ["another attempt succeeded", "Stage cancelled", "preempted by scheduler"] as const;

/**
 * `count` subjobs one after another over [from, to). The second has skipped stages, the third retried, failed and killed
 * tasks; ids and stage ids count on from 0.
 */
export function planSubJobs(random: Random, count: number, from: number, to: number): SubJobPlan[] {
  const weights = Array.from({ length: count }, () => random.int(2, 6));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const life = Number.isFinite(to) ? to - from : count * 60_000;
  let stageId = 0;
  let at = from;
  return weights.map((weight, index) => {
    const skips = index === 1;
    const retries = index === 2;
    const stages = Array.from({ length: skips ? 3 : random.int(1, 3) }, (_, nth) => ({
      id: stageId++,
      tasks: random.int(5, 20) * random.pick([4, 8, 20]),
      skipped: skips && nth < 2,
    }));
    const start = at;
    at += Math.round((life * weight) / total);
    const last = index === count - 1;
    const tasks = stages.reduce((sum, stage) => sum + (stage.skipped ? 0 : stage.tasks), 0);
    return {
      id: index,
      name: CALL_SITES[index % CALL_SITES.length] ?? "runJob",
      description: index % 2 === 0 ? `DLI SQL statement, step ${index + 1} of the plan` : undefined,
      stages,
      retried: retries ? Math.max(2, Math.floor(tasks / 10)) : 0,
      failed: retries ? random.int(1, 4) : 0,
      killed: retries ? killedTasks(random) : {},
      slots: random.pick([4, 8, 16]),
      from: start,
      to: last ? to : at,
      end: "SUCCEEDED" as const,
    };
  });
}

/** `count` subjobs that run side by side over [from, to), for a page with many bars. */
export function planParallelSubJobs(random: Random, count: number, from: number, to: number): SubJobPlan[] {
  return Array.from({ length: count }, (_, index) => {
    const [plan] = planSubJobs(random, 1, from, to);
    if (!plan) throw new RangeError("no plan");
    return { ...plan, id: index, stages: [{ id: index, tasks: random.int(20, 400), skipped: false }] };
  });
}

function killedTasks(random: Random): Record<string, number> {
  return { [KILL_REASONS[0]]: random.int(2, 5), [random.pick(KILL_REASONS.slice(1))]: random.int(1, 2) };
}
