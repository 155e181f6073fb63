import type { Database } from "@/lib/server/db/database";
import { processGlobal } from "@/lib/server/process-global";

/** Enough for every active job of many connections; the oldest are forgotten first. */
const KEPT = 100_000;

export class LastReadings {
  readonly #at = new Map<string, { startedAt: number; observedAt: number }>();

  get(key: string): { startedAt: number; observedAt: number } | undefined {
    return this.#at.get(key);
  }

  note(key: string, startedAt: number, observedAt: number): void {
    this.#at.delete(key);
    this.#at.set(key, { startedAt, observedAt });
    if (this.#at.size <= KEPT) return;
    const oldest = this.#at.keys().next();
    if (!oldest.done) this.#at.delete(oldest.value);
  }
}

const memories = processGlobal("last-readings", () => new WeakMap<Database, LastReadings>());

/**
 * When each job was last read, for readings that changed nothing and so wrote nothing. It narrows the bracket of the next
 * observed change; forgotten, the bracket is wider but still true.
 */
export function lastReadingsOf(db: Database): LastReadings {
  let memory = memories.get(db);
  if (!memory) memories.set(db, (memory = new LastReadings()));
  return memory;
}
