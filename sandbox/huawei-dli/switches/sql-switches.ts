import { amount, choice } from "./choice";

/** Open questions and variations of SQL jobs. */
export const SQL_SWITCHES = {
  sqlRangeBounds: choice("9", "Whether the list's start and end include the instants themselves.", [
    "[]",
    "[)",
    "(]",
    "()",
  ]),
  sqlPattern: choice("2.1", "sql_pattern is a fragment or a regular expression.", ["substring", "regex"]),
  sqlExtraStatus: choice("9", "A word of the SDKs' longer list that running jobs (FINISH: finished ones) show.", [
    "never",
    "COMPUTED",
    "SUSPENDED",
    "ACTIVE",
    "DELETED",
    "CREATING",
    "FINISH",
  ]),
  sqlMessage: choice("5.2", "message is text, JSON in the string for failed jobs, or JSON even for finished ones.", [
    "text",
    "json",
    "json-always",
  ]),
  cancelFinished: choice("9", "The answer to a cancel of a job that is over.", [
    "DLI.0007",
    "DLI.0001",
    "DLI.0999",
    "DLI.0023",
    "200-true",
    "200-false",
  ]),
  sqlNotFound: choice("9", "The code for a SQL or batch job that does not exist.", [
    "DLI.0002",
    "DLI.0001",
    "DLI.0023",
  ]),
  missingQueue: choice("8", "The code for a queue that does not exist.", ["DLI.0002", "DLI.0008"]),
  resultRetentionMs: amount(
    "9",
    "How long a result can be previewed before DLI.0100.",
    [86_400_000, 3_600_000, 0],
    [0],
  ),
  subJobsKeepEnded: choice("9", "Whether sub_jobs keeps subjobs that have ended while the job runs.", [true, false]),
  subJobIdsFrom: amount("4.3", "Id of a job's first subjob: 0, or higher on a queue that is shared.", [0, 17]),
  subJobFields: choice("4.3", "Spark before 2.3 has no killed tasks, no completed indices and no reasons.", [
    "all",
    "old-spark",
  ]),
  dateZone: choice("4.4", "The zone abbreviation in subjob dates; unparsable is a text that no table reads.", [
    "CST",
    "SGT",
    "HKT",
    "UTC",
    "CEST",
    "GMT+08:00",
    "unparsable",
  ]),
  progressErrors: amount(
    "4.2",
    "Probability of DLI.0999 on progress. At the default it spares the documents' jobs and those of the control door.",
    [0.02, 0, 0.5, 1],
    [0.5, 1],
  ),
  progressOfEnded: choice(
    "9",
    "What progress says of a FAILED or CANCELLED job.",
    ["last", "zero", "one", "missing", "DLI.0999"],
    ["DLI.0999"],
  ),
  progressAboveOne: choice("4.3", "With retried tasks completed/total exceeds 1: sent as it is, or clamped.", [
    "raw",
    "clamped",
  ]),
  costType: choice("2.1", "cpu_cost and output_byte are documented as strings.", ["string", "number"]),
} as const;
