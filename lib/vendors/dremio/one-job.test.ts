import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dremio } from "@/lib/vendors/dremio";
import { openWorld, type DremioWorld } from "@/lib/vendors/dremio/open-world.testkit";
import type { VendorContext } from "@/lib/vendors/types";
import { SEED_IDS } from "@/sandbox/dremio/seed-jobs";

let world: DremioWorld;
let ctx: VendorContext;
beforeEach(async () => {
  world = await openWorld();
  ctx = world.context();
});
afterEach(() => world.close());

const ref = (id: string) => ({ connection: "lake", kind: "query", id });
const get = (id: string, of = ctx) => dremio.getJob(of, ref(id));
const cancel = (id: string, of = ctx) =>
  dremio.act?.(of, ref(id), { action: "cancel", job: { run: null, vendorState: "RUNNING", details: {} } });
const calls = async (path: string) => (await world.dremio.control("GET", `calls?path=${path}`)).json.count;

describe("by id", () => {
  it.each(Object.entries(SEED_IDS))("reads the documents' example %s", async (name, id) => {
    const job = await get(id);
    const states: Record<string, string> = { canceled: "cancelled", failed: "failed", running: "running" };
    expect(job?.state).toBe(states[name] ?? "succeeded");
  });

  it("shows FAILED turning back to PENDING, without the old end", async () => {
    const id = await world.dremio.job({ scenario: "re-attempt" });
    await world.dremio.step(4_500);
    expect(await get(id)).toMatchObject({ state: "failed", error: expect.stringMatching(/OUT_OF_MEMORY/) });
    await world.dremio.step(2_000);
    expect((await get(id))?.endedAt).toBeNull();
  });

  it("says forbidden for one job that this user may not see", async () => {
    const id = await world.runningJob();
    await world.dremio.turn("forbiddenJobs", [id]);
    await expect(get(id)).rejects.toMatchObject({
      reason: "forbidden",
      message: expect.stringMatching(/Permission denied/),
    });
  });

  it("asks nothing for an id that no job can have, nor for another kind", async () => {
    expect(await get("../../apiv2/login")).toBeNull();
    expect(await dremio.getJob(ctx, { connection: "lake", kind: "flink", id: "1" })).toBeNull();
    expect(await calls("/")).toBe(0);
  });
});

describe("reflections", () => {
  const relationships = (job: Awaited<ReturnType<typeof get>>) =>
    (job?.details.acceleration as { reflectionRelationships: Record<string, unknown>[] }).reflectionRelationships;

  const names = (job: Awaited<ReturnType<typeof get>>) => job?.details.reflectionNames as Record<string, unknown>[];

  it("get names beside what the vendor says of them, once in ten minutes", async () => {
    const job = await get(SEED_IDS.completed);
    expect(relationships(job)[0]).toEqual({
      datasetId: "ef99ab32-aa47-4f4c-4d1c-d40f8035b846",
      reflectionId: "63fd1c83-2319-5962-8a36-60543550580a",
      relationship: "CONSIDERED",
    });
    const [taxi, orders] = names(job);
    expect(taxi).toEqual({
      datasetId: "ef99ab32-aa47-4f4c-4d1c-d40f8035b846",
      reflectionId: "63fd1c83-2319-5962-8a36-60543550580a",
      reflectionName: "taxi by vendor",
      reflectionType: "AGGREGATION",
      datasetPath: "Samples.samples.dremio.com.NYC-taxi-trips-iceberg",
    });
    expect(orders?.datasetPath).toBe("sales.orders");
    expect(await calls("/(reflection|catalog)/")).toBe(4);
    expect(names(await get(SEED_IDS.completed))[0]?.reflectionName).toBe("taxi by vendor");
    expect(await calls("/(reflection|catalog)/")).toBe(4);
    const later = { ...ctx, now: () => Date.now() + 11 * 60_000 };
    await get(SEED_IDS.completed, later);
    expect(await calls("/(reflection|catalog)/")).toBe(8);
  });

  it("keep their ids where the names may not be known", async () => {
    const restricted = world.with({ token: "sandbox-restricted-token" });
    const id = await world.dremio.job({ scenario: "quick-run", user: "restricted" });
    await world.dremio.step(10_000);
    const job = await get(id, restricted);
    expect(relationships(job)[0]?.relationship).toBe("CHOSEN");
    const [only] = names(job);
    expect(only).not.toHaveProperty("reflectionName");
    expect(only?.datasetPath).toBe("sales.orders");
  });

  it("are no reason for an error, nor for the last calls of a budget", async () => {
    await world.dremio.fault({ kind: "status", status: 500, path: "/(reflection|catalog)/" });
    expect(names(await get(SEED_IDS.completed))[0]).not.toHaveProperty("reflectionName");
    await world.dremio.control("DELETE", "fault");
    await world.dremio.control("DELETE", "calls");
    await get(SEED_IDS.completed, world.with({ budgetPerMinute: 15 }));
    expect(await calls("/(reflection|catalog)/")).toBe(0);
  });
});

