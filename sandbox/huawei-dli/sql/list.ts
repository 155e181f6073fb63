import { SQL_TEMPLATES, type SqlType } from "../catalogue/sql-statements";
import type { DliSwitches } from "../switches";
import type { DliCall } from "../wire/gateway";
import { badParameter } from "../wire/errors";
import { matchesTags } from "../wire/query";
import { sqlListRow } from "./rows";
import { durationAt, shownStatus, statusAt, type SqlJob } from "./sql-job";

const TYPES = [...new Set(SQL_TEMPLATES.map((template) => template.type))];
const LISTED_TYPES: readonly SqlType[] = ["DDL", "DCL", "IMPORT", "EXPORT", "QUERY", "INSERT", "UPDATE", "DELETE"];
const STATUSES =
  `LAUNCHING RUNNING SCALING FINISHED FAILED CANCELLED COMPUTED SUSPENDED ACTIVE DELETED CREATING FINISH`.split(" ");
const ORDERS = ["start_time_desc", "start_time_asc", "duration_desc", "duration_asc"] as const;
const LAST_PAGE = 100;

/** `GET /jobs`: at most 100 a page and 100 pages, so 10,000 rows; beyond that only a narrower time window helps. */
export function listSqlJobs(call: DliCall) {
  const { query, world, now, switches } = call;
  const size = query.int("page-size", { min: 1, max: 100, default: 50 });
  const page = query.int("current-page", { min: 1, max: LAST_PAGE, default: 1 });
  const order = query.oneOf("order", ORDERS, "start_time_desc");
  const matching = [...world.sql.values()].filter(filterOf(call)).sort(comparatorOf(order, now));
  return {
    is_success: true,
    message: "",
    job_count: matching.length,
    jobs: matching.slice((page - 1) * size, page * size).map((job) => sqlListRow(job, now, call.projectId, switches)),
  };
}

function filterOf({ query, now, switches }: DliCall): (job: SqlJob) => boolean {
  const type = query.oneOf("job-type", [...TYPES, "ALL"] as const, "ALL");
  const types = query.list("job_types");
  if (types.some((word) => !LISTED_TYPES.some((listed) => listed === word))) throw badParameter("job_types");
  const status = query.text("job-status");
  if (status !== null && !STATUSES.includes(status)) throw badParameter("job-status");
  const queue = query.text("queue_name");
  if (queue !== null && !/^(?!_)(?!\d+$)\w{1,128}$/.test(queue)) throw badParameter("queue_name");
  const engine = query.text("engine-type", "engine_type");
  const [id, owner, database, table, tags] = (["job-id", "owner", "db_name", "table_name", "tags"] as const).map(
    (name) => query.text(name),
  );
  const inWindow = windowOf(query.text("start"), query.text("end"), switches.sqlRangeBounds);
  const fits = patternOf(query.text("sql_pattern"), switches.sqlPattern);
  return (job) =>
    (type === "ALL" || job.type === type) &&
    (types.length === 0 || types.includes(job.type)) &&
    (status === null || statusAt(job, now) === status || shownStatus(job, now, switches) === status) &&
    (queue === null || job.queue === queue) &&
    (engine === null || job.engine === engine) &&
    (!id || job.id === id) &&
    (!owner || job.owner === owner) &&
    (!database || job.database === database) &&
    (!table || job.table === table) &&
    matchesTags(tags ?? null, job.tags?.slice()) &&
    inWindow(job.startTime) &&
    fits(job.statement);
}

/** By start time; 0 means unbounded. Whether the bounds themselves belong to it is one of the open questions. */
function windowOf(from: string | null, to: string | null, bounds: DliSwitches["sqlRangeBounds"]) {
  const start = instant("start", from);
  const end = instant("end", to);
  return (at: number) =>
    (start === 0 || (bounds.startsWith("[") ? at >= start : at > start)) &&
    (end === 0 || (bounds.endsWith("]") ? at <= end : at < end));
}

function instant(name: string, text: string | null): number {
  const value = Number(text ?? 0);
  if (!Number.isInteger(value) || value < 0) throw badParameter(name);
  return value;
}

function patternOf(pattern: string | null, setting: DliSwitches["sqlPattern"]): (statement: string) => boolean {
  if (pattern === null) return () => true;
  if (pattern.length > 1024) throw badParameter("sql_pattern");
  if (setting === "substring") return (statement) => statement.toLowerCase().includes(pattern.toLowerCase());
  try {
    const regex = new RegExp(pattern, "is");
    return (statement) => regex.test(statement);
  } catch {
    throw badParameter("sql_pattern");
  }
}

function comparatorOf(order: (typeof ORDERS)[number], now: number): (a: SqlJob, b: SqlJob) => number {
  const sign = order.endsWith("desc") ? -1 : 1;
  const key = order.startsWith("start") ? (job: SqlJob) => job.startTime : (job: SqlJob) => durationAt(job, now);
  return (a, b) => sign * (key(a) - key(b)) || (a.id < b.id ? -1 : 1);
}
