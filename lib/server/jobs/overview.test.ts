import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { getAnalytics, getTimeline } from "@/lib/server/jobs/overview";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import type { JobServices } from "@/lib/server/jobs/services";
import { VIEWER } from "@/lib/server/jobs/testkit/world";
import { applyReadings } from "@/lib/server/store/apply-readings";
import { ensureHealth } from "@/lib/server/store/fence";

const NOON = Date.parse("2026-07-03T12:00:00.000Z");
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();
const NOTHING = null as unknown;

let database: OpenDatabase;
let services: JobServices;

function ended(id: string, changes: Partial<JobSnapshot> = {}): JobSnapshot {
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

async function apply(connection: string, snapshots: JobSnapshot[]): Promise<void> {
  await ensureHealth(database.db, connection, NOON);
  await applyReadings(database.db, {
    connection,
    vendor: "dremio",
    snapshots,
    startedAt: NOON,
    observedAt: NOON + 10,
    source: "active",
    fence: null,
  });
}

// One database, a connection per test: each user sees one of them alone.
const only = (connection: string): RequestUser => ({ ...VIEWER, connections: [connection] });

beforeAll(async () => {
  database = await createTestDatabase();
  services = {
    db: database.db,
    now: () => NOON + 60_000,
    env: NOTHING as JobServices["env"],
    hub: NOTHING as JobServices["hub"],
  };
});
afterAll(() => database.close());

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();

describe("the timeline", () => {
  beforeAll(() =>
    apply("lake", [
      ended("in"),
      ended("before", { submittedAt: at(-500), startedAt: at(-500), endedAt: at(-400) }),
      ended("across", { submittedAt: at(-500), startedAt: at(-500), endedAt: at(-10) }),
      ended("runs", { state: "running", vendorState: "RUNNING", endedAt: null, durationMs: null }),
      ended("after", { submittedAt: at(30), startedAt: at(30), endedAt: at(40) }),
    ]),
  );
  test("holds what was alive in the range, however long before it began", async () => {
    const { items, truncated } = await getTimeline(services, only("lake"), { from: at(-60), to: at(10), limit: 500 });
    expect(ids(items)).toEqual(["across", "in", "runs"]);
    expect(truncated).toBe(false);
  });
  test("says when there is more than it lists, and keeps the newest", async () => {
    const { items, truncated } = await getTimeline(services, only("lake"), { from: at(-600), to: at(60), limit: 1 });
    expect([ids(items), truncated]).toEqual([["after"], true]);
  });
  test("knows nothing of connections that are not the user's", async () => {
    const { items } = await getTimeline(services, only("other"), { from: at(-60), limit: 500 });
    expect(items).toEqual([]);
  });
  test("refuses a range that ends before it begins", async () => {
    await expect(getTimeline(services, only("lake"), { from: at(0), to: at(-1), limit: 1 })).rejects.toMatchObject({
      code: "invalid_query",
    });
  });
});

describe("the analytics", () => {
  const range = { from: at(-120), to: at(0) };
  test("count ends, bucket by bucket, and say since when there is a record", async () => {
    await apply("counts", [
      ended("a"),
      ended("b", { state: "failed", vendorState: "FAILED" }),
      ended("c", { endedAt: at(-100), submittedAt: at(-110), startedAt: at(-110) }),
      ended("long ago", { endedAt: at(-9000), submittedAt: at(-9001), startedAt: at(-9001) }),
    ]);
    const { ends, bucketMs, recordFrom, failures } = await getAnalytics(services, only("counts"), range);
    expect(bucketMs).toBe(5 * 60_000);
    expect(ends).toEqual([
      { at: at(-100), byState: { succeeded: 1 } },
      { at: at(-20), byState: { succeeded: 1, failed: 1 } },
    ]);
    expect(recordFrom).toBe(at(-9000));
    expect(failures).toContainEqual({ by: "owner", value: "ana", ended: 3, failed: 1 });
  });
  test("have no record where nothing has ended", async () => {
    await apply("alive", [ended("a", { state: "running", vendorState: "RUNNING", endedAt: null, durationMs: null })]);
    expect(await getAnalytics(services, only("alive"), range)).toMatchObject({
      recordFrom: null,
      ends: [],
      durations: [],
      waits: [],
    });
  });
  test("take the wait from the vendor's phases, which its start does not hold", async () => {
    const phase = (state: "queued" | "running", from: number, to: number) => ({
      state,
      vendorState: state.toUpperCase(),
      from: at(from),
      to: at(to),
    });
    await apply("waits", [
      ended("phases", {
        queue: "a",
        segments: [phase("queued", -30, -29), phase("queued", -28, -26), phase("running", -26, -20)],
      }),
      ended("instants", { queue: "b", submittedAt: at(-35) }),
      ended("unknown", { queue: "c", submittedAt: null }),
    ]);
    const { waits } = await getAnalytics(services, only("waits"), range);
    expect(waits.map(({ queue, n, p50 }) => [queue, n, p50]).sort()).toEqual([
      ["a", 1, 180_000],
      ["b", 1, 300_000],
    ]);
  });
});
