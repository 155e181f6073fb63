import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";
import { documentFields } from "@/lib/vendors/huawei-dli/document";
import { errorText } from "@/lib/vendors/huawei-dli/error-text";
import { isoOfMs } from "@/lib/vendors/_shared/instants";
import { wholeMs } from "@/lib/vendors/huawei-dli/whole-ms";
import { parseJsonObject } from "@/lib/vendors/huawei-dli/json-text";
import { oneLine } from "@/lib/vendors/huawei-dli/one-line";
import type { SqlJob } from "@/lib/vendors/huawei-dli/sql/contract";
import { actionsIn, toJobState } from "@/lib/vendors/huawei-dli/sql/states";

/** What was read of one job: list row and status document (each says what the other does not), and how. */
export interface SqlReading {
  job: SqlJob;
  /** The same as it came, for the details. */
  document: Record<string, unknown>;
  /** The vendor's bodies by operation. */
  raw: Record<string, unknown>;
  consoleUrl: string | null;
}

/** A SQL job. `start_time` is when it was taken in: queueing and launching lie after it, and no other instant is given. */
export function toSnapshot({ job, document, raw, consoleUrl }: SqlReading): JobSnapshot {
  const state = toJobState(job.status);
  const final = isFinal(state);
  const durationMs = wholeMs(job.duration);
  return {
    kind: "sql",
    id: job.job_id,
    run: null,
    vendorState: job.status,
    state,
    precision: "fine",
    attention: null,
    actions: actionsIn(job.status),
    ...(typeof job.statement === "string" ? { name: oneLine(job.statement) || job.job_id, text: job.statement } : {}),
    ...(job.owner === undefined ? {} : { owner: job.owner || null }),
    ...(job.queue_name === undefined ? {} : { queue: job.queue_name || null }),
    ...(job.job_type === undefined ? {} : { type: job.job_type || null }),
    submittedAt: null,
    startedAt: isoOfMs(job.start_time),
    endedAt: final ? endOf(job, durationMs) : null,
    ...(final ? { durationMs, progress: state === "succeeded" ? WHOLE : null } : {}),
    // Until the job has finished, the vendor's 0 means "not yet", not "none".
    rowCount: state === "succeeded" ? (job.result_count ?? null) : null,
    error: state === "failed" || state === "cancelled" ? errorText(job.message) : null,
    details: { type: "huawei-dli/sql", ...sqlFields(document) },
    raw,
    vendorUrl: consoleUrl,
  };
}

/** "If the job execution is complete, the progress is displayed as 1" (seed "Querying the Job Execution Progress"). */
const WHOLE = { fraction: 1, of: "job", subjobId: null } as const;

function endOf(job: SqlJob, durationMs: number | null): string | null {
  const { start_time: start } = job;
  const given = isoOfMs(job.end_time);
  return given ?? (typeof start === "number" && start > 0 && durationMs !== null ? isoOfMs(start + durationMs) : null);
}

function sqlFields(document: Record<string, unknown>): Record<string, unknown> {
  const fields = documentFields(document, { jsonTexts: ["detail", "user_conf"] });
  return "message" in fields ? { ...fields, messageParsed: parseJsonObject(fields.message) } : fields;
}
