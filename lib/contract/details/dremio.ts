import * as z from "zod/mini";

const text = z.optional(z.nullable(z.string()));
/** Beyond 2^53 an integer is its digits as text. */
const integer = z.optional(z.nullable(z.union([z.number(), z.string()])));
const number = z.optional(z.nullable(z.number()));

/** How far a reflection came for a job: CHOSEN ⊃ MATCHED ⊃ CONSIDERED; an open set. */
export const DremioReflection = z.looseObject({
  datasetId: text,
  reflectionId: text,
  relationship: text,
});
export type DremioReflection = z.infer<typeof DremioReflection>;

/** Added: what the ids of a reflection and its dataset are called, where we may know. */
export const DremioReflectionName = z.looseObject({
  reflectionId: text,
  datasetId: text,
  reflectionName: text,
  reflectionType: text,
  datasetPath: text,
});

/**
 * A Dremio job: the fields of `GET /api/v3/job/{id}`, those of the system tables' row in camelCase (epoch ms stay
 * numbers, 0 is a phase that was not reached), and what we compute beside them. Any key may be absent.
 */
export const DremioQueryDetails = z.looseObject({
  type: z.literal("dremio/query"),
  jobId: text,

  // The job by id.
  jobState: text,
  rowCount: integer,
  errorMessage: text,
  startedAt: text,
  endedAt: text,
  acceleration: z.optional(
    z.nullable(z.looseObject({ reflectionRelationships: z.optional(z.nullable(z.array(DremioReflection))) })),
  ),
  reflectionNames: z.optional(z.nullable(z.array(DremioReflectionName))),
  queryType: text,
  queueName: text,
  queueId: text,
  resourceSchedulingStartedAt: text,
  resourceSchedulingEndedAt: text,
  cancellationReason: text,

  // Its row in a system table.
  status: text,
  userName: text,
  engine: text,
  errorMsg: text,
  query: text,
  context: text,
  queriedDatasets: z.optional(z.unknown()),
  scannedDatasets: z.optional(z.unknown()),
  attemptCount: number,
  submittedEpochMillis: integer,
  attemptStartedEpochMillis: integer,
  metadataRetrievalEpochMillis: integer,
  planningStartEpochMillis: integer,
  queryEnqueuedEpochMillis: integer,
  engineStartEpochMillis: integer,
  executionPlanningEpochMillis: integer,
  executionStartEpochMillis: integer,
  finalStateEpochMillis: integer,
  plannerEstimatedCost: integer,
  queryCost: integer,
  rowsScanned: integer,
  bytesScanned: integer,
  rowsReturned: integer,
  bytesReturned: integer,
  accelerated: z.optional(z.nullable(z.boolean())),
  isProfileIncomplete: z.optional(z.nullable(z.boolean())),
  executionAllocatedBytes: integer,
  executionCpuTimeMillis: integer,
  executionCpuTimeNs: integer,
  memoryAllocated: integer,
  setupTimeNs: integer,
  waitTimeNs: integer,
  ruleName: text,
  ruleContent: text,
  ruleAction: text,

  // Added by us.
  /** Who ended a cancelled job; null where it is not cancelled, or Dremio gives no reason. */
  cancelledBy: z.optional(z.nullable(z.enum(["user", "system"]))),
  /** The wait for resources, ISO instants; `to` is null while it lasts. null: it has not asked for any. */
  queueWait: z.optional(z.nullable(z.object({ from: z.string(), to: z.nullable(z.string()) }))),
  queriedDatasetsParsed: z.optional(z.nullable(z.array(z.string()))),
  scannedDatasetsParsed: z.optional(z.nullable(z.array(z.string()))),
});
export type DremioQueryDetails = z.infer<typeof DremioQueryDetails>;
