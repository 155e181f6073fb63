import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { AuditList, AuditVerdict } from "@/lib/contract/audit";
import { getJson } from "@/lib/query/get-json";
import { apiRoutes } from "@/lib/url/routes";

export interface AuditFilter {
  by: string | null;
  action: string | null;
  outcome: string | null;
  job: string | null;
}

export const auditQueries = {
  all: ["audit"] as const,
  list: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ["audit", "list", filter] as const,
      queryFn: ({ signal, pageParam }) =>
        getJson(apiRoutes.audit, AuditList, { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  /** Asked for on demand: it walks the whole chain. */
  verdict: () =>
    queryOptions({
      queryKey: ["audit", "verdict"] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.verifyAudit, AuditVerdict, { signal }),
      enabled: false,
      gcTime: 0,
    }),
};
