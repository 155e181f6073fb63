import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Asks anew for what has just been changed. A first question that is still on its way was asked before the change, and
 * marking it stale alone would let its answer stand: it is cancelled.
 */
export async function askAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
