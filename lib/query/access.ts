import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/lib/query/get-json";
import { apiRoutes } from "@/lib/url/routes";

const schemas = () => import("@/lib/query/access-lists");

export const accessQueries = {
  me: () =>
    queryOptions({
      queryKey: ["me"] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.me, async () => (await schemas()).Me, { signal }),
      staleTime: 30_000,
    }),
  users: () =>
    queryOptions({
      queryKey: ["users"] as const,
      queryFn: async ({ signal }) =>
        (await getJson(apiRoutes.users, async () => (await schemas()).Users, { signal })).items,
    }),
  tokens: () =>
    queryOptions({
      queryKey: ["tokens"] as const,
      queryFn: async ({ signal }) =>
        (await getJson(apiRoutes.tokens, async () => (await schemas()).Tokens, { signal })).items,
    }),
  views: () =>
    queryOptions({
      queryKey: ["views"] as const,
      queryFn: async ({ signal }) =>
        (await getJson(apiRoutes.views, async () => (await schemas()).Views, { signal })).items,
      staleTime: 30_000,
    }),
};
