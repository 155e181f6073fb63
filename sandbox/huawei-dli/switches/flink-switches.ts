import { amount, choice } from "./choice";

/** Open questions and variations of Flink jobs. */
export const FLINK_SWITCHES = {
  flinkNotFound: choice("6.1", "The code for a Flink job that does not exist.", ["DLI.16001", "DLI.0002", "DLI.0023"]),
  flinkUserField: choice("8", "The list row's name for its user.", ["user_name", "username", "both", "missing"]),
  flinkListShape: choice(
    "2.8",
    "Which show_detail exposes which fields: as the table says, swapped, all, or the bare row.",
    ["documented", "swapped", "all", "bare"],
  ),
  flinkNeverStarted: choice(
    "5.5",
    "start_time of a definition that never ran: 0 in the list and null in the detail, or one.",
    ["documented", "zero", "null", "missing"],
  ),
  flinkStop: choice("3.2", "How a stop ends.", ["works", "job_cancel_fail"]),
  stopAnswer: choice(
    "8",
    "The answer to a stop: one element for all that were accepted, one per job, or a bare object.",
    ["short-array", "array", "object"],
  ),
  stopStopped: choice("9", "The answer to a stop of a job that is not running.", [
    "refused-in-200",
    "accepted",
    "DLI.0007",
    "DLI.11098",
  ]),
  maxJobIds: amount("9", "The most job_ids that run, stop and delete take; 0 is without a limit.", [0, 100, 1]),
  flinkExtraStatus: choice("10.7", "A status word that nobody documented, shown by running jobs.", [
    "never",
    "job_scaling",
    "JOB_RUNNING",
  ]),
  edgeStates: choice("9", "The kind of definitions that go through job_downloading and job_idle.", [
    "edge-jobs",
    "any",
  ]),
  executionGraph: choice("9", "What execution_graph in a detail holds.", [
    "per-job",
    "null",
    "stream-graph",
    "simple-graph",
    "placeholder",
  ]),
  operatorConfig: choice("9", "What operator_config holds.", [
    "per-job",
    "operator-list",
    "id-map",
    "empty",
    "null",
    "placeholder",
  ]),
  executeGraphBody: choice("2.13", "execute-graph answers Flink's whole document, or only what today's table lists.", [
    "full",
    "table-only",
  ]),
  executeGraphOfStopped: choice("2.13", "execute-graph of a job that is not running.", [
    "DLI.11098",
    "200-false",
    "200-empty",
  ]),
  autoRestartStartTime: choice("3.2", "Whether a restart on exception keeps the run's start_time.", ["kept", "new"]),
  savepointMessage: choice("2.15", "message of a triggered savepoint: JSON in a string, or text.", ["json", "text"]),
} as const;

/** Open questions and variations of Spark batches. */
export const BATCH_SWITCHES = {
  batchStateCase: choice("8", "success in a session and Success from /state, or one of them everywhere.", [
    "documented",
    "lower",
    "capitalised",
    "upper",
  ]),
  batchExtraState: choice("10.7", "A state word that nobody documented, shown by running batches.", [
    "never",
    "preempted",
  ]),
  cancelledBatch: choice("3.3", "How a batch that was cancelled ends.", ["dead", "success"]),
  cancelFinishedBatch: choice("2.16", "The answer to a cancel of a batch that is over.", [
    "DLI.0007",
    "DLI.0001",
    "deleted",
  ]),
  batchLog: choice("2.16", "Whether the deprecated log call is still there.", ["served", "gone"], ["gone"]),
} as const;