describe("cancel", () => {
  it("is accepted with an empty 204, and again", async () => {
    const id = await world.runningJob();
    expect(await cancel(id)).toEqual({ message: null });
    expect(await cancel(id)).toEqual({ message: null });
    await world.dremio.step(5_000);
    expect(await get(id)).toMatchObject({ state: "cancelled", details: { cancelledBy: "user" } });
  });

  it.each([
    [404, "not-found", /Could not find a job/],
    [400, "rejected", /not in a running state/],
    [409, "rejected", /may have completed/],
  ] as const)("of a finished job is refused with %i in Dremio's words", async (status, reason, words) => {
    await world.dremio.turn("cancelOnFinal", status);
    const id = await world.finishedJob();
    await expect(cancel(id)).rejects.toMatchObject({
      reason,
      httpStatus: status,
      message: expect.stringMatching(words),
    });
    expect((await get(id))?.state).toBe("succeeded");
  });

  it("without the right is forbidden", async () => {
    const id = await world.runningJob();
    await expect(cancel(id, world.with({ token: "sandbox-restricted-token" }))).rejects.toMatchObject({
      reason: "forbidden",
    });
  });

  it("whose coordinator cannot be reached leaves it open", async () => {
    const id = await world.dremio.job({ scenario: "unreachable" });
    await world.dremio.step(2_000);
    await expect(cancel(id)).rejects.toMatchObject({
      reason: "unavailable",
      message: expect.stringMatching(/Unable to cancel job on node/),
    });
    expect(await calls("/cancel$")).toBe(1);
  });

  it("is waited for beyond the usual deadline", async () => {
    const id = await world.runningJob();
    await world.dremio.turn("slowCancelMs", 900);
    expect(await cancel(id)).toEqual({ message: null });
  });

  it("is the only action", async () => {
    const id = await world.runningJob();
    const job = { run: null, vendorState: "", details: {} };
    await expect(dremio.act?.(ctx, ref(id), { action: "stop", job })).rejects.toMatchObject({ reason: "rejected" });
  });
});

describe("results", () => {
  const results = (id: string, offset = 0, limit = 100) => dremio.getResults?.(ctx, ref(id), { offset, limit });

  it("keep their digits and their order", async () => {
    const id = await world.finishedJob();
    const page = await results(id, 0, 3);
    expect(page?.columns.slice(0, 4)).toEqual([
      { name: "id", type: "BIGINT" },
      { name: "region", type: "VARCHAR" },
      { name: "amount", type: "DECIMAL" },
      { name: "ratio", type: "DOUBLE" },
    ]);
    expect(page?.rows.map(([first]) => first)).toEqual(["9007199254740993", "9007199254740994", "9007199254740995"]);
    expect(page?.rows[0]?.[2]).toMatch(/^\d{9,17}\.\d{10}$/);
    expect(page?.rows[0]?.[4]).toBe("2013-02-10 20:00:00.000");
    expect([page?.offset, page?.total]).toEqual([0, 1_200]);
  });

  it("of more than 500 rows come in several pages, and end on a short one", async () => {
    const id = await world.finishedJob();
    await world.dremio.control("DELETE", "calls");
    const page = await results(id, 100, 5_000);
    expect([page?.rows.length, page?.total, await calls("/results")]).toEqual([1_100, 1_200, 3]);
    const beyond = await results(id, 9_000, 10);
    expect([beyond?.rows, beyond?.total]).toEqual([[], 1_200]);
  });

  it("that are not ready, expired or of no job are refused in Dremio's words", async () => {
    const running = await world.runningJob();
    await expect(results(running)).rejects.toMatchObject({
      reason: "rejected",
      message: "Can not fetch details for a job that is in [RUNNING] state.",
    });
    const id = await world.finishedJob();
    await world.dremio.turn("resultsExpired", true);
    await expect(results(id)).rejects.toMatchObject({
      reason: "rejected",
      message: expect.stringMatching(/output doesn't exist/),
    });
    await expect(results("1d3091b1-d0be-0169-8ace-e43f562c7000")).rejects.toMatchObject({ reason: "not-found" });
    await expect(results("no job")).rejects.toMatchObject({ reason: "not-found" });
  });
});
