import type { Account } from "./accounts";
import { COLUMNS, instantColumns, type JobColumn, type JobRow } from "./job-columns";
import { endOf, isOver, type Job } from "./job";
import { parseSelect } from "./sql/parse-select";
import { runSelect, type ResultSet, type Table } from "./sql/run-select";
import { SqlError } from "./sql/sql-error";
import type { DremioSwitches } from "./switches";
import type { World } from "./world";

const HEAD = ["job_id", "status", "query_type", "user_name", "queried_datasets", "scanned_datasets"];
const SCANS = [
  "planner_estimated_cost",
  "rows_scanned",
  "bytes_scanned",
  "rows_returned",
  "bytes_returned",
  "accelerated",
];
/** What 26.x added to `sys.jobs_recent`; Community is a 25.x and has neither these nor the rules. */
const RECENT = ["query_cost", "memory_allocated", "setup_time_ns", "wait_time_ns", "execution_cpu_time_ns", "context"];
const RULES = ["rule_name", "rule_content", "rule_action"];

const live = (job: Job, now: number) => !isOver(job, now);
const all = () => true;
/** The history is refreshed at the full hour (2.5). */
const history = (job: Job, now: number) => (endOf(job) ?? Infinity) <= Math.floor(now / 3_600_000) * 3_600_000;

interface SystemTable {
  cloud: boolean;
  shows(job: Job, now: number): boolean;
  columns(switches: DremioSwitches): JobColumn[];
}

/** The tables of the vendors' document, 2.5, with exactly the columns that their pages list. */
const TABLES: Record<string, SystemTable> = {
  "sys.jobs": { cloud: false, shows: live, columns: (switches) => software(switches, []) },
  "sys.jobs_recent": { cloud: false, shows: all, columns: (switches) => software(switches, RECENT) },
  "sys.project.jobs": { cloud: true, shows: live, columns: cloud },
  "sys.project.jobs_recent": { cloud: true, shows: all, columns: cloud },
  "sys.project.history.jobs": {
    cloud: true,
    shows: history,
    columns: () => [
      ...pick([...HEAD, "execution_cpu_time_ns", "attempt_count"]),
      ...instantColumns("epoch", true),
      ...pick([...SCANS, "queue_name", "engine", "execution_nodes", "memory_available", "error_msg", "query"]),
      ...pick(["query_chunks", "reflection_matches", "starting_ts", "starting_ts_epoch"]),
    ],
  },
};

/** Whether the text selects from a system table of jobs, or seems to. */
export function readsSystemTable(sql: string): boolean {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  return /^\s*select\b/i.test(bare) && /\bfrom\s+"?sys"?\s*\./i.test(bare);
}

/** Runs a listing as `account` at `now`. Throws {@link SqlError} with the message that its job fails with. */
export function selectJobs(
  world: World,
  sql: string,
  onCloud: boolean,
  account: Account | null,
  now: number,
): ResultSet {
  const { switches } = world;
  const select = parseSelect(sql);
  const table = tableNamed(select.table, onCloud, switches);
  const sees = account?.canViewAllJobs ?? false;
  if (!sees && switches.restrictedSelect === "refused") {
    throw new SqlError(
      `PERMISSION ERROR: Access denied: user [${account?.name ?? ""}] lacks the privilege VIEW JOB HISTORY.`,
    );
  }
  const rows: JobRow[] = world
    .listed(now)
    .filter((job) => table.shows(job, now) && (sees || job.user === account?.name))
    .map((job) => ({ job, now, switches }));
  const columns = table.columns(switches).filter(({ name }) => !switches.missingColumns.includes(name));
  const source: Table<JobRow> = { rows: switches.emptyList ? [] : rows.reverse(), columns };
  return runSelect(select, source, now);
}

function tableNamed(path: string[], onCloud: boolean, switches: DremioSwitches): SystemTable {
  const name = path.join(".").toLowerCase();
  const table = TABLES[name];
  const missing = name === "sys.project.jobs_recent" && !switches.projectJobsRecent;
  if (!table || missing || table.cloud !== onCloud) {
    throw new SqlError(
      `VALIDATION ERROR: Object '${path.at(-1) ?? ""}' not found within '${path.slice(0, -1).join(".")}'`,
    );
  }
  return table;
}

function software(switches: DremioSwitches, more: string[]): JobColumn[] {
  const added = switches.flavor === "community" ? [] : [...more, ...RULES];
  return [
    ...pick([...HEAD, "attempt_count"]),
    ...instantColumns("epoch_millis"),
    ...pick([...SCANS, "queue_name", "engine", "error_msg", "query", "is_profile_incomplete"]),
    ...pick(["execution_allocated_bytes", "execution_cpu_time_millis", ...added]),
  ].map((column) => documentedType(column, switches));
}

function cloud(switches: DremioSwitches): JobColumn[] {
  return [
    ...pick([...HEAD, "attempt_count"]),
    ...instantColumns("epoch_millis"),
    ...pick([...SCANS, "engine", "error_msg", "query", "is_profile_incomplete"]),
  ].map((column) => documentedType(column, switches));
}

function documentedType(column: JobColumn, switches: DremioSwitches): JobColumn {
  if (switches.datasetsAs === "text" || !column.name.endsWith("_datasets")) return column;
  return { ...column, type: { name: "LIST", subSchema: [{ type: { name: "VARCHAR" } }] } };
}

function pick(names: string[]): JobColumn[] {
  return names.map((name) => {
    const column = COLUMNS[name];
    if (!column) throw new RangeError(`no column ${name}`);
    return column;
  });
}
