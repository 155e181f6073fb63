import * as z from "zod/mini";

/**
 * A field of the vendor's: absent where it did not speak of it, null where it says there is none. One of another type than
 * documented counts as absent, so that it spoils no panel; the raw body still shows it.
 */
const loose = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(z.nullable(type)), undefined);
const text = loose(z.string());
/** Beyond 2^53 an integer is its digits as text. */
const integer = loose(z.union([z.number(), z.string()]));
/** How a local time became an instant: `ambiguous` and `skipped` by a change of the clock, `unreadable` not at all. */
const timeReading = loose(z.enum(["exact", "ambiguous", "skipped", "unreadable"]));

/** What the status, list and details documents say of one execution. */
const run = {
  // Status by artifact (7.2.5) and by configuration.
  status: text,
  id: integer,
  fileId: integer,
  jobExecutionId: integer,
  jobStatus: text,
  /** The server's local time, as it came. */
  startTime: text,
  stopTime: text,
  /** `11s` or `11 sec`. */
  estimateTime: text,
  /** Percent, as text. */
  jobProgress: integer,

  // Its row in the running list; `progress` is percent.
  dapJobConfigurationId: integer,
  progress: integer,

  // Its details; configuration and file since 7.4.
  jobConfigurationId: integer,
  file: loose(z.looseObject({ id: integer, uuid: text, path: text, name: text, description: text })),
  successCount: integer,
  failureCount: integer,
  /** An open map: names as the vendor writes them. */
  counters: loose(z.record(z.string(), z.union([z.number(), z.string()]))),

  // The answer to the trigger that started it, where that was ours.
  jobExecutionUser: text,
  jobExecutionTrigger: text,

  // Added by us.
  executionId: text,
  configurationId: text,
  uuid: text,
  path: text,
  artifactType: loose(z.enum(["import-job", "workbook", "export-job"])),
  /** ms; null where there is no estimate, or its text says nothing that can be counted. */
  estimateMs: loose(z.number()),
  /** The zone in which the local times were read. */
  timeZone: text,
  startTimeReading: timeReading,
  stopTimeReading: timeReading,
  /** Set where the stop reads earlier than the start: wrong zone, or a change of the clock. */
  timeProblem: loose(z.enum(["stop-before-start"])),
};

/** One execution. Any key may be absent. */
export const DatameerExecutionDetails = z.looseObject({ type: z.literal("datameer/execution"), ...run });
export type DatameerExecutionDetails = z.infer<typeof DatameerExecutionDetails>;

/** Stored results of an artifact: what a deletion names. */
export const DatameerData = z.looseObject({
  id: z.union([z.number(), z.string()]),
  /** The server's local time, as it came. */
  timestamp: text,
  recordCount: integer,
  /** Added: the same as an ISO instant; null where it could not be read. */
  at: text,
});
export type DatameerData = z.infer<typeof DatameerData>;

/** One entry of a sequence's plan, in the order in which they run; without an execution id it was not triggered. */
export const DatameerPlanEntry = z.looseObject({
  jobConfigurationName: text,
  jobConfigurationId: integer,
  trigger: loose(z.boolean()),
  jobExecutionId: integer,
});
export type DatameerPlanEntry = z.infer<typeof DatameerPlanEntry>;

/** A definition: its newest execution's documents, what defines it, and the data it holds. */
export const DatameerConfigurationDetails = z.looseObject({
  type: z.literal("datameer/configuration"),
  ...run,
  /** What of the definition is safe to show; its properties may hold a connection's secrets and are never kept. */
  definition: loose(
    z.looseObject({
      file: loose(z.looseObject({ uuid: text, path: text, name: text, description: text })),
      pullType: text,
      minKeepCount: integer,
    }),
  ),
  /** Newest first as listed; absent or null where they could not be listed, [] where there are none. */
  datas: loose(z.array(DatameerData)),
});
export type DatameerConfigurationDetails = z.infer<typeof DatameerConfigurationDetails>;
