import { z } from "zod";

/** Job ids look like UUIDs and need not be: the documents' own samples hold letters beyond hex (vendor document 2.1). */
export const JOB_ID = /^[0-9a-zA-Z-]{1,64}$/;

/** A field that we read if it is what we expect, and otherwise leave alone: it still reaches details as it came. */
function forgiving<T>(schema: z.ZodType<T>) {
  return schema.optional().catch(undefined);
}

const text = forgiving(z.string());
/** Integers beyond 2^53 arrive as texts with all their digits. */
const integer = forgiving(z.union([z.number().int(), z.string().regex(/^-?\d+$/)]));

/** `GET /api/v3/job/{id}` (2.1). The id is not in it. */
export const DremioJob = z.looseObject({
  jobState: z.string().min(1),
  rowCount: integer,
  errorMessage: text,
  startedAt: text,
  endedAt: text,
  queryType: text,
  queueName: text,
  queueId: text,
  resourceSchedulingStartedAt: text,
  resourceSchedulingEndedAt: text,
  cancellationReason: text,
});
export type DremioJob = z.infer<typeof DremioJob>;

/** One row of a system table (2.5), whichever its flavour: see `listing-columns.ts` for what each table has. */
export const ListingRow = z.looseObject({
  job_id: z.string().regex(JOB_ID),
  status: z.string().min(1),
  query_type: text,
  user_name: text,
  queue_name: text,
  engine: text,
  error_msg: text,
  query: text,
  attempt_count: forgiving(z.number().int()),
  rows_returned: integer,
});
export type ListingRow = z.infer<typeof ListingRow>;

/** One of `acceleration.reflectionRelationships` (2.1). */
export const ReflectionRelationship = z.looseObject({ datasetId: text, reflectionId: text, relationship: text });

/** `POST /api/v3/sql` (2.4). */
export const Submitted = z.looseObject({ id: z.string().regex(JOB_ID) });

/** `GET /api/v3/job/{id}/results` (2.3); numbers are as the caller reads them. */
export const Results = z.looseObject({
  rowCount: z.unknown(),
  schema: z.array(z.looseObject({ name: z.string(), type: z.unknown() })),
  rows: z.array(z.record(z.string(), z.unknown())),
});

/** `GET /api/v3/reflection/{id}` (2.7). */
export const Reflection = z.looseObject({ name: text, type: text, datasetId: text });

/** `GET /api/v3/catalog/{id}` of a dataset (2.7). */
export const Dataset = z.looseObject({ path: z.array(z.string()).min(1) });

/** The error envelope (5.1); `moreInfo` is nearly always empty. */
export const Envelope = z.looseObject({ errorMessage: z.string(), moreInfo: text });
