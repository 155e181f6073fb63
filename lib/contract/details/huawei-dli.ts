import * as z from "zod/mini";

/**
 * A field of the vendor's: absent where it did not speak of it, null where it says there is none. One of another type than
 * documented counts as absent, so that it spoils no panel; the raw body still shows it.
 */
const loose = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(z.nullable(type)), undefined);
const text = loose(z.string());
const number = loose(z.number());
const flag = loose(z.boolean());
const texts = loose(z.array(z.string()));
/** JSON in a string, parsed: its own keys, null where it did not parse. */
const parsed = z.optional(z.unknown());

/**
 * A SQL job: the status document, what only the list row has, and for imports and exports the detail document. Times are
 * epoch ms, `cpuCost` core×ms and `outputByte` bytes as text.
 */
export const DliSqlDetails = z.looseObject({
  type: z.literal("huawei-dli/sql"),
  isSuccess: loose(z.union([z.boolean(), z.string()])),
  message: text,
  /** Set where the message is JSON, as some failures are. */
  messageParsed: parsed,
  jobId: text,
  jobType: text,
  jobMode: text,
  queueName: text,
  owner: text,
  startTime: number,
  endTime: number,
  duration: number,
  status: text,
  inputRowCount: number,
  badRowCount: number,
  inputSize: number,
  resultCount: loose(z.union([z.number(), z.string()])),
  databaseName: text,
  tableName: text,
  detail: text,
  /** Spark's schema: `{type: "struct", fields: [{name, type, nullable, metadata}]}`; nested types are objects. */
  detailParsed: parsed,
  statement: text,
  tags: loose(z.array(z.looseObject({ key: z.optional(z.string()), value: z.optional(z.string()) }))),
  userConf: text,
  userConfParsed: parsed,
  engineType: text,
  withColumnHeader: flag,
  cpuCost: loose(z.union([z.string(), z.number()])),
  outputByte: loose(z.union([z.string(), z.number()])),
  resultPath: text,
  resultFormat: text,
  executionDetailsPath: text,
  dataPath: text,
  dataType: text,
  exportMode: text,
  delimiter: text,
  quoteChar: text,
  escapeChar: text,
  dateFormat: text,
  timestampFormat: text,
  compress: text,

  // The progress document's own, while the job runs (seed "Querying the Job Execution Progress", Tables 2 and 3).
  progress: number,
  subJobId: number,
  subJobs: loose(z.array(z.looseObject({}))),
});
export type DliSqlDetails = z.infer<typeof DliSqlDetails>;

const ResourceSpec = z.looseObject({ cpu: number, memory: text });

/** `job_config` (seed "Querying Job Details", Table 4, and what newer editions add). */
export const DliFlinkConfig = z.looseObject({
  checkpointEnabled: flag,
  /** s */
  checkpointInterval: number,
  checkpointMode: text,
  logEnabled: flag,
  obsBucket: text,
  rootId: number,
  edgeGroupIds: texts,
  managerCuNumber: number,
  graphEditorEnabled: flag,
  graphEditorData: text,
  graphEditorDataParsed: parsed,
  executorNumber: number,
  executorCuNumber: number,
  cuNumber: number,
  parallelNumber: number,
  smnTopic: text,
  restartWhenException: flag,
  resumeCheckpoint: flag,
  /** An hour; -1: no upper limit. */
  resumeMaxNum: number,
  checkpointPath: text,
  /** s */
  idleStateRetention: number,
  configUrl: text,
  udfJarUrl: text,
  /** `0` ignore, `1` raise an exception, `2:<OBS directory>` save there. */
  dirtyDataStrategy: text,
  entrypoint: text,
  dependencyJars: texts,
  dependencyFiles: texts,
  tmCus: number,
  tmSlotNum: number,
  image: text,
  feature: text,
  flinkVersion: text,
  operatorConfig: text,
  operatorConfigParsed: parsed,
  staticEstimatorConfig: text,
  staticEstimatorConfigParsed: parsed,
  runtimeConfig: text,
  /** `[{key, value}]` */
  runtimeConfigParsed: parsed,
  /** 0: as many as `cuNumber`. */
  realCuNumber: number,
  executionAgencyUrn: text,
  resourceConfigVersion: text,
  resourceConfig: loose(
    z.looseObject({
      maxSlot: number,
      parallelNumber: number,
      jobmanagerResourceSpec: loose(ResourceSpec),
      taskmanagerResourceSpec: loose(ResourceSpec),
    }),
  ),
});
export type DliFlinkConfig = z.infer<typeof DliFlinkConfig>;

