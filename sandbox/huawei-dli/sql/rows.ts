import type { DliSwitches } from "../switches";
import { jsonString } from "../wire/dress";
import { durationAt, endedAt, shownStatus, statusAt, type SqlJob } from "./sql-job";

const PROJECT = "{project}";

/** One element of the list's `jobs` (contract page 2.1). The fields that only the list has: end_time, cpu_cost, output_byte. */
export function sqlListRow(job: SqlJob, now: number, projectId: string, switches: DliSwitches) {
  const done = statusAt(job, now) === "FINISHED";
  const cost = (value: number | undefined) =>
    value === undefined || !done ? undefined : switches.costType === "string" ? String(value) : value;
  return {
    ...common(job, now, switches),
    engine_type: job.engine,
    message: message(job, now, switches) || undefined,
    end_time: endedAt(job, now) ?? undefined,
    with_column_header: job.type === "EXPORT" || job.type === "IMPORT" ? true : undefined,
    cpu_cost: cost(job.cpuCost),
    output_byte: cost(job.outputByte),
    ...paths(job, now, projectId),
  };
}

/** The answer of the status query (contract page 2.2). The fields that only it has: job_mode, user_conf. */
export function sqlStatus(job: SqlJob, now: number, projectId: string, switches: DliSwitches) {
  return {
    is_success: true,
    message: message(job, now, switches),
    ...common(job, now, switches),
    job_mode: job.mode,
    user_conf: jsonString(job.userConf, switches.jsonStrings),
    ...paths(job, now, projectId),
  };
}

/** The answer of the detail query, meant for IMPORT and EXPORT (contract page 2.3). */
export function sqlDetail(job: SqlJob, now: number) {
  const moves = job.type === "IMPORT" || job.type === "EXPORT";
  return {
    is_success: true,
    message: "",
    job_id: job.id,
    owner: job.owner,
    start_time: job.startTime,
    duration: durationAt(job, now),
    export_mode: job.type === "EXPORT" ? "ErrorIfExists" : undefined,
    data_path: moves ? (/'(obs:[^']+)'/.exec(job.statement)?.[1] ?? undefined) : undefined,
    data_type: moves ? "csv" : undefined,
    database_name: job.database,
    table_name: job.table,
    with_column_header: moves ? true : undefined,
    delimiter: moves ? "," : undefined,
    quote_char: moves ? '"' : undefined,
    escape_char: moves ? "\\" : undefined,
    date_format: moves ? "yyyy-MM-dd" : undefined,
    timestamp_format: moves ? "yyyy-MM-dd HH:mm:ss" : undefined,
    compress: job.type === "EXPORT" ? "gzip" : undefined,
    tags: job.tags,
  };
}

function common(job: SqlJob, now: number, switches: DliSwitches) {
  const status = statusAt(job, now);
  const ended = status === "FINISHED";
  const launching = status === "LAUNCHING";
  return {
    job_id: job.id,
    job_type: job.type,
    queue_name: job.queue,
    owner: job.owner,
    start_time: job.startTime,
    duration: launching ? undefined : durationAt(job, now),
    status: shownStatus(job, now, switches),
    input_size: ended ? job.inputSize : 0,
    result_count: ended ? job.resultCount : 0,
    input_row_count: ended ? job.inputRows : undefined,
    bad_row_count: ended ? job.badRows : undefined,
    database_name: job.database,
    table_name: job.table,
    detail: launching ? "" : jsonString(job.detail, switches.jsonStrings),
    statement: job.statement,
    tags: job.tags,
  };
}

function paths(job: SqlJob, now: number, projectId: string) {
  const ready = statusAt(job, now) === "FINISHED" && job.resultPath !== undefined;
  return {
    result_path: ready ? job.resultPath?.replace(PROJECT, projectId) : undefined,
    result_format: ready ? "csv" : undefined,
    execution_details_path: job.detailsPath?.replace(PROJECT, projectId),
  };
}

/** Success only means that the query worked: why a job failed is in here too (contract page 5.2). */
function message(job: SqlJob, now: number, switches: DliSwitches): string {
  const status = statusAt(job, now);
  if (status === "FAILED" || status === "CANCELLED") {
    if (switches.sqlMessage === "text") return job.failure;
    const code = /^DLI\.\d+/.exec(job.failure)?.[0] ?? "DLI.0999";
    return JSON.stringify({ error_code: code, error_msg: job.failure.replace(/^DLI\.\d+: /, "") });
  }
  return status === "FINISHED" && switches.sqlMessage === "json-always" ? '{"error_code":"DLI.0999"}' : "";
}
