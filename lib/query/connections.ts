import { queryOptions } from "@tanstack/react-query";
import { ConnectionList } from "@/lib/contract/connection";
import { getJson } from "@/lib/query/get-json";
import { POLL, pollEvery } from "@/lib/query/polling";
import { apiRoutes } from "@/lib/url/routes";

export const connectionQueries = {
  all: ["connections"] as const,
  list: () =>
    queryOptions({
      queryKey: ["connections", "list"] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.connections, ConnectionList, { signal }),
      refetchInterval: ({ state }) => pollEvery(apiRoutes.connections, POLL.health, state),
    }),
};
