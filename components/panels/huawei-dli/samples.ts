import { sampleJob } from "@/components/panels/sample-job";
import { sampleExecuteGraph, sampleOperators, samplePlan } from "@/components/panels/huawei-dli/sample-graph";
import type { JobDetail, Subjob } from "@/lib/contract/job";

/** A running subjob; `part` replaces what it speaks of. */
export function sampleSubjob(part: Partial<Subjob> = {}): Subjob {
  return {
    id: "3",
    name: "runJob at FileFormatWriter.scala:266",
    description: null,
    jobGroup: "85798b38-ae44-48eb-bb90-7cf0dcdafe7b",
    status: "running",
    vendorStatus: "RUNNING",
    submittedAt: "2026-07-03T12:04:02.000Z",
    completedAt: null,
    submissionTime: "Fri Jul 03 20:04:02 CST 2026",
    completionTime: null,
    fraction: 0.41,
    stageIds: [6, 7, 8, 9, 10],
    tasks: { total: 200, active: 18, completed: 86, skipped: 0, failed: 4, killed: 0, completedIndices: 82 },
    stages: { active: 1, completed: 2, skipped: 0, failed: 0 },
    killedTasksSummary: {},
    ...part,
  };
}

const ended = { status: "succeeded", vendorStatus: "SUCCEEDED", completedAt: "2026-07-03T12:04:00.000Z" } as const;

export const SUBJOBS: Subjob[] = [
  sampleSubjob(),
  sampleSubjob({
    ...ended,
    id: "2",
    name: "collect at HashJoin.scala:91",
    description: "a join whose shuffle was already there",
    fraction: 1,
    stageIds: [3, 4, 5],
    tasks: { total: 200, active: 0, completed: 152, skipped: 48, failed: 0, killed: 0, completedIndices: 152 },
    stages: { active: 0, completed: 2, skipped: 1, failed: 0 },
  }),
  sampleSubjob({
    ...ended,
    id: "1",
    name: "save at OrcWriter.scala:140",
    fraction: 1,
    stageIds: [1, 2],
    tasks: { total: 64, active: 0, completed: 66, skipped: 0, failed: 0, killed: 5, completedIndices: 64 },
    stages: { active: 0, completed: 2, skipped: 0, failed: 0 },
    killedTasksSummary: { "another attempt succeeded": 4, "Stage cancelled": 1 },
  }),
  sampleSubjob({
    id: "0",
    name: "parquet at FileSource.scala:45",
    status: "failed",
    vendorStatus: "FAILED",
    submittedAt: null,
    submissionTime: "Fri Jul 03 20:01:47 XYZ 2026",
    fraction: 0,
    stageIds: [0],
    tasks: { total: 12, active: 0, completed: 0, skipped: 0, failed: 12, killed: 0, completedIndices: 0 },
    stages: { active: 0, completed: 0, skipped: 0, failed: 1 },
  }),
];

const statement =
  "insert overwrite table dws.orders_daily select o.* from ods.orders o where ds = '2026-07-27' and amount > 10.5";
const sqlDetails = {
  type: "huawei-dli/sql",
  jobType: "INSERT",
  jobMode: "async",
  queueName: "default",
  owner: "etl",
  databaseName: "dws",
  tableName: "orders_daily",
  inputRowCount: 12_408_377,
  badRowCount: 0,
  inputSize: 4_520_511_872,
  statement,
  tags: [
    { key: "team", value: "orders" },
    { key: "tier", value: "gold" },
  ],
  userConf: '{"spark.sql.shuffle.partitions":"200"}',
  userConfParsed: { "spark.sql.shuffle.partitions": "200" },
};
const sql = { vendor: "huawei-dli", kind: "sql", connection: "dli-north", name: statement } as const;
const schema = {
  type: "struct",
  fields: [
    { name: "id", type: "long", nullable: false, metadata: {} },
    {
      name: "items",
      type: {
        type: "array",
        elementType: { type: "struct", fields: [{ name: "sku", type: "string", nullable: true }] },
      },
      nullable: true,
      metadata: {},
    },
  ],
};

/** SQL jobs by situation. */
export const SQL_SAMPLES: Record<string, JobDetail> = {
  running: sampleJob({
    ...sql,
    details: sqlDetails,
    subjobs: SUBJOBS,
    progress: { fraction: 0.41, of: "subjob", subjobId: "3" },
  }),
  "progress not known": sampleJob({
    ...sql,
    details: sqlDetails,
    lastSubjobs: { at: "2026-07-03T12:04:10.000Z", items: SUBJOBS },
  }),
  "progress refused": sampleJob({
    ...sql,
    details: sqlDetails,
    progressProblem: {
      code: "DLI.0999",
      message: "The queue backend version is too old or the queue is busy.",
      at: "2026-07-03T12:04:12.000Z",
    },
  }),
  "subjobs with counts not told, and many stages": sampleJob({
    ...sql,
    details: sqlDetails,
    subjobs: [
      sampleSubjob({
        id: "1",
        fraction: null,
        jobGroup: null,
        stageIds: [],
        tasks: { total: null, active: 0, completed: 0, skipped: 0, failed: 0, killed: 0, completedIndices: null },
        stages: { active: 0, completed: 0, skipped: 0, failed: 0 },
      }),
      sampleSubjob({ id: "0", stageIds: Array.from({ length: 60 }, (_, id) => id + 100) }),
    ],
  }),
  "200 subjobs": sampleJob({
    ...sql,
    details: sqlDetails,
    subjobs: Array.from({ length: 200 }, (_, id) => sampleSubjob({ ...(id < 199 ? ended : {}), id: String(id) })),
  }),
  finished: sampleJob({
    ...sql,
    state: "succeeded",
    vendorState: "FINISHED",
    durationMs: 276_000,
    rowCount: "9007199254740993",
    details: {
      ...sqlDetails,
      jobType: "QUERY",
      cpuCost: "5400000",
      outputByte: "1204000",
      resultCount: 4,
      detail: JSON.stringify(schema),
      detailParsed: schema,
    },
  }),
};

