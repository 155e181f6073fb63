import type { CDPSession, Page } from "@playwright/test";

/** What a page holds once its garbage is gone. */
export interface Held {
  /** Bytes of the script's heap. */
  heap: number;
  /** Nodes of documents, those that only a script still knows among them. */
  nodes: number;
  listeners: number;
}

/** Resolves to a question that can be asked again and again. */
export async function heapOf(page: Page): Promise<() => Promise<Held>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return () => held(session);
}

async function held(session: CDPSession): Promise<Held> {
  // What one collection frees may free more at the next: weak references and finalizers.
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return { heap: usedSize, nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
}
