/** The system tables that list jobs (vendor document 2.5). */
export type JobsTable =
  "sys.jobs" | "sys.jobs_recent" | "sys.project.jobs" | "sys.project.jobs_recent" | "sys.project.history.jobs";

const WHO = ["job_id", "status", "query_type", "user_name", "queried_datasets", "scanned_datasets", "attempt_count"];
const COST = [
  "planner_estimated_cost",
  "rows_scanned",
  "bytes_scanned",
  "rows_returned",
  "bytes_returned",
  "accelerated",
];
const WHAT = ["engine", "error_msg", "query"];
const EXECUTION = ["execution_allocated_bytes", "execution_cpu_time_millis"];
const RULE = ["rule_name", "rule_content", "rule_action"];
const RECENT_ONLY = [
  "query_cost",
  "memory_allocated",
  "setup_time_ns",
  "wait_time_ns",
  "execution_cpu_time_ns",
  "context",
];

/** The nine instants as epoch ms; the tables hold each as a TIMESTAMP too, which says the same. */
const EPOCHS = [
  "submitted",
  "attempt_started",
  "metadata_retrieval",
  "planning_start",
  "query_enqueued",
  "engine_start",
  "execution_planning",
  "execution_start",
  "final_state",
].map((phase) => `${phase}_epoch_millis`);

/** As Software 24.3 documents it, the oldest that has these tables. */
const SOFTWARE_24 = [...WHO, ...EPOCHS, ...COST, "queue_name", ...WHAT];
const SOFTWARE_25 = [...SOFTWARE_24, "is_profile_incomplete", ...EXECUTION];
const CLOUD_BASE = [...WHO, ...EPOCHS, ...COST, ...WHAT];
const HISTORY_BASE = [
  ...WHO,
  ...EPOCHS.map((name) => name.replace("_epoch_millis", "_epoch").replace("planning_epoch", "planning_start_epoch")),
  ...COST,
  "queue_name",
  ...WHAT,
];

/** What a job cannot be listed without, and little more: for servers that document nothing of the above. */
const LEAST = ["job_id", "status", "query_type", "user_name", "error_msg", "query"];

/** Each table's columns by the documents of its versions, newest first; the last is the least that makes a list. */
export const COLUMN_SETS: Readonly<Record<JobsTable, readonly (readonly string[])[]>> = {
  "sys.jobs": [[...SOFTWARE_25, ...RULE], SOFTWARE_25, SOFTWARE_24, LEAST],
  "sys.jobs_recent": [
    [...SOFTWARE_25, ...RECENT_ONLY, ...RULE],
    [...SOFTWARE_25, ...RULE],
    SOFTWARE_25,
    SOFTWARE_24,
    LEAST,
  ],
  "sys.project.jobs": [[...CLOUD_BASE, "is_profile_incomplete"], CLOUD_BASE, LEAST],
  "sys.project.jobs_recent": [[...CLOUD_BASE, "is_profile_incomplete"], CLOUD_BASE, LEAST],
  "sys.project.history.jobs": [
    [
      ...HISTORY_BASE,
      "execution_cpu_time_ns",
      "execution_nodes",
      "memory_available",
      "query_chunks",
      "reflection_matches",
      "starting_ts_epoch",
    ],
    HISTORY_BASE,
    LEAST,
  ],
};
