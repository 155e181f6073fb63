import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { Me, Token, User, View } from "@/lib/contract/access";
import { getJson } from "@/lib/query/get-json";
import { apiRoutes } from "@/lib/url/routes";

const items = <Item extends z.ZodMiniType>(item: Item) => z.object({ items: z.array(item) });

export const accessQueries = {
  me: () =>
    queryOptions({
      queryKey: ["me"] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.me, Me, { signal }),
      staleTime: 30_000,
    }),
  users: () =>
    queryOptions({
      queryKey: ["users"] as const,
      queryFn: async ({ signal }) => (await getJson(apiRoutes.users, items(User), { signal })).items,
    }),
  tokens: () =>
    queryOptions({
      queryKey: ["tokens"] as const,
      queryFn: async ({ signal }) => (await getJson(apiRoutes.tokens, items(Token), { signal })).items,
    }),
  views: () =>
    queryOptions({
      queryKey: ["views"] as const,
      queryFn: async ({ signal }) => (await getJson(apiRoutes.views, items(View), { signal })).items,
      staleTime: 30_000,
    }),
};
