import type { Analytics, Facets } from "@/lib/contract/overview";
import type { JobFilter } from "@/lib/contract/list-query";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { iso, isoOrNull } from "@/lib/server/jobs/encode-job";
import { rangeOf } from "@/lib/server/jobs/range-of";
import type { JobServices } from "@/lib/server/jobs/services";
import * as store from "@/lib/server/store/overview";

const HOUR_MS = 3_600_000;

/** Aggregates over what ended in a range of time; the last 24 hours unless told. */
export async function getAnalytics(services: JobServices, user: RequestUser, filter: JobFilter): Promise<Analytics> {
  const now = services.now();
  const range = rangeOf(filter, now, 24 * HOUR_MS);
  const where = store.endedIn(filter, user.connections, range);
  const { db } = services;
  // Since when a connection is on record does not hang on whose jobs are asked for.
  const { connection, vendor, kind } = filter;
  const bucketMs = bucketOf(range);
  const [recordFrom, ends, durations, waits, byOwner, byQueue, hours] = await Promise.all([
    store.oldestEnd(db, { connection, vendor, kind }, user.connections),
    store.endsByBucket(db, where, bucketMs),
    store.durationsByKind(db, where),
    store.waitsByQueue(db, where),
    store.failuresBy(db, where, "owner"),
    store.failuresBy(db, where, "queue"),
    store.busyHours(db, where),
  ]);
  const buckets = new Map<number, Analytics["ends"][number]>();
  for (const { at, state, n } of ends) {
    const bucket = buckets.get(at) ?? { at: iso(at), byState: {} };
    bucket.byState[state] = n;
    buckets.set(at, bucket);
  }
  return {
    from: iso(range.from),
    to: iso(range.to),
    bucketMs,
    recordFrom: isoOrNull(recordFrom),
    ends: [...buckets.values()],
    durations,
    waits,
    failures: [...byOwner, ...byQueue],
    hours,
    asOf: iso(now),
  };
}

/** The values that the list's menus offer. */
export async function getFacets(services: JobServices, user: RequestUser): Promise<Facets> {
  const [owner, queue, type] = await Promise.all([
    store.distinctValues(services.db, "owner", user.connections),
    store.distinctValues(services.db, "queue", user.connections),
    store.distinctValues(services.db, "type", user.connections),
  ]);
  return { owner, queue, type };
}

const STEPS_MS = [60_000, 5 * 60_000, 15 * 60_000, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS];

/** The finest step that draws the range in at most 60 bars. */
function bucketOf({ from, to }: store.Range): number {
  return STEPS_MS.find((step) => (to - from) / step <= 60) ?? 28 * 24 * HOUR_MS;
}
