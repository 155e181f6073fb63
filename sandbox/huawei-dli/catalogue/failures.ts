/** Why SQL jobs fail, in the vendor's manner: its code, then Spark's words. */
export const SQL_FAILURES = [
  "DLI.0005: AnalysisException: cannot resolve '`custmer_id`' given input columns: [o.store_id, o.amount, o.customer_id]; line 2 pos 61",
  "DLI.0002: There is no table or view named stage.payments_raw",
  "DLI.0999: Job aborted due to stage failure: Task 17 in stage 3.0 failed 4 times, most recent failure: ExecutorLostFailure (executor 6 exited caused by one of the running tasks) Reason: Container killed on request. Exit code is 137",
  "DLI.0003: Permission denied for resource 'databases.finance.tables.ledger', User = 'adhoc_analyst', Action = \"SELECT\".",
  'DLI.0018: NumberFormatException: For input string: "N/A" in column amount, file obs://lake-landing/payments/part-00031.csv',
  "DLI.0012: Total size of serialized results of 1418 tasks (1024.3 MB) is bigger than spark.driver.maxResultSize (1024.0 MB)",
] as const;

export const FLINK_FAILURES = [
  "org.apache.flink.runtime.JobException: Recovery is suppressed by FixedDelayRestartBackoffTimeStrategy(maxNumberRestartAttempts=3)",
  "org.apache.kafka.common.errors.TimeoutException: Timed out waiting for a node assignment. Call: describeTopics",
  "java.util.concurrent.TimeoutException: Heartbeat of TaskManager with id container_e27_000004 timed out.",
] as const;

export const SUBMIT_FAILURES = [
  "DLI.0012: Insufficient CUs in queue flink_realtime: 12 required, 4 available.",
  "DLI.11016: The OBS bucket lake-flink-logs has not been authorized.",
] as const;
