import type { Random } from "../../kit/random";
import { OWNERS, QUEUES } from "../catalogue/names";
import type { Phase } from "../life/phases";
import type { Batch, BatchState } from "./batch";

const SECOND = 1000;
const APPS = [
  ["features_daily", "com.example.batch.FeaturesDaily", "jobs/features-2.3.jar"],
  ["dedupe_events", "com.example.batch.DedupeEvents", "jobs/dedupe-1.0.jar"],
  ["backfill_orders", "com.example.batch.Backfill", "jobs/backfill-4.1.jar"],
  ["train_recommender", "", "jobs/train_recommender.py"],
] as const;

/** How long each leg of a batch's life takes and how it ends. Infinity never ends. */
export interface BatchLife {
  startMs: number;
  runMs: number;
  /** Falls over once in the middle and is restored. */
  recovers: boolean;
  end: "success" | "dead";
}

export function makeBatch(random: Random, createTime: number, life = randomBatchLife(random)): Batch {
  const [name, className, file] = random.pick(APPS);
  const running = createTime + life.startMs;
  const middle = running + (Number.isFinite(life.runMs) ? life.runMs / 2 : 60 * SECOND);
  const legs: Phase<BatchState>[] = [
    { status: "starting", from: createTime },
    { status: "running", from: running },
    ...(life.recovers
      ? [
          { status: "recovering" as const, from: middle },
          { status: "running" as const, from: middle + 30 * SECOND },
        ]
      : []),
    { status: life.end, from: running + life.runMs },
  ];
  const queue = random.pick(QUEUES.filter((candidate) => candidate !== "default"));
  const custom = random.chance(0.2);
  return {
    id: random.uuid(),
    origin: "world",
    name,
    owner: random.pick(OWNERS),
    queue,
    createTime,
    phases: legs.filter((leg) => Number.isFinite(leg.from)),
    appId: `application_${createTime}_${String(random.int(1, 9999)).padStart(4, "0")}`,
    kind: file.endsWith(".py") ? "pyspark" : "spark",
    scType: random.pick(["A", "B", "C", "CUSTOMIZED"]),
    image: custom ? "lakehouse/spark-custom:3.3" : null,
    feature: custom ? "custom" : "basic",
    request: JSON.stringify({
      file,
      ...(className ? { className } : {}),
      cluster_name: queue,
      name,
      args: ["--date", new Date(createTime).toISOString().slice(0, 10)],
      conf: { "spark.executor.memoryOverhead": "1g" },
    }),
    lines: random.int(40, 400),
    cancel: "obeys",
    cancelLagMs: random.int(2, 6) * SECOND,
  };
}

/** About ten minutes. */
export function randomBatchLife(random: Random): BatchLife {
  return {
    startMs: random.int(20, 120) * SECOND,
    runMs: random.int(240, 840) * SECOND,
    recovers: random.chance(0.15),
    end: random.chance(0.8) ? "success" : "dead",
  };
}
