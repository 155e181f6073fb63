import { type FlinkDocuments, fieldValue } from "@/components/panels/huawei-dli/flink-field";
import { formatCount, plural } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";
import type { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";

const table =
  (words: Record<string, string>) =>
  (value: unknown): string | null =>
    typeof value === "string" ? (words[value.toLowerCase()] ?? null) : null;

export const jobTypeWords = table({
  flink_sql_job: "Flink SQL job",
  flink_opensource_sql_job: "Flink OpenSource SQL job",
  flink_sql_edge_job: "Flink SQL edge job",
  flink_jar_job: "User-defined Flink job (JAR)",
});
export const runModeWords = table({
  shared_cluster: "on a shared cluster",
  exclusive_cluster: "on an exclusive cluster",
  edge_node: "on an edge node",
});
export const statusWords = table({
  job_init: "draft",
  job_submitting: "being submitted",
  job_submit_fail: "submission failed",
  job_running: "running",
  job_running_exception: "stopped by an exception",
  job_downloading: "being downloaded",
  job_idle: "idle",
  job_canceling: "being stopped",
  job_cancel_success: "stopped",
  job_cancel_fail: "the stop failed: it may still run",
  job_savepointing: "savepoint being created",
  job_arrearage_stopped: "stopped: the account is in arrears",
  job_arrearage_recovering: "recharged, being restored",
  job_finish: "completed",
});
export const checkpointModeWords = table({
  exactly_once: "exactly once",
  at_least_once: "at least once",
});
export const featureWords = table({
  basic: "DLI's basic Flink image",
  custom: "custom image",
});

/** `0` ignore, `1` exception, `2:<OBS directory>` save, split at the first colon. */
export function dirtyDataWords(value: unknown): string | null {
  if (value === "0") return "ignore it";
  if (value === "1") return "raise a job exception";
  if (typeof value !== "string" || !value.startsWith("2:")) return null;
  return `save it in ${visibleText(value.slice(2)) || "a directory that is not named"}`;
}

/** -1 is unlimited; the limit counts per hour. */
export function restartLimitWords(value: unknown): string | null {
  if (value === -1) return "no upper limit";
  return typeof value === "number" ? `${formatCount(value)} an hour` : null;
}

/** -1: no parent. */
export function parentWords(value: unknown): string | null {
  return value === -1 ? "none" : null;
}

/** 0: as many as were asked for. */
export function usedCuWords(value: unknown, documents: FlinkDocuments): string | null {
  if (value !== 0) return null;
  const asked = fieldValue({ from: "config", key: "cuNumber" }, documents);
  return typeof asked === "number" ? `as asked for: ${plural(asked, "CU")}` : "as asked for";
}

export function neverStartedWords(value: unknown): string | null {
  return value === 0 ? "never started" : null;
}

/** Where a text has a panel of its own, how long it is. */
export function ownPanelWords(panel: string) {
  return (value: unknown): string | null =>
    typeof value === "string" ? `${plural(value.length, "character")}, shown under ${panel}` : null;
}

/** The documented default: (parallelism × CUs per TaskManager) / (CUs − manager CUs). */
export function isDefaultSlots(value: unknown, documents: FlinkDocuments): boolean {
  const read = (key: string) => fieldValue({ from: "config", key }, documents);
  const [parallel, perManager, all, manager] = ["parallelNumber", "tmCus", "cuNumber", "managerCuNumber"].map(read);
  if (typeof parallel !== "number" || typeof perManager !== "number") return false;
  if (typeof all !== "number" || typeof manager !== "number" || all <= manager) return false;
  return value === (parallel * perManager) / (all - manager);
}

/** What the vendor's document says about money; it speaks of three states only. */
export const BILLING_WORDS: Record<NonNullable<DliFlinkDetails["billing"]>["code"], string> = {
  "billing-started": "Billing has started: the job runs.",
  "billing-stopped": "Billing has stopped: the job stopped with an exception.",
  "billing-ended": "Billing has ended: the account is in arrears.",
};
