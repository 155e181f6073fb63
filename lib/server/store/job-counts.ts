import { sql } from "drizzle-orm";
import type { JobRecord } from "@/lib/jobs/record";
import type { Connection } from "@/lib/server/db/database";
import { jobCounts } from "@/lib/server/db/schema/jobs";

type Counted = Pick<JobRecord, "connection" | "vendor" | "kind" | "internal" | "state">;

/** How many jobs more or less are in which state after a batch of writes. */
export class CountDeltas {
  readonly #deltas = new Map<string, { row: Counted; n: number }>();

  move(from: Counted | null, to: Counted | null): void {
    if (from) this.#add(from, -1);
    if (to) this.#add(to, 1);
  }

  #add(row: Counted, n: number): void {
    const key = [row.connection, row.kind, row.internal, row.state].join(" ");
    const known = this.#deltas.get(key);
    if (known) known.n += n;
    else this.#deltas.set(key, { row, n });
  }

  /** Writes them in one order everywhere, so that two writers never wait for each other. */
  async write(tx: Connection): Promise<void> {
    const rows = [...this.#deltas.entries()]
      .filter(([, { n }]) => n !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { row, n }]) => ({
        connection: row.connection,
        vendor: row.vendor,
        kind: row.kind,
        internal: row.internal,
        state: row.state,
        n,
      }));
    if (rows.length === 0) return;
    await tx
      .insert(jobCounts)
      .values(rows)
      .onConflictDoUpdate({
        target: [jobCounts.connection, jobCounts.kind, jobCounts.internal, jobCounts.state],
        set: { n: sql`${jobCounts.n} + excluded.n` },
      });
  }
}
