import type { Random } from "../kit/random";

/** Errors of queries that never ran: parsing, validation, permissions. */
const BEFORE_RUNNING = [
  "Column 'user_id' not found in any table.",
  "VALIDATION ERROR: Object 'orders_2027' not found within 'sales'",
  'PARSE ERROR: Encountered "FORM" at line 1, column 10.\nWas expecting one of:\n    <EOF>\n    "FROM" ...\n',
  "PERMISSION ERROR: Access denied reading dataset finance.ledger.",
];

/** Errors of queries that broke while they ran. */
const WHILE_RUNNING = [
  "ExecutionSetupException: One or more nodes lost connectivity during query. Identified nodes were [executor-3.engine.internal:0].",
  "OUT_OF_MEMORY ERROR: Query was cancelled because it exceeded the memory limits set by the administrator.\n\nAllocator(ROOT) 0/41943040000/42949672960 (reservation/allocated/limit)",
  "DATA_READ ERROR: Failed to read parquet file s3://lake/web/clickstream/part-00017.parquet: footer is truncated",
  'FUNCTION ERROR: Error parsing date "31/02/2026" <input> near character 3',
  "UNSUPPORTED_OPERATION ERROR: Schema change detected, maximum number of schema learning attempts reached",
];

/** Why the system, and not a person, cancelled a query (3.4 b). */
const BY_THE_SYSTEM = [
  "Query cancelled by coordinator heap monitor",
  "Query was cancelled due to low memory.",
  "Query cancelled by Reflection Manager. Reflection configuration is stale",
  "Query was cancelled",
];

/** What a job of a dead coordinator is swept to FAILED with (3.4 h). */
export const ABANDONED =
  "Query failed due to kvstore or network errors. Details and profile information for this job may be partial or missing.";

/** The start of Dremio's refusal when too many queries live (5.3). */
export const TOO_MANY_LIVE =
  "Rejecting query because it exceeded the maximum allowed number of live queries in a single coordinator: 1000.";

export function drawPlanningError(random: Random): string {
  return random.pick(BEFORE_RUNNING);
}

export function drawRunningError(random: Random): string {
  return random.pick(WHILE_RUNNING);
}

export function drawSystemCancel(random: Random): string {
  return random.pick(BY_THE_SYSTEM);
}

export function cancelledBy(name: string): string {
  return `Query cancelled by user '${name}'`;
}

export function queueTimeout(queue: string, seconds: number): string {
  return `Resource Unavailable, Query cancelled by Workload Manager. Query enqueued time of ${seconds.toFixed(2)} seconds exceeded for '${queue}' queue.`;
}

export function queueFull(queue: string): string {
  return `Resource Unavailable, Query cancelled by Workload Manager. Cannot enqueue as the '${queue}' queue is full. Please try again later.`;
}
