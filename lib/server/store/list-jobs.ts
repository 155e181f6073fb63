import { and, eq, getTableColumns, inArray, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { JobFilter, Sort } from "@/lib/contract/list-query";
import { JOB_STATES, type JobState } from "@/lib/jobs/state";
import type { Connection } from "@/lib/server/db/database";
import { actions } from "@/lib/server/db/schema/actions";
import { connectionHealth } from "@/lib/server/db/schema/collector";
import { jobCounts, jobs } from "@/lib/server/db/schema/jobs";
import { jobCondition, type Scope } from "@/lib/server/store/job-filter";
import { encodeCursor, orderOf } from "@/lib/server/store/job-order";

/** The columns of a row of the list: none of the wide ones. */
const COLUMNS = {
  seq: jobs.seq,
  connection: jobs.connection,
  vendor: jobs.vendor,
  kind: jobs.kind,
  id: jobs.id,
  run: jobs.run,
  name: jobs.name,
  state: jobs.state,
  vendorState: jobs.vendorState,
  attention: jobs.attention,
  owner: jobs.owner,
  queue: jobs.queue,
  type: jobs.type,
  submittedAt: jobs.submittedAt,
  startedAt: jobs.startedAt,
  endedAt: jobs.endedAt,
  durationMs: jobs.durationMs,
  progress: jobs.progress,
  rowCount: jobs.rowCount,
  error: jobs.error,
  allowed: jobs.allowed,
  vendorUrl: jobs.vendorUrl,
  firstSeenAt: jobs.firstSeenAt,
  observedAt: jobs.observedAt,
  goneAt: jobs.goneAt,
  readProblem: jobs.readProblem,
};

export type OpenActionRow = typeof actions.$inferSelect;
export interface JobRow {
  job: Pick<typeof jobs.$inferSelect, keyof typeof COLUMNS>;
  open: OpenActionRow | null;
}

/**
 * Columns as one JSON value, by our names. A page has some 2,000 values: read one by one, they cost more than finding
 * them. Only for columns that JSON gives back as they are: texts, booleans, JSON, numbers below 2^53.
 */
function asJson(columns: Record<string, PgColumn>): SQL {
  const pairs = Object.entries(columns).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}
const jobAsJson = sql<JobRow["job"]>`${asJson(COLUMNS)}`;
const actionAsJson = sql<
  JobRow["open"]
>`case when ${actions.id} is null then null else ${asJson(getTableColumns(actions))} end`;

const openAction = and(
  eq(actions.connection, jobs.connection),
  eq(actions.kind, jobs.kind),
  eq(actions.jobId, jobs.id),
  inArray(actions.outcome, ["asked", "accepted", "unknown"]),
);

/** A page of jobs with their open actions. */
export async function listJobRows(
  db: Connection,
  query: { filter: JobFilter; sort: Sort; limit: number; cursor: string | undefined; scope: Scope },
): Promise<{ rows: JobRow[]; nextCursor: string | null }> {
  const order = orderOf(query.sort);
  const condition = jobCondition(query.filter, query.scope);
  const rows = await db
    .select({ job: jobAsJson, open: actionAsJson, key: order.key })
    .from(jobs)
    .leftJoin(actions, openAction)
    .where(query.cursor === undefined ? condition : and(condition, order.after(query.cursor)))
    .orderBy(...order.by)
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    rows: page.map(({ job, open }) => ({ job, open })),
    nextCursor: more ? encodeCursor(query.sort, last.key, last.job.seq) : null,
  };
}

/** How many jobs are in which state, from the table of counts; every state has its number. */
export async function countByState(
  db: Connection,
  filter: Pick<JobFilter, "connection" | "vendor" | "kind" | "internal">,
  scope: Scope,
): Promise<Record<JobState, number>> {
  const rows = await db
    .select({ state: jobCounts.state, n: sql<number>`sum(${jobCounts.n})::float8` })
    .from(jobCounts)
    .where(
      and(
        scope === null ? undefined : among(jobCounts.connection, scope),
        filter.connection && among(jobCounts.connection, filter.connection),
        filter.vendor && among(jobCounts.vendor, filter.vendor),
        filter.kind && among(jobCounts.kind, filter.kind),
        filter.internal === "hide" ? eq(jobCounts.internal, false) : undefined,
      ),
    )
    .groupBy(jobCounts.state);
  const counts = Object.fromEntries(JOB_STATES.map((state) => [state, 0])) as Record<JobState, number>;
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

function among(column: Parameters<typeof inArray>[0], values: readonly string[]) {
  return values.length === 0 ? sql`false` : inArray(column, [...values]);
}

/** What a connection's health says about how old its jobs are. Instants are epoch ms. */
export interface Freshness {
  connection: string;
  version: number;
  health: string;
  lastAnswerAt: number | null;
}

export async function freshness(db: Connection): Promise<Freshness[]> {
  return db
    .select({
      connection: connectionHealth.connection,
      version: connectionHealth.version,
      health: connectionHealth.health,
      lastAnswerAt: connectionHealth.lastAnswerAt,
    })
    .from(connectionHealth);
}
