import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/lib/query/get-json";
import { POLL, pollEvery } from "@/lib/query/polling";
import { apiRoutes } from "@/lib/url/routes";

const connectionList = async () => (await import("@/lib/contract/connection")).ConnectionList;

export const connectionQueries = {
  all: ["connections"] as const,
  list: () =>
    queryOptions({
      queryKey: ["connections", "list"] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.connections, connectionList, { signal }),
      refetchInterval: ({ state }) => pollEvery(apiRoutes.connections, POLL.health, state),
    }),
};
