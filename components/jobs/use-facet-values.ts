"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { JOB_STATES } from "@/lib/jobs/state";
import { connectionQueries } from "@/lib/query/connections";
import { jobQueries } from "@/lib/query/jobs";
import type { FacetKey } from "@/lib/url/jobs-search";

export type FacetValues = Record<FacetKey, readonly string[]>;

/** What each filter can be set to, as far as it is known; labels for ids that have them. */
export function useFacetValues(): { values: FacetValues; labels: ReadonlyMap<string, string> } {
  const facets = useQuery(jobQueries.facets());
  const connections = useQuery({
    ...connectionQueries.list(),
    select: ({ items }) =>
      items.map(({ id, name, vendor, vendorLabel, kinds }) => ({ id, name, vendor, vendorLabel, kinds })),
  });
  return useMemo(() => {
    const items = connections.data ?? [];
    const kinds = items.flatMap((connection) => connection.kinds);
    const labels = new Map<string, string>([
      ...items.map(({ vendor, vendorLabel }) => [`vendor ${vendor}`, vendorLabel] as const),
      ...items.map(({ id, name }) => [`connection ${id}`, name] as const),
      ...kinds.map(({ kind, label }) => [`kind ${kind}`, label] as const),
    ]);
    const values: FacetValues = {
      state: JOB_STATES,
      vendor: [...new Set(items.map(({ vendor }) => vendor))],
      connection: items.map(({ id }) => id),
      kind: [...new Set(kinds.map(({ kind }) => kind))],
      owner: facets.data?.owner ?? [],
      queue: facets.data?.queue ?? [],
      type: facets.data?.type ?? [],
    };
    return { values, labels };
  }, [facets.data, connections.data]);
}
