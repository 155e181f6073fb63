import { and, desc, inArray, isNotNull, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { JobFilter } from "@/lib/contract/list-query";
import type { Connection } from "@/lib/server/db/database";
import { jobBodies, jobs, transitions } from "@/lib/server/db/schema/jobs";
import { jobCondition, type Scope } from "@/lib/server/store/job-filter";
import type { StoredTransition } from "@/lib/server/store/job-detail";

/** A range of time, epoch ms, `to` exclusive. */
export interface Range {
  from: number;
  to: number;
}

/**
 * Jobs that were alive at some moment of the range, newest first.
 * @param range `to: null`: also those that are dated later than now
 */
export async function jobsInRange(
  db: Connection,
  filter: JobFilter,
  scope: Scope,
  range: { from: number; to: number | null },
  limit: number,
) {
  return db
    .select({
      seq: jobs.seq,
      connection: jobs.connection,
      vendor: jobs.vendor,
      kind: jobs.kind,
      id: jobs.id,
      run: jobs.run,
      attempt: jobs.attempt,
      name: jobs.name,
      queue: jobs.queue,
      state: jobs.state,
      observedAt: jobs.observedAt,
      goneAt: jobs.goneAt,
      readProblem: jobs.readProblem,
      segments: jobBodies.segments,
      pastSegments: jobBodies.pastSegments,
    })
    .from(jobs)
    .leftJoin(jobBodies, sql`${jobBodies.job} = ${jobs.seq}`)
    .where(
      and(
        jobCondition({ ...filter, from: undefined, to: undefined }, scope),
        range.to === null ? undefined : sql`${jobs.sortAt} < ${range.to}`,
        sql`(${jobs.endedAt} is null or ${jobs.endedAt} >= ${range.from})`,
        // That the vendor no longer had it is the last that is known of one without an end.
        sql`(${jobs.endedAt} is not null or ${jobs.goneAt} is null or ${jobs.goneAt} >= ${range.from})`,
        // Ended long ago without an end on record: what was last seen of it lies before the range.
        sql`(${jobs.endedAt} is not null or ${jobs.readingState} not in ('draft', 'succeeded', 'warning', 'failed', 'cancelled') or ${jobs.observedAt} >= ${range.from})`,
      ),
    )
    .orderBy(desc(jobs.sortAt), desc(jobs.seq))
    .limit(limit + 1);
}

export async function transitionsOf(db: Connection, seqs: readonly number[]): Promise<Map<number, StoredTransition[]>> {
  const byJob = new Map<number, StoredTransition[]>();
  if (seqs.length === 0) return byJob;
  const rows = await db
    .select()
    .from(transitions)
    .where(inArray(transitions.job, [...seqs]))
    .orderBy(transitions.seq)
    .limit(20_000);
  for (const row of rows) byJob.set(row.job, [...(byJob.get(row.job) ?? []), row]);
  return byJob;
}

const ended = sql`${jobs.endedAt}`;

/** The condition of everything below: jobs that ended in the range. */
export function endedIn(filter: JobFilter, scope: Scope, range: Range) {
  return and(
    jobCondition({ ...filter, from: undefined, to: undefined }, scope),
    isNotNull(jobs.endedAt),
    // As the index on ends has it.
    sql`coalesce(${jobs.endedAt}, -1) >= ${range.from}`,
    sql`coalesce(${jobs.endedAt}, -1) < ${range.to}`,
  );
}

export type Condition = ReturnType<typeof endedIn>;

/** The oldest end on record of what a filter chooses, epoch ms; null where nothing of it has ended yet. */
export async function oldestEnd(db: Connection, filter: JobFilter, scope: Scope): Promise<number | null> {
  const [row] = await db
    .select({ endedAt: jobs.endedAt })
    .from(jobs)
    .where(and(jobCondition(filter, scope), sql`coalesce(${jobs.endedAt}, -1) >= 0`))
    .orderBy(sql`coalesce(${jobs.endedAt}, -1)`)
    .limit(1);
  return row?.endedAt ?? null;
}

export async function endsByBucket(db: Connection, where: Condition, bucketMs: number) {
  return db
    .select({
      at: sql<number>`((${ended} / ${sql.raw(String(bucketMs))}) * ${sql.raw(String(bucketMs))})::float8`,
      state: jobs.state,
      n: sql<number>`count(*)::int`,
    })
    .from(jobs)
    .where(where)
    .groupBy(sql`1`, jobs.state)
    .orderBy(sql`1`);
}

/** Both quantiles of one sorting; alike in text, so that it is done once. */
const quantiles = (value: SQL | PgColumn) => {
  const both = sql`percentile_cont(array[0.5, 0.95]) within group (order by ${value})`;
  return { p50: sql<number | null>`(${both})[1]::float8`, p95: sql<number | null>`(${both})[2]::float8` };
};

export async function durationsByKind(db: Connection, where: Condition) {
  return db
    .select({
      connection: jobs.connection,
      kind: jobs.kind,
      n: sql<number>`count(${jobs.durationMs})::int`,
      ...quantiles(jobs.durationMs),
    })
    .from(jobs)
    .where(where)
    .groupBy(jobs.connection, jobs.kind)
    .orderBy(jobs.connection, jobs.kind);
}

/** The phases in which a vendor says that the job was queued, summed; null where it tells of none that is over. */
const queuedMs = sql`(select sum(extract(epoch from (s ->> 'to')::timestamptz - (s ->> 'from')::timestamptz)) * 1000
  from jsonb_array_elements(case when jsonb_typeof(${jobBodies.segments}) = 'array' then ${jobBodies.segments} end) s where s ->> 'state' = 'queued' and s ->> 'to' is not null)`;
const untilStart = sql`case when ${jobs.startedAt} >= ${jobs.submittedAt} then ${jobs.startedAt} - ${jobs.submittedAt} end`;
/** Most bodies have no phases, and are not asked for any. */
const wait = sql`(case when ${jobBodies.segments} is null then ${untilStart} else coalesce(${queuedMs}, ${untilStart}) end)::float8`;

interface Wait {
  connection: string;
  queue: string | null;
  n: number;
  p50: number | null;
  p95: number | null;
}

/**
 * How long jobs waited: in the queue where the vendor gives its phases, else from submission to start where it gives both.
 * A vendor's start may be the start of the queueing.
 */
export async function waitsByQueue(db: Connection, where: Condition): Promise<Wait[]> {
  const { p50, p95 } = quantiles(sql`wait`);
  // The offset keeps the wait from being worked out once more wherever it is named.
  const { rows } = (await db.execute(sql`
    select connection, queue, count(*)::int as n, ${p50} as p50, ${p95} as p95
    from (
      select ${jobs.connection}, ${jobs.queue}, ${wait} as wait
      from ${jobs} left join ${jobBodies} on ${jobBodies.job} = ${jobs.seq} where ${where} offset 0
    ) as waited
    where wait is not null group by connection, queue order by n desc limit 30`)) as unknown as { rows: Wait[] };
  return rows;
}

export async function failuresBy(db: Connection, where: Condition, by: "owner" | "queue") {
  const column = by === "owner" ? jobs.owner : jobs.queue;
  const rows = await db
    .select({
      value: column,
      ended: sql<number>`count(*)::int`,
      failed: sql<number>`(count(*) filter (where ${jobs.state} = 'failed'))::int`,
    })
    .from(jobs)
    .where(where)
    .groupBy(column)
    .orderBy(sql`3 desc, 2 desc`)
    .limit(20);
  return rows.map((row) => ({ by, ...row }));
}

/** Submissions of the jobs that ended in the range by weekday (0 Monday) and hour, UTC. */
export async function busyHours(db: Connection, where: Condition) {
  // Hours of the week from a Monday; the first of 1970 was a Thursday. Dates by their names take eight times as long.
  const hourOfWeek = sql<number>`((((${jobs.sortAt} / 3600000 + 72) % 168) + 168) % 168)::int`;
  const rows = await db
    .select({ at: hourOfWeek, jobs: sql<number>`count(*)::int` })
    .from(jobs)
    .where(where)
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return rows.map(({ at, jobs }) => ({ weekday: Math.floor(at / 24), hour: at % 24, jobs }));
}

/** The values that occur in a column, found by jumping from one to the next in its index. */
export async function distinctValues(
  db: Connection,
  column: "owner" | "queue" | "type",
  scope: Scope,
): Promise<string[]> {
  const name = sql.raw(column);
  if (scope?.length === 0) return [];
  const within = scope === null ? sql`` : sql`and ${inArray(sql`connection`, [...scope])}`;
  const { rows } = (await db.execute(sql`
    with recursive found as (
      (select ${name} as value from jobs where ${name} is not null ${within} order by ${name} limit 1)
      union all
      select (select ${name} from jobs where ${name} > found.value ${within} order by ${name} limit 1)
      from found where found.value is not null
    )
    select value from found where value is not null limit 200`)) as unknown as { rows: { value: string }[] };
  return rows.map(({ value }) => value);
}
