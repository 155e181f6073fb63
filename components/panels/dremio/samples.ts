import { sampleJob } from "@/components/panels/sample-job";
import type { JobDetail } from "@/lib/contract/job";

/** An instant of the samples' day, as ISO text and as the system tables' epoch ms. */
const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 6, 3, 12, minute, second)).toISOString();
const ms = (minute: number, second = 0) => Date.parse(at(minute, second));

const sql = `-- revenue of each flag
select l_returnflag, sum(l_quantity) as quantity
from lake.tpch.lineitem
where l_shipdate <= date '1998-09-02' and l_linestatus = 'O'
group by l_returnflag`;
const base = {
  vendor: "dremio",
  connection: "lake",
  kind: "query",
  id: "19ed1d0c-2f5a-7b3c-9d41-6a0e3b8c4f00",
  name: sql.split("\n").slice(1).join(" "),
  owner: "ana",
  type: "UI_RUN",
  submittedAt: at(1),
  vendorUrl: "https://dremio.test/job/19ed1d0c-2f5a-7b3c-9d41-6a0e3b8c4f00",
  actions: ["cancel"] as JobDetail["actions"],
} as const;

/** The job by id, and its row of a system table (vendor document 2.1, 2.5). */
const details = {
  type: "dremio/query",
  jobId: base.id,
  rowCount: 0,
  errorMessage: "",
  startedAt: at(1),
  queryType: "UI_RUN",
  cancellationReason: "",
  cancelledBy: null,
  queueWait: null,
  userName: "ana",
  query: sql,
  context: "lake.tpch",
  queriedDatasets: "[lake.tpch.lineitem]",
  queriedDatasetsParsed: ["lake.tpch.lineitem"],
  attemptCount: 1,
  submittedEpochMillis: ms(1),
  attemptStartedEpochMillis: ms(1),
  metadataRetrievalEpochMillis: 0,
  planningStartEpochMillis: 0,
  queryEnqueuedEpochMillis: 0,
  engineStartEpochMillis: 0,
  executionPlanningEpochMillis: 0,
  executionStartEpochMillis: 0,
  finalStateEpochMillis: 0,
};
const scheduled = {
  ...details,
  queueName: "LARGE",
  queueId: "f6a5ef4f-ce5c-4be4-95b2-092c36721dc5",
  resourceSchedulingStartedAt: at(1, 12),
  resourceSchedulingEndedAt: at(2, 30),
  queueWait: { from: at(1, 12), to: at(2, 30) },
  metadataRetrievalEpochMillis: ms(1, 1),
  planningStartEpochMillis: ms(1, 4),
  queryEnqueuedEpochMillis: ms(1, 12),
  engineStartEpochMillis: ms(1, 30),
  executionPlanningEpochMillis: ms(2, 30),
  executionStartEpochMillis: ms(2, 31),
};
const ended = {
  ...scheduled,
  jobState: "COMPLETED",
  rowCount: 1_003_904,
  endedAt: at(4, 40),
  finalStateEpochMillis: ms(4, 40),
  plannerEstimatedCost: 48_211_930,
  rowsScanned: "9007199254740993",
  bytesScanned: 4_520_511_872,
  rowsReturned: 1_003_904,
  bytesReturned: 64_120_000,
  scannedDatasets: "[lake.tpch.lineitem]",
  scannedDatasetsParsed: ["lake.tpch.lineitem"],
  memoryAllocated: 2_147_483_648,
  executionCpuTimeNs: "412000000000",
  setupTimeNs: 48_000_000,
  waitTimeNs: 9_800_000_000,
  ruleName: "analysts",
  ruleAction: "place in queue LARGE",
};
const completed = {
  ...base,
  state: "succeeded",
  vendorState: "COMPLETED",
  queue: "LARGE",
  startedAt: at(1),
  endedAt: at(4, 40),
  durationMs: 220_000,
  rowCount: 1_003_904,
  actions: [] as JobDetail["actions"],
} as const;

const reflections = [
  { reflectionId: "63fd1c83-2319-5962-8a36-60543550580a", relationship: "CONSIDERED" },
  { reflectionId: "65747723-4133-9e2d-3f86-3d40b26f45ae", relationship: "MATCHED" },
  { reflectionId: "0a1d4f7e-7f0c-4c57-b7f9-0f9a1f3f7d21", relationship: "CHOSEN" },
].map((reflection) => ({ ...reflection, datasetId: "ef99ab32-aa47-4f4c-4d1c-d40f8035b846" }));
const names = reflections.map(({ reflectionId, datasetId, relationship }) => ({
  reflectionId,
  datasetId,
  reflectionName: relationship === "CHOSEN" ? "by flag and status" : `raw ${relationship.toLowerCase()}`,
  reflectionType: relationship === "CHOSEN" ? "AGGREGATION" : "RAW",
  datasetPath: "lake.tpch.lineitem",
}));

