import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "./child";

/**
 * Waits until the server says that it is ready.
 * @throws Error with a plain sentence where the server ends before, or `patienceMs` have passed
 */
export async function waitUntilReady(origin: string, server: Child, patienceMs = 120_000): Promise<void> {
  const ended = server.exited.then(({ how }) => {
    throw new Error(`The ${server.name} ended before it was ready (${how}).`);
  });
  let last = "no answer yet";
  const ready = async () => {
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(200)) {
      try {
        const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(10_000) });
        await response.arrayBuffer();
        if (response.ok) return;
        last = `it answers ${response.status}`;
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
    }
    throw new Error(`The ${server.name} at ${origin} is not ready after ${patienceMs / 1000} s: ${last}.`);
  };
  await Promise.race([ready(), ended]);
}