const flink = {
  vendor: "huawei-dli",
  kind: "flink",
  connection: "dli-north",
  id: "104",
  name: "orders_stream",
} as const;
const flinkDetails = {
  type: "huawei-dli/flink",
  jobId: 104,
  name: "orders_stream",
  desc: "",
  jobType: "flink_opensource_sql_job",
  status: "job_running",
  statusDesc: "",
  createTime: 1_783_070_000_000,
  startTime: 1_783_080_067_000,
  updateTime: 1_783_080_067_000,
  userName: "ana",
  queueName: "streams",
  runMode: "exclusive_cluster",
  sqlBody: "create table orders (id bigint) with ('connector' = 'kafka');\ninsert into sink select id from orders;",
  savepointPath: "dli-jobs/jobs/savepoint/104/2026-07-01_08-00-00/",
  hasSavepoint: true,
  restartTimes: 2,
  rootId: -1,
  executionGraph: null,
  billing: { code: "billing-started", since: 1_783_080_067_000 },
  jobConfig: {
    checkpointEnabled: true,
    checkpointInterval: 600,
    checkpointMode: "exactly_once",
    logEnabled: false,
    obsBucket: "dli-jobs",
    rootId: -1,
    edgeGroupIds: null,
    managerCuNumber: 1,
    cuNumber: 4,
    realCuNumber: 0,
    parallelNumber: 3,
    smnTopic: "",
    restartWhenException: true,
    resumeCheckpoint: true,
    resumeMaxNum: -1,
    idleStateRetention: 3600,
    dirtyDataStrategy: "2:dli-jobs/dirty",
    tmCus: 1,
    tmSlotNum: 1,
    runtimeConfig: '[{"key":"pipeline.object-reuse","value":"true"}]',
    runtimeConfigParsed: [{ key: "pipeline.object-reuse", value: "true" }],
    operatorConfig: "xxx",
    operatorConfigParsed: null,
  },
};

/** Flink definitions by situation. */
export const FLINK_SAMPLES: Record<string, JobDetail> = {
  running: sampleJob({
    ...flink,
    vendorState: "job_running",
    details: { ...flinkDetails, executeGraph: sampleExecuteGraph(sampleOperators(9)) },
  }),
  "60 operators": sampleJob({
    ...flink,
    vendorState: "job_running",
    details: { ...flinkDetails, executeGraph: sampleExecuteGraph(sampleOperators(60)) },
  }),
  "stopped, as planned": sampleJob({
    ...flink,
    state: "cancelled",
    vendorState: "job_cancel_success",
    details: {
      ...flinkDetails,
      status: "job_cancel_success",
      billing: null,
      executionGraph: "{…}",
      executionGraphParsed: samplePlan(sampleOperators(5)),
    },
  }),
  "exception, plan as text": sampleJob({
    ...flink,
    state: "suspended",
    vendorState: "job_running_exception",
    attention: "exception",
    error: "Checkpoint expired before completing.",
    details: {
      ...flinkDetails,
      status: "job_running_exception",
      statusDesc: "Checkpoint expired before completing.",
      billing: { code: "billing-stopped", since: null },
      executionGraph: "xxx",
      executionGraphParsed: null,
    },
  }),
};

/** Spark batches by situation. */
export const BATCH_SAMPLES: Record<string, JobDetail> = {
  running: sampleJob({
    vendor: "huawei-dli",
    kind: "spark-batch",
    connection: "dli-north",
    id: "07a3e4e6-9a28-4e92-8d3f-9c538621a166",
    name: "nightly_features",
    vendorState: "running",
    offers: { results: false, log: true },
    details: {
      type: "huawei-dli/spark-batch",
      id: "07a3e4e6-9a28-4e92-8d3f-9c538621a166",
      state: "running",
      appId: "application_1700000000000_0001",
      name: "nightly_features",
      owner: "ana",
      proxyUser: "",
      kind: "",
      log: ["stdout: ", "26/07/03 12:04:02 INFO TaskSetManager: Finished task 41.0", "stderr: "],
      scType: "CUSTOMIZED",
      queue: "spark_general",
      createTime: 1_783_080_067_000,
      image: null,
      reqBody: '{"file":"jobs/app.jar","className":"test.Main","args":["2026-07-03"]}',
      reqBodyParsed: { file: "jobs/app.jar", className: "test.Main", args: ["2026-07-03"] },
    },
  }),
};