/** Queries by situation. */
/** As the job by id tells it, without the row of a system table. */
const byIdAlone = {
  type: "dremio/query",
  jobId: base.id,
  queryType: "UI_RUN",
  errorMessage: "",
  rowCount: 0,
  startedAt: at(1),
  endedAt: at(4, 40),
  queueName: "LARGE",
  resourceSchedulingStartedAt: at(1, 12),
  resourceSchedulingEndedAt: at(2, 30),
};

export const QUERY_SAMPLES: Record<string, JobDetail> = {
  "read by id alone, failed": sampleJob({
    ...base,
    state: "failed",
    vendorState: "FAILED",
    error: "ExecutionSetupException: One or more nodes lost connectivity during query.",
    details: { ...byIdAlone, jobState: "FAILED" },
  }),
  "pending, nothing scheduled": sampleJob({
    ...base,
    state: "queued",
    vendorState: "PENDING",
    details: { ...details, jobState: "PENDING" },
  }),
  queued: sampleJob({
    ...base,
    state: "queued",
    vendorState: "QUEUED",
    queue: "LARGE",
    details: {
      ...scheduled,
      jobState: "QUEUED",
      // The vendor's word for "not yet" (vendor document 3.4 f).
      resourceSchedulingEndedAt: "1970-01-01T00:00:00.000Z",
      queueWait: { from: at(1, 12), to: null },
      engineStartEpochMillis: 0,
      executionPlanningEpochMillis: 0,
      executionStartEpochMillis: 0,
    },
  }),
  running: sampleJob({
    ...base,
    queue: "LARGE",
    rowCount: 682_474,
    details: { ...scheduled, jobState: "RUNNING", rowCount: 682_474 },
  }),
  "completed, accelerated": sampleJob({
    ...completed,
    offers: { results: true, log: false },
    details: {
      ...ended,
      accelerated: true,
      acceleration: { reflectionRelationships: reflections },
      reflectionNames: names,
    },
  }),
  "completed, not accelerated": sampleJob({
    ...completed,
    details: {
      ...ended,
      accelerated: false,
      // Without the right to see them, reflections have ids and no names.
      acceleration: { reflectionRelationships: reflections.slice(0, 1) },
    },
  }),
  "completed, no reflection considered": sampleJob({
    ...completed,
    details: { ...ended, attemptCount: 3, accelerated: false },
  }),
  failed: sampleJob({
    ...base,
    state: "failed",
    vendorState: "FAILED",
    queue: "LARGE",
    endedAt: at(3),
    durationMs: 120_000,
    actions: [],
    error: "ExecutionSetupException: One or more nodes lost connectivity during query.",
    details: {
      ...scheduled,
      jobState: "FAILED",
      endedAt: at(3),
      finalStateEpochMillis: ms(3),
      errorMessage: "ExecutionSetupException: One or more nodes lost connectivity during query.",
    },
  }),
  "cancelled by a user": sampleJob({
    ...base,
    state: "cancelled",
    vendorState: "CANCELED",
    queue: "LARGE",
    endedAt: at(3),
    durationMs: 120_000,
    actions: [],
    error: "Query cancelled by user 'ana'",
    details: {
      ...scheduled,
      jobState: "CANCELED",
      endedAt: at(3),
      finalStateEpochMillis: ms(3),
      cancellationReason: "Query cancelled by user 'ana'",
      cancelledBy: "user",
    },
  }),
  "cancelled by Dremio": sampleJob({
    ...base,
    state: "cancelled",
    vendorState: "CANCELED",
    queue: "LARGE",
    endedAt: at(6),
    durationMs: 300_000,
    actions: [],
    error: "Resource Unavailable, Query cancelled by Workload Manager.",
    details: {
      ...scheduled,
      jobState: "CANCELED",
      endedAt: at(6),
      resourceSchedulingEndedAt: "1970-01-01T00:00:00.000Z",
      queueWait: { from: at(1, 12), to: at(6) },
      cancellationReason:
        "Resource Unavailable, Query cancelled by Workload Manager. Query enqueued time of 300.00 seconds exceeded for 'large' queue.",
      cancelledBy: "system",
    },
  }),
  "only what one call tells": sampleJob({
    ...base,
    details: { type: "dremio/query", jobState: "ENGINE_START", rowCount: 0, queryType: "REST", queueName: "" },
  }),
};
