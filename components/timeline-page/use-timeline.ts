"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { serverNow } from "@/components/time/now";
import { type AxisJob, toAxisJob } from "@/components/timeline-page/axis-jobs";
import type { AxisRange } from "@/components/timeline-page/axis-range";
import { fetchWindow, tightWindow } from "@/components/timeline-page/fetch-window";
import { type LaneConnection, silentSince } from "@/components/timeline-page/lanes";
import type { TimelineItem } from "@/lib/contract/overview";
import { connectionQueries } from "@/lib/query/connections";
import { overviewQueries } from "@/lib/query/overview";
import { type JobsSearch, toApiFilter } from "@/lib/url/jobs-search";

/** Windows left behind by panning are forgotten soon. */
const KEEP_MS = 60_000;

/** What leaves the range on its left is let go at this pace, not at each answer. */
const STEP_MS = 10_000;

const known = new WeakMap<TimelineItem, AxisJob>();

/** An item that has not changed is the same job: polls make nothing anew. */
function axisJobOf(item: TimelineItem): AxisJob {
  const job = known.get(item) ?? toAxisJob(item);
  known.set(item, job);
  return job;
}

/** The jobs of the range, a little beyond it where one answer holds that many. */
export function useTimeline(search: JobsSearch, settled: AxisRange) {
  const filter = toApiFilter({ ...search, from: null, to: null, endedFrom: null, endedTo: null }, 0);
  const wide = useQuery({
    ...overviewQueries.timeline({ ...fetchWindow(settled, serverNow()), filter }, { restsWhenCrowded: true }),
    gcTime: KEEP_MS,
  });
  const crowded = wide.data?.truncated === true && !wide.isPlaceholderData;
  const tight = useQuery({
    ...overviewQueries.timeline({ ...tightWindow(settled), filter }),
    gcTime: KEEP_MS,
    enabled: crowded,
  });
  const chosen = crowded && tight.data ? tight : wide;
  const items = chosen.data?.items;
  const jobs = useMemo(() => items?.map(axisJobOf) ?? null, [items]);
  const asOf = chosen.data ? Math.floor(Date.parse(chosen.data.asOf) / STEP_MS) * STEP_MS : 0;
  const asked = crowded ? tight : wide;
  const { error, refetch } = asked;
  // What is shown answers another question: it does not tell that the range is empty.
  const waiting = asked.data === undefined || asked.isPlaceholderData;
  return { jobs, asOf, truncated: chosen.data?.truncated ?? false, waiting, error, refetch };
}

/** The lanes: every connection that the filter leaves, whether it has jobs or not. */
export function useLaneConnections(
  search: JobsSearch,
  jobs: readonly { item: { connection: string; vendor: string } }[] | null,
) {
  const { data } = useQuery(connectionQueries.list());
  return useMemo(() => {
    const known = new Map<string, LaneConnection>();
    for (const { id, name, vendor, health, lastAnswerAt } of data?.items ?? []) {
      if (search.connection.length > 0 && !search.connection.includes(id)) continue;
      if (search.vendor.length > 0 && !search.vendor.includes(vendor)) continue;
      known.set(id, { id, name, vendor, health, silentSince: silentSince({ health, lastAnswerAt }) });
    }
    for (const { item } of jobs ?? []) {
      if (known.has(item.connection)) continue;
      known.set(item.connection, {
        id: item.connection,
        name: item.connection,
        vendor: item.vendor,
        health: null,
        silentSince: null,
      });
    }
    return [...known.values()];
  }, [data?.items, jobs, search.connection, search.vendor]);
}
