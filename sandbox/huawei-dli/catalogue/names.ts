/** Users who submit jobs: service accounts by the work they do. */
export const OWNERS = [
  "etl_prod",
  "etl_nightly",
  "bi_report",
  "data_quality",
  "ml_feature",
  "finance_batch",
  "adhoc_analyst",
  "cdc_ingest",
] as const;

/** Queues of the project. `default` is the vendor's shared one. */
export const QUEUES = ["default", "etl_queue", "bi_queue", "adhoc_queue", "ml_queue"] as const;

/** Queues that Flink jobs run on. */
export const FLINK_QUEUES = ["flink_realtime", "flink_general", "flinktest"] as const;

/** A tag on a job. */
export interface Tag {
  key: string;
  value: string;
}

export const TAG_SETS: readonly (readonly Tag[])[] = [
  [],
  [],
  [{ key: "env", value: "prod" }],
  [
    { key: "env", value: "prod" },
    { key: "team", value: "growth" },
  ],
  [{ key: "cost-center", value: "fin-204" }],
  [
    { key: "env", value: "staging" },
    { key: "pipeline", value: "orders_daily" },
    { key: "tier", value: "2" },
  ],
];

/** Every queue that a request may name. */
export const KNOWN_QUEUES: ReadonlySet<string> = new Set([...QUEUES, ...FLINK_QUEUES, "xie_container_general"]);
