import type { TimelineQuery } from "@/lib/contract/list-query";
import type { Timeline, TimelineItem } from "@/lib/contract/overview";
import { jobPath } from "@/lib/jobs/job-path";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { timelineOf } from "@/lib/server/jobs/encode-detail";
import { iso, isoOrNull } from "@/lib/server/jobs/encode-job";
import { etagOf, isKnown } from "@/lib/server/jobs/etag";
import { rangeOf } from "@/lib/server/jobs/range-of";
import type { JobServices } from "@/lib/server/jobs/services";
import { knownAt, staleConnections } from "@/lib/server/jobs/staleness";
import { freshness } from "@/lib/server/store/list-jobs";
import { jobsInRange, transitionsOf } from "@/lib/server/store/overview";
import type { StoredTransition } from "@/lib/server/store/job-detail";

const MINUTE_MS = 60_000;
const UNASKED_MS = 6 * 60 * MINUTE_MS;

export type TimelineAnswer =
  { unchanged: true; etag: string; asOf: string } | { unchanged: false; etag: string; timeline: Timeline };

/**
 * Every job's bar in a range of time, the last six hours unless told; or only the word that it is what the caller has. The
 * tag is made of the data's versions, when stale connections last answered, the user's scope and the question. An open end
 * has no bound, so that it does not change with the clock: a vendor whose clock is ahead dates jobs later than now, and they
 * are alive all the same.
 * @throws AppError `invalid_query` for a range that ends before it begins
 */
export async function getTimeline(
  services: JobServices,
  user: RequestUser,
  query: TimelineQuery,
  known: string | null = null,
): Promise<TimelineAnswer> {
  const { limit, ...filter } = query;
  const now = services.now();
  const asOf = iso(now);
  // By whole minutes where it is not told: within one, the same question has the same answer.
  const range = rangeOf(filter, filter.to || filter.from ? now : Math.floor(now / MINUTE_MS) * MINUTE_MS, UNASKED_MS);
  const fresh = (await freshness(services.db)).filter(
    ({ connection }) => user.connections === null || user.connections.includes(connection),
  );
  const stale = staleConnections(fresh, services.hub, now);
  const answered = new Map(fresh.map(({ connection, lastAnswerAt }) => [connection, lastAnswerAt]));
  const etag = etagOf([
    fresh.map(({ connection, version }) => [connection, version]).sort(),
    [...stale.keys()].map((connection) => [connection, answered.get(connection)]).sort(),
    user.connections,
    query,
    range.from,
  ]);
  if (isKnown(etag, known)) return { unchanged: true, etag, asOf };

  const alive = { from: range.from, to: filter.to ? range.to : null };
  const rows = await jobsInRange(services.db, filter, user.connections, alive, limit);
  const page = rows.slice(0, limit);
  const changes = await transitionsOf(
    services.db,
    page.map(({ seq }) => seq),
  );
  const items = page.map((row) => ({
    ...itemOf(row, changes.get(row.seq) ?? []),
    knownAt: isoOrNull(knownAt(row, stale, answered.get(row.connection) ?? null)),
  }));
  const timeline: Timeline = {
    from: iso(range.from),
    to: iso(filter.to ? range.to : now),
    items,
    truncated: rows.length > limit,
    asOf,
  };
  return { unchanged: false, etag, timeline };
}

type Row = Awaited<ReturnType<typeof jobsInRange>>[number];

function itemOf(row: Row, changes: readonly StoredTransition[]): Omit<TimelineItem, "knownAt"> {
  const body = {
    job: row.seq,
    details: { type: "" },
    raw: {},
    segments: row.segments,
    pastSegments: row.pastSegments ?? [],
    subjobs: null,
    subjobsAt: null,
    subjobsCurrent: false,
    progressProblem: null,
  };
  return {
    connection: row.connection,
    vendor: row.vendor,
    kind: row.kind,
    id: row.id,
    name: row.name.slice(0, 200),
    queue: row.queue,
    state: row.state,
    path: jobPath(row),
    segments: timelineOf(
      changes.filter(({ run }) => run === row.run),
      body,
      row.attempt,
    ),
  };
}
