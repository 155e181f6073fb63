import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { getAnalytics } from "@/lib/server/jobs/overview";
import type { JobServices } from "@/lib/server/jobs/services";
import { at, ended, NOON, only, record } from "@/lib/server/jobs/testkit/dated-jobs";

const NOTHING = null as unknown;

let database: OpenDatabase;
let services: JobServices;

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

describe("the analytics", () => {
  const range = { from: at(-120), to: at(0) };
  test("count ends, bucket by bucket, and say since when there is a record", async () => {
    await record(database, "counts", [
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
  test("have the record of what they are asked for: a younger connection has no older one's", async () => {
    await record(database, "older", [ended("a", { endedAt: at(-9000) }), ended("b", { owner: "ben" })]);
    await record(database, "younger", [ended("a", { endedAt: at(-30) })]);
    const both = { ...only("older"), connections: ["older", "younger"] };
    const since = async (filter: object) => (await getAnalytics(services, both, { ...range, ...filter })).recordFrom;
    expect(await since({})).toBe(at(-9000));
    expect(await since({ connection: ["younger"] })).toBe(at(-30));
    expect(await since({ kind: ["sql"] })).toBeNull();
    // That nothing of somebody's ended then is known.
    expect(await since({ owner: ["ben"] })).toBe(at(-9000));
  });
  test("have no record where nothing has ended", async () => {
    await record(database, "alive", [
      ended("a", { state: "running", vendorState: "RUNNING", endedAt: null, durationMs: null }),
    ]);
    expect(await getAnalytics(services, only("alive"), range)).toMatchObject({
      recordFrom: null,
      ends: [],
      durations: [],
      waits: [],
    });
  });
  test("tell on which weekday and at which hour, UTC, jobs were submitted", async () => {
    await record(database, "hours", [
      // Noon is a Friday's.
      ended("friday"),
      ended("the same hour", { submittedAt: at(-1), startedAt: at(-1), endedAt: at(0) }),
      ended("sunday", { submittedAt: "2026-06-28T23:59:59.999Z" }),
      ended("monday", { submittedAt: "2026-06-29T00:00:00.000Z" }),
    ]);
    const { hours } = await getAnalytics(services, only("hours"), { from: at(-60), to: at(60) });
    expect(hours).toEqual([
      { weekday: 0, hour: 0, jobs: 1 },
      { weekday: 4, hour: 11, jobs: 2 },
      { weekday: 6, hour: 23, jobs: 1 },
    ]);
  });

  test("take the wait from the vendor's phases, which its start does not hold", async () => {
    const phase = (state: "queued" | "running", from: number, to: number) => ({
      state,
      vendorState: state.toUpperCase(),
      from: at(from),
      to: at(to),
    });
    await record(database, "waits", [
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
