import { camelRecord } from "@/lib/vendors/_shared/camel-keys";
import { isoOfMs, isoOfText } from "@/lib/vendors/_shared/instants";
import { cancelledBy } from "@/lib/vendors/dremio/cancellation";
import { consoleUrl } from "@/lib/vendors/dremio/console-url";
import type { DremioJob, ListingRow } from "@/lib/vendors/dremio/contract";
import { parseDatasets } from "@/lib/vendors/dremio/dataset-list";
import { nameOfSql, nameOfType } from "@/lib/vendors/dremio/job-name";
import { projectOf } from "@/lib/vendors/dremio/paths";
import { endOf, instantsOf, phasesOf, segmentsOf } from "@/lib/vendors/dremio/phases";
import { isInternal } from "@/lib/vendors/dremio/query-types";
import { queueWaitOf, spansOf } from "@/lib/vendors/dremio/spans";
import { actionsIn, coveredBy, isCoarse, toJobState } from "@/lib/vendors/dremio/states";
import type { ConnectionSettings } from "@/lib/vendors/types";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";

/** What both questions know of every job. */
type Base = Pick<JobSnapshot, "kind" | "id" | "run" | "attention" | "vendorUrl">;

function base(id: string, settings: ConnectionSettings): Base {
  return { kind: "query", id, run: null, attention: null, vendorUrl: consoleUrl(settings, id) };
}

/** `GET …/job/{id}` → snapshot. `operation` names the question under `raw`. */
export function snapshotOfJob(
  id: string,
  job: DremioJob,
  body: Record<string, unknown>,
  operation: string,
  settings: ConnectionSettings,
): JobSnapshot {
  const state = toJobState(job.jobState);
  const final = isFinal(state);
  const startedAt = isoOfText(job.startedAt);
  const endedAt = isoOfText(job.endedAt);
  const wait = queueWaitOf(job);
  const spans = spansOf(job);
  return {
    ...base(id, settings),
    vendorState: job.jobState,
    state,
    precision: "fine",
    actions: actionsIn(state),
    nameIfUnknown: nameOfType(job.queryType, id),
    // On Cloud a job runs on an engine, which only the listing names.
    ...(job.queueName !== undefined && projectOf(settings) === null ? { queue: job.queueName || null } : {}),
    ...(startedAt === null ? {} : { startedAt }),
    // While a job is alive this may be the end of an earlier attempt (3.4 e).
    ...(final ? (endedAt === null ? {} : { endedAt }) : { endedAt: null }),
    ...(job.rowCount === undefined ? {} : { rowCount: job.rowCount }),
    error: errorOf(state, job.errorMessage, job.cancellationReason),
    ...(job.queryType === undefined ? {} : { type: job.queryType, internal: isInternal(job.queryType) }),
    ...(spans.length === 0 ? {} : { segments: spans }),
    details: {
      ...camelRecord(body),
      type: "dremio/query",
      jobId: id,
      cancelledBy: state === "cancelled" ? cancelledBy(job.cancellationReason) : null,
      queueWait: wait,
    },
    raw: { [operation]: body },
  };
}

/** One row of a system table → snapshot. `table` names the question under `raw`. */
export function snapshotOfRow(row: ListingRow, table: string, settings: ConnectionSettings): JobSnapshot {
  const id = row.job_id;
  const state = toJobState(row.status);
  const final = isFinal(state);
  const { submitted, attemptStarted } = instantsOf(row);
  const phases = phasesOf(row);
  // Two clocks of one server: the documents' own sample starts a millisecond before it was submitted.
  const startedAt = isoOfMs(Math.max(attemptStarted ?? 0, submitted ?? 0));
  const endedAt = isoOfMs(endOf(row));
  const queue = row.queue_name || row.engine;
  const reason = state === "cancelled" && row.error_msg ? { cancelledBy: cancelledBy(row.error_msg) } : {};
  return {
    ...base(id, settings),
    vendorState: row.status,
    state,
    ...(isCoarse(row.status)
      ? { precision: "coarse", covers: coveredBy(row.status, phases?.at(-1)?.word ?? null) }
      : { precision: "fine" }),
    actions: actionsIn(state),
    name: (row.query && nameOfSql(row.query)) || nameOfType(row.query_type, id),
    ...(row.user_name === undefined ? {} : { owner: row.user_name || null }),
    ...(queue ? { queue } : {}),
    ...(submitted === null ? {} : { submittedAt: isoOfMs(submitted) }),
    ...(startedAt === null ? {} : { startedAt }),
    ...(final ? (endedAt === null ? {} : { endedAt }) : { endedAt: null }),
    ...((row.attempt_count ?? 0) >= 1 ? { attempt: row.attempt_count } : {}),
    // Alive, the listing counts what was sent to the client, the job by id what was produced: only the latter grows.
    ...(final && row.rows_returned !== undefined ? { rowCount: row.rows_returned } : {}),
    ...listedError(state, row.error_msg),
    ...(row.query === undefined ? {} : { text: row.query }),
    ...(row.query_type === undefined ? {} : { type: row.query_type, internal: isInternal(row.query_type) }),
    ...(phases === null ? {} : { segments: segmentsOf(phases, endOf(row)) }),
    details: { ...camelRecord(row), ...parseDatasets(row), ...reason, type: "dremio/query" },
    raw: { [table]: row },
  };
}

/** `errorMessage` speaks of failed jobs only, `cancellationReason` of cancelled ones only; else both are "" (3.4 c). */
function errorOf(state: JobSnapshot["state"], message: string | undefined, reason: string | undefined): string | null {
  if (state === "failed") return message || null;
  return state === "cancelled" ? reason || null : null;
}

/** The listing may leave out what ended a job; then it does not speak of it, and what is known stays. */
function listedError(state: JobSnapshot["state"], message: string | undefined): { error?: string | null } {
  if (state === "failed" || state === "cancelled") return message ? { error: message } : {};
  return { error: null };
}
