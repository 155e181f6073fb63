import type { JobList } from "@/lib/contract/job";
import type { JobListQuery } from "@/lib/contract/list-query";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { encodeJob, iso } from "@/lib/server/jobs/encode-job";
import { etagOf, isKnown } from "@/lib/server/jobs/etag";
import type { JobServices } from "@/lib/server/jobs/services";
import { staleConnections } from "@/lib/server/jobs/staleness";
import { countByState, freshness, listJobRows } from "@/lib/server/store/list-jobs";

/** Filters that the table of counts knows; with any other, a count would be a scan. */
const COUNTED: readonly string[] = ["connection", "vendor", "kind", "internal", "sort", "limit", "cursor"];

export type ListAnswer =
  { unchanged: true; etag: string; asOf: string } | { unchanged: false; etag: string; list: JobList };

/**
 * A page of the list, or only the word that it is what the caller has: the tag is made of the data's versions, the user's
 * scope and the question, so it is known without reading a job.
 */
export async function listJobs(
  services: JobServices,
  user: RequestUser,
  query: JobListQuery,
  known: string | null,
): Promise<ListAnswer> {
  const now = services.now();
  const fresh = (await freshness(services.db)).filter(
    ({ connection }) => user.connections === null || user.connections.includes(connection),
  );
  const stale = staleConnections(fresh, services.hub, now);
  const etag = etagOf([
    fresh.map(({ connection, version }) => [connection, version]).sort(),
    [...stale].sort(),
    user.role,
    user.connections,
    query,
  ]);
  const asOf = iso(now);
  if (isKnown(etag, known)) return { unchanged: true, etag, asOf };

  const { sort, limit, cursor, ...filter } = query;
  const [page, byState] = await Promise.all([
    listJobRows(services.db, { filter, sort, limit, cursor, scope: user.connections }),
    onlyCounted(query) ? countByState(services.db, filter, user.connections) : null,
  ]);
  const list: JobList = {
    items: page.rows.map((row) => encodeJob(row, user.role, stale)),
    nextCursor: page.nextCursor,
    counts: byState && { byState },
    asOf,
  };
  return { unchanged: false, etag, list };
}

function onlyCounted(query: JobListQuery): boolean {
  return Object.entries(query).every(([name, value]) => value === undefined || COUNTED.includes(name));
}
