import { z } from "zod";

/** A number on the wire, beyond 2^53 its digits; text with us. */
const Id = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,19}$/)]).transform(String);
/** A field that we read if it is what we expect, and otherwise leave alone: it still reaches details as it came. */
const forgiving = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const Word = z.string().trim().min(1);

/** `GET /rest/jobs/list-running`: the first moments of a run have no execution id (vendor document 5.5). */
export const RunningRow = z.looseObject({ dapJobConfigurationId: Id, jobExecutionId: forgiving(Id), jobStatus: Word });
export type RunningRow = z.infer<typeof RunningRow>;

/** A row of the history, and the status by configuration (5.2, 5.3). */
export const RunRow = z.looseObject({ id: Id, jobStatus: Word });
export type RunRow = z.infer<typeof RunRow>;

/** `GET /api/job-execution/{key}/status` (5.1); `_NONE` comes without ids. */
export const ArtifactStatus = z.looseObject({
  "job-status": Word,
  "job-execution-id": forgiving(Id),
  "file-id": forgiving(Id),
});
export type ArtifactStatus = z.infer<typeof ArtifactStatus>;

/** `GET /rest/job-execution/job-details/{id}` (5.4); configuration and file since 7.4. */
export const ExecutionDetails = z.looseObject({
  jobStatus: Word,
  jobConfigurationId: forgiving(Id),
  file: forgiving(z.looseObject({ id: forgiving(Id), uuid: forgiving(z.string().min(1)) })),
});
export type ExecutionDetails = z.infer<typeof ExecutionDetails>;

/** A row of the artifact lists (6). */
export const ArtifactRow = z.looseObject({ id: Id, path: forgiving(z.string().min(1)) });

/** A definition (6): nothing else of it is ever kept, its properties may hold a connection's secrets. */
export const Definition = z.object({
  file: z
    .object({
      uuid: z.string().nullish(),
      path: z.string().nullish(),
      name: z.string().nullish(),
      description: z.string().nullish(),
    })
    .nullish()
    .catch(undefined),
  pullType: forgiving(z.string()),
  minKeepCount: forgiving(z.number()),
});
export type Definition = z.infer<typeof Definition>;

/** `GET /rest/data/{type}/{id}` (5.9): one object, or a list of one. */
export const DataList = z.looseObject({ datas: z.array(z.unknown()) });
export const DataRow = z.looseObject({ id: Id });

/** `POST …/trigger` (5.6). */
export const Triggered = z.looseObject({
  "job-execution-id": Id,
  "job-execution-user": forgiving(z.string()),
  "job-execution-trigger": forgiving(z.string()),
});
export type Triggered = z.infer<typeof Triggered>;

/** `POST /rest/job-execution?sequence=` (5.7). */
export const SequenceAnswer = z.looseObject({ "execution-plan": z.array(z.record(z.string(), z.unknown())) });
export const PlanEntry = z.looseObject({ "job-execution-id": forgiving(Id) });

/** The envelope of `/api` and of writes (9): a failure may come with status 200. */
export const Failure = z.looseObject({ status: z.string().regex(/^failure$/i), reason: forgiving(z.string()) });
