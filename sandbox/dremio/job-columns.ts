import { Timestamp, type Cell, type Column } from "./cells";
import { currentAttempt, endOf, isFinalWord, isOver, phaseAt, rowsAt, submittedAt, type Job } from "./job";
import type { DremioSwitches } from "./switches";

/** A job at the instant of a listing. */
export interface JobRow {
  job: Job;
  now: number;
  switches: DremioSwitches;
}

/** A column of a system table and how its cell is read. */
export type JobColumn = Column & { read(row: JobRow): Cell };

/** The nine instants of a job, 0 where a phase was not reached (vendors' document, 2.5). */
const INSTANTS: Record<string, (row: JobRow) => number> = {
  submitted: ({ job }) => submittedAt(job),
  attempt_started: ({ job, now }) => currentAttempt(job, now)[0]?.at ?? 0,
  metadata_retrieval: (row) => reached(row, "METADATA_RETRIEVAL"),
  planning_start: (row) => reached(row, "PLANNING"),
  query_enqueued: (row) => reached(row, "QUEUED") || reached(row, "ENQUEUED"),
  engine_start: (row) => reached(row, "ENGINE_START"),
  execution_planning: (row) => reached(row, "EXECUTION_PLANNING"),
  execution_start: (row) => reached(row, "RUNNING"),
  final_state: ({ job, now }) => (isOver(job, now) ? (endOf(job) ?? 0) : 0),
};

/** The instants in the tables' order, named `<phase><ts>` and `<phase><epoch>`; the history table renames one phase. */
export function instantColumns(epoch: string, history = false): JobColumn[] {
  const phases = Object.entries(INSTANTS).map(([phase, read]) => ({
    name: history && phase === "execution_planning" ? "execution_planning_start" : phase,
    read,
  }));
  return [
    ...phases.map(({ name, read }) => column(`${name}_ts`, "TIMESTAMP", (row) => new Timestamp(read(row)))),
    ...phases.map(({ name, read }) => column(`${name}_${epoch}`, "BIGINT", read)),
  ];
}

/** Every other column by name. */
export const COLUMNS: Record<string, JobColumn> = Object.fromEntries(
  [
    column("job_id", "VARCHAR", ({ job }) => job.id),
    column("status", "VARCHAR", status),
    column("query_type", "VARCHAR", ({ job }) => job.queryType),
    column("user_name", "VARCHAR", ({ job }) => job.user),
    column("queried_datasets", "VARCHAR", (row) => names(row, row.job.datasets)),
    column("scanned_datasets", "VARCHAR", (row) => names(row, row.job.scanned)),
    column("attempt_count", "INTEGER", ({ job, now }) => phaseAt(job, now).attempt),
    column("planner_estimated_cost", "DOUBLE", ({ job }) => job.cost),
    column("query_cost", "DOUBLE", ({ job }) => job.cost),
    column("rows_scanned", "BIGINT", ({ job, now }) => (isOver(job, now) ? job.rowsScanned : 0)),
    column("bytes_scanned", "BIGINT", ({ job, now }) => (isOver(job, now) ? job.bytesScanned : 0)),
    column("rows_returned", "BIGINT", ({ job, now }) => rowsAt(job, now)),
    column("bytes_returned", "BIGINT", ({ job, now }) => rowsAt(job, now) * 64),
    column("accelerated", "BOOLEAN", ({ job }) => job.relationships.some((met) => met.relationship === "CHOSEN")),
    column("queue_name", "VARCHAR", ({ job }) => job.queue?.name ?? ""),
    column("engine", "VARCHAR", ({ job }) => job.engine),
    column("error_msg", "VARCHAR", ({ job, now }) => (phaseAt(job, now).state === "FAILED" ? job.errorMessage : "")),
    column("query", "VARCHAR", ({ job }) => job.sql),
    column("is_profile_incomplete", "BOOLEAN", ({ job, now }) => !isOver(job, now)),
    column("execution_allocated_bytes", "BIGINT", ({ job }) => job.bytesScanned * 3),
    column("execution_cpu_time_millis", "BIGINT", ({ job }) => Math.floor(job.rowsScanned / 900)),
    column("execution_cpu_time_ns", "BIGINT", ({ job }) => BigInt(Math.floor(job.rowsScanned / 900)) * 1_000_000n),
    column("memory_allocated", "BIGINT", ({ job }) => job.bytesScanned * 3),
    column("memory_available", "BIGINT", () => 42_949_672_960),
    column("setup_time_ns", "BIGINT", () => 12_345_678),
    column("wait_time_ns", "BIGINT", () => 9_876_543_210),
    column("context", "VARCHAR", ({ job }) => job.context),
    column("rule_name", "VARCHAR", ({ job }) => (job.queue ? job.queue.name : "")),
    column("rule_content", "VARCHAR", ({ job }) => (job.queue ? "query_cost() < 30000000" : "")),
    column("rule_action", "VARCHAR", ({ job }) => (job.queue ? "place in queue" : "")),
    column("execution_nodes", "VARCHAR", () => ""),
    column("query_chunks", "VARCHAR", () => ""),
    column("reflection_matches", "VARCHAR", ({ job }) => job.relationships.map((met) => met.reflectionId).join(",")),
    column("starting_ts", "TIMESTAMP", (row) => new Timestamp(reached(row, "STARTING"))),
    column("starting_ts_epoch", "BIGINT", (row) => reached(row, "STARTING")),
  ].map((entry) => [entry.name, entry]),
);

const SETUP = new Set(["NOT_SUBMITTED", "PENDING", "METADATA_RETRIEVAL", "PLANNING"]);
const RUNNING = new Set(["EXECUTION_PLANNING", "STARTING", "RUNNING", "CANCELLATION_REQUESTED"]);

/** The documented words are coarser than the raw ones, and hide an attempt that failed and is tried again (3.4 d). */
function status({ job, now, switches }: JobRow): string {
  const { state } = phaseAt(job, now);
  if (switches.statusWords === "raw") return state;
  if (isFinalWord(state)) return isOver(job, now) ? state : "RUNNING";
  if (SETUP.has(state)) return "SETUP";
  if (RUNNING.has(state)) return "RUNNING";
  return state === "ENQUEUED" ? "QUEUED" : state.replaceAll("_", " ");
}

function reached({ job, now }: JobRow, state: string): number {
  return currentAttempt(job, now).find((phase) => phase.state === state)?.at ?? 0;
}

function names({ switches }: JobRow, paths: string[]): Cell {
  if (switches.datasetsAs === "list") return paths;
  return paths.length === 0 ? "" : `[${paths.join(", ")}]`;
}

function column(name: string, type: string, read: (row: JobRow) => Cell): JobColumn {
  return { name, type: { name: type }, read };
}
