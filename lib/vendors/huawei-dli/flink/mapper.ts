import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";
import { documentFields, type DocumentShape } from "@/lib/vendors/huawei-dli/document";
import { errorText } from "@/lib/vendors/huawei-dli/error-text";
import { billingIn } from "@/lib/vendors/huawei-dli/flink/billing";
import type { FlinkJob } from "@/lib/vendors/huawei-dli/flink/contract";
import {
  actionsIn,
  attentionIn,
  describesTrouble,
  toJobState,
  type RestartPolicy,
} from "@/lib/vendors/huawei-dli/flink/states";
import { isoOfMs } from "@/lib/vendors/_shared/instants";
import { wholeMs } from "@/lib/vendors/huawei-dli/whole-ms";

/** What was read of one definition and its newest run. */
export interface FlinkReading {
  job: FlinkJob;
  /** The same as it came, for the details: a list row, a detail, or both merged. */
  document: Record<string, unknown>;
  /** Flink's live document; null where it was not asked for or not to be had. */
  executeGraph: Record<string, unknown> | null;
  raw: Record<string, unknown>;
  consoleUrl: string | null;
}

/** Fields of `job_detail` and `job_config` that hold JSON in a string (contract page 5.3). */
const DOCUMENT: DocumentShape = {
  jsonTexts: ["execution_graph", "operator_config", "static_estimator_config", "runtime_config", "graph_editor_data"],
};

/** Flink's own words are keys there: RUNNING, CANCELLING. */
const GRAPH: DocumentShape = {
  jsonTexts: [],
  freeMaps: ["timestamps", "tasks", "status-counts", "optimizer_properties"],
};

/**
 * A definition with its newest run, which is named by its start: a restart changes it, and the earlier run goes to the
 * history. The vendor gives no instant for a run's submission, and none for its end but start and duration.
 */
export function toSnapshot({ job, document, executeGraph, raw, consoleUrl }: FlinkReading): JobSnapshot {
  const policy = policyOf(job);
  const state = toJobState(job.status, policy);
  const start = job.start_time ?? 0;
  const startTime = start > 0 ? start : null;
  const user = job.user_name ?? job.username;
  return {
    kind: "flink",
    id: job.job_id,
    run: startTime === null ? null : String(startTime),
    vendorState: job.status,
    state,
    precision: "fine",
    attention: attentionIn(job.status),
    actions: actionsIn(job.status, policy),
    ...(typeof job.name === "string" ? { name: job.name || job.job_id } : {}),
    ...(user === undefined ? {} : { owner: user || null }),
    ...(job.queue_name === undefined ? {} : { queue: job.queue_name || null }),
    ...(job.job_type === undefined ? {} : { type: job.job_type || null }),
    ...(typeof job.sql_body === "string" ? { text: job.sql_body || null } : {}),
    ...(typeof job.restart_times === "number" && job.restart_times >= 0 ? { attempt: 1 + job.restart_times } : {}),
    submittedAt: null,
    startedAt: isoOfMs(startTime),
    ...(isFinal(state) ? endOf(startTime, wholeMs(job.duration)) : { endedAt: null }),
    error: describesTrouble(job.status) ? errorText(job.status_desc) : null,
    details: {
      type: "huawei-dli/flink",
      ...documentFields(document, DOCUMENT),
      ...(typeof user === "string" ? { userName: user } : {}),
      billing: billingIn(job.status, startTime),
      ...(executeGraph === null ? {} : { executeGraph: documentFields(executeGraph, GRAPH) }),
    },
    raw,
    vendorUrl: consoleUrl,
  };
}

export function policyOf(job: FlinkJob): RestartPolicy {
  return {
    restartWhenException: job.job_config?.restart_when_exception === true,
    resumeMaxNum: job.job_config?.resume_max_num ?? null,
  };
}

/** Where the reading has no duration, it does not speak of the end. */
function endOf(startTime: number | null, durationMs: number | null): Pick<JobSnapshot, "endedAt" | "durationMs"> {
  if (startTime === null || durationMs === null || durationMs === 0) return {};
  return { endedAt: isoOfMs(startTime + durationMs), durationMs };
}
