import { afterEach, beforeEach, expect, test } from "vitest";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { applyProgress } from "@/lib/server/store/apply-progress";
import { applyReadings } from "@/lib/server/store/apply-readings";
import { ensureHealth } from "@/lib/server/store/fence";
import { loadDetail } from "@/lib/server/store/job-detail";

let database: OpenDatabase;
let clock = Date.parse("2026-07-02T12:00:00.000Z");
const ref = { connection: "dli", kind: "sql", id: "a" };

beforeEach(async () => {
  database = await createTestDatabase();
  await ensureHealth(database.db, "dli", clock);
});
afterEach(() => database.close());

async function read(changes: Pick<JobSnapshot, "state" | "vendorState" | "progress">): Promise<void> {
  clock += 1_000;
  const rest = { run: null, precision: "fine", attention: null, actions: [], details: { type: "x" }, raw: {} } as const;
  await applyReadings(database.db, {
    connection: "dli",
    vendor: "huawei-dli",
    snapshots: [{ kind: "sql", id: "a", ...rest, ...changes, actions: [] }],
    startedAt: clock,
    observedAt: clock,
    source: "detail",
    fence: null,
  });
}

const progressOf = (fraction: number) => ({ fraction, of: "job" as const, subjobId: null });

test("progress that comes after the job's end changes nothing: its document may lag behind", async () => {
  await read({ state: "running", vendorState: "RUNNING", progress: null });
  await applyProgress(database.db, ref, { progress: progressOf(0.3), subjobs: null, raw: {} }, clock, null);
  expect((await loadDetail(database.db, ref))?.job.progress).toEqual(progressOf(0.3));
  await read({ state: "succeeded", vendorState: "FINISHED", progress: progressOf(1) });
  await applyProgress(database.db, ref, { progress: progressOf(0.4), subjobs: null, raw: {} }, clock, null);
  expect((await loadDetail(database.db, ref))?.job.progress).toEqual(progressOf(1));
});
