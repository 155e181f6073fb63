import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { OpenDatabase } from "@/lib/server/db/database";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { VIEWER } from "@/lib/server/jobs/testkit/world";
import { applyReadings, type ReadingBatch } from "@/lib/server/store/apply-readings";
import { ensureHealth } from "@/lib/server/store/fence";

export const NOON = Date.parse("2026-07-03T12:00:00.000Z");
/** So many minutes after noon, as the contract writes instants. */
export const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

/** A user of one connection: tests share a database, and each looks at a connection of its own. */
export const only = (connection: string): RequestUser => ({ ...VIEWER, connections: [connection] });

/** A query that ran for ten minutes and ended twenty before noon. */
export function ended(id: string, changes: Partial<JobSnapshot> = {}): JobSnapshot {
  return {
    kind: "query",
    id,
    run: null,
    vendorState: "COMPLETED",
    state: "succeeded",
    precision: "fine",
    attention: null,
    actions: [],
    owner: "ana",
    queue: "big",
    submittedAt: at(-30),
    startedAt: at(-30),
    endedAt: at(-20),
    durationMs: 600_000,
    details: { type: "dremio/query" },
    raw: {},
    ...changes,
  };
}

/** Brings jobs into the record as one answer of their vendor, read at noon. */
export async function record(
  { db }: OpenDatabase,
  connection: string,
  snapshots: JobSnapshot[],
  more: Pick<ReadingBatch, "keepFrom" | "skips"> = {},
): Promise<void> {
  await ensureHealth(db, connection, NOON);
  await applyReadings(db, {
    connection,
    vendor: "dremio",
    snapshots,
    startedAt: NOON,
    observedAt: NOON + 10,
    source: "active",
    fence: null,
    ...more,
  });
}
