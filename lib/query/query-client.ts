import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isTransient, toApiProblem } from "@/lib/query/api-problem";
import { live } from "@/lib/query/polling";
import { session } from "@/lib/query/session";

/**
 * One per browser tab. Reads are asked again once where that can help; what changes something never is, and never queues.
 * @param onError hears of every read that failed for good
 */
export function createQueryClient(onError?: (error: Error) => void): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 1000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < 1 && session.get() === "in" && isTransient(error),
        retryDelay: (_, error) => toApiProblem(error).retryAfterMs ?? 1000,
        refetchOnWindowFocus: () => session.get() === "in",
      },
      mutations: { retry: 0, networkMode: "always" },
    },
  });
  // A poll's pause is worked out when its query changes: told here, a paused page's timers end at once.
  live.subscribe(() => {
    for (const query of client.getQueryCache().getAll()) {
      for (const observer of query.observers) observer.onQueryUpdate();
    }
  });
  return client;
}