/** The document's three statements about money, by state; null in all other states, on which it is silent. */
export const DliBilling = z.object({
  code: z.enum(["billing-started", "billing-stopped", "billing-ended"]),
  /** Epoch ms; null where the vendor gives no instant. */
  since: z.nullable(z.number()),
});

/** Counts by Flink's own words, e.g. `{RUNNING: 3}`. */
const Counts = loose(z.record(z.string(), z.unknown()));

/** Flink's own live document, as far as it was given; -1 as an end time is "still running". */
export const DliExecuteGraph = z.looseObject({
  jid: text,
  name: text,
  isStoppable: flag,
  state: text,
  startTime: number,
  endTime: number,
  duration: number,
  now: number,
  /** Epoch ms by state; 0: never entered. */
  timestamps: Counts,
  vertices: loose(
    z.array(
      z.looseObject({
        id: text,
        name: text,
        parallelism: number,
        status: text,
        startTime: number,
        endTime: number,
        duration: number,
        tasks: Counts,
        /** `readBytes`, `readBytesComplete`, `writeRecords`, …: incomplete counts are lower bounds. */
        metrics: loose(z.looseObject({})),
        backpressureLevel: text,
      }),
    ),
  ),
  statusCounts: Counts,
  jmxMetricPort: number,
  plan: loose(
    z.looseObject({
      nodes: loose(
        z.array(
          z.looseObject({
            id: text,
            parallelism: number,
            operator: text,
            description: text,
            inputs: loose(z.array(z.looseObject({ num: number, id: text, shipStrategy: text, exchange: text }))),
          }),
        ),
      ),
    }),
  ),
});
export type DliExecuteGraph = z.infer<typeof DliExecuteGraph>;

/** A Flink definition with its newest run: `job_detail`, what only the plain list row has, and Flink's live graph. */
export const DliFlinkDetails = z.looseObject({
  type: z.literal("huawei-dli/flink"),
  isSuccess: loose(z.union([z.boolean(), z.string()])),
  message: text,
  jobId: loose(z.union([z.number(), z.string()])),
  name: text,
  desc: text,
  jobType: text,
  status: text,
  statusDesc: text,
  createTime: number,
  /** Epoch ms; 0 or null: never started. */
  startTime: number,
  updateTime: number,
  userId: text,
  userName: text,
  queueName: text,
  projectId: text,
  sqlBody: text,
  savepointPath: text,
  runMode: text,
  jobConfig: loose(DliFlinkConfig),
  mainClass: text,
  entrypointArgs: text,
  executionGraph: text,
  executionGraphParsed: parsed,
  /** ms */
  duration: number,
  /** -1: no parent. */
  rootId: number,
  graphEditorEnabled: flag,
  hasSavepoint: flag,
  edgeGroupIds: texts,
  restartTimes: number,
  billing: loose(DliBilling),
  executeGraph: loose(DliExecuteGraph),
});
export type DliFlinkDetails = z.infer<typeof DliFlinkDetails>;

/** A Spark batch: the session document. */
export const DliSparkBatchDetails = z.looseObject({
  type: z.literal("huawei-dli/spark-batch"),
  id: text,
  state: text,
  appId: text,
  name: text,
  owner: text,
  proxyUser: text,
  kind: text,
  /** The last ten lines. */
  log: texts,
  scType: text,
  clusterName: text,
  queue: text,
  createTime: number,
  updateTime: number,
  duration: number,
  image: text,
  feature: text,
  reqBody: text,
  reqBodyParsed: parsed,
});
export type DliSparkBatchDetails = z.infer<typeof DliSparkBatchDetails>;
