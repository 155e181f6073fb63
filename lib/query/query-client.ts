import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isTransient } from "@/lib/query/api-problem";
import { session } from "@/lib/query/session";

/**
 * One per browser tab. Reads are asked again once where that can help; what changes something never is, and never queues.
 * @param onError hears of every read that failed for good
 */
export function createQueryClient(onError?: (error: Error) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 1000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < 1 && session.get() === "in" && isTransient(error),
        retryDelay: 1000,
        refetchOnWindowFocus: () => session.get() === "in",
      },
      mutations: { retry: 0, networkMode: "always" },
    },
  });
}
