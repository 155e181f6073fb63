import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { huaweiDli } from "@/lib/vendors/huawei-dli";
import { descriptor } from "@/lib/vendors/huawei-dli/descriptor";
import { refOf, sweepAll, DliWorldKit } from "@/lib/vendors/huawei-dli/dli-world.testkit";
import type { VendorContext, VendorRequest, VendorResponse } from "@/lib/vendors/types";

const DAY = 86_400_000;

describe("a sweep over 1,000 SQL and 200 Flink jobs", () => {
  let world: DliWorldKit;
  beforeAll(async () => {
    world = await DliWorldKit.start({ jobs: { sql: 1000, flink: 200, sparkBatch: 40, arrivals: false } });
  });
  afterAll(() => world.close());
  afterEach(() => world.calls());

  it("for what is active costs at most 14 calls, and finds all of it", async () => {
    const { items, skipped } = await sweepAll(world.context());
    const calls = await world.calls();
    expect(calls.length).toBeLessThanOrEqual(14);
    expect(skipped).toEqual([]);
    expect(items.filter(({ kind }) => kind === "flink")).toHaveLength(200);
    const found = new Set(items.filter(({ kind }) => kind === "sql").map(({ id }) => id));
    const everything = await sweepAll(world.context(), "recent", 0);
    const active = everything.items.filter(
      ({ kind, state }) => kind === "sql" && ["starting", "running"].includes(state),
    );
    expect(active.length).toBeGreaterThan(0);
    for (const { id } of active) expect(found).toContain(id);
  });

  it("for what ended lately costs at most 14 calls, and lists all that started since", async () => {
    const { items } = await sweepAll(world.context(), "recent", Date.now() - 365 * DAY);
    expect((await world.calls()).length).toBeLessThanOrEqual(14);
    expect(items.filter(({ kind }) => kind === "sql").length).toBeGreaterThan(900);
  });

  it("brings both shapes of a Flink job's row", async () => {
    const active = (await sweepAll(world.context())).items.find(({ kind }) => kind === "flink");
    const recent = (await sweepAll(world.context(), "recent")).items.find(({ kind }) => kind === "flink");
    expect(active?.details).toHaveProperty("jobConfig.checkpointMode");
    expect(recent?.details).toHaveProperty("userName");
    expect(recent?.details).toHaveProperty("duration");
    expect(recent?.details).toHaveProperty("rootId");
  });
});

/** A vendor that is only its list: rows newest first, filtered by time as asked, bounds excluded. */
class ListOnly {
  readonly queries: Record<string, unknown>[] = [];

  constructor(private readonly starts: readonly number[]) {}

  readonly context: VendorContext = {
    settings: { baseUrl: "http://vendor", consoleUrl: null, projectId: "p" },
    connection: "dli",
    signal: new AbortController().signal,
    now: Date.now,
    callsLeft: () => 1000,
    request: (request) => Promise.resolve(this.answer(request)),
  };

  private answer({ path, query = {} }: VendorRequest): VendorResponse {
    if (path.endsWith("/streaming/jobs")) return ok({ is_success: "true", job_list: { total_count: 0, jobs: [] } });
    if (path.endsWith("/batches")) return ok({ from: 0, total: 0, sessions: [] });
    this.queries.push(query);
    const page = Number(query["current-page"]);
    if (page > 100) throw new Error("beyond the last page");
    const hits = this.starts.filter(
      (at) => at > Number(query.start ?? 0) && at < Number(query.end ?? Infinity) && query["job-status"] === undefined,
    );
    const rows = hits.slice((page - 1) * 100, page * 100);
    const jobs = rows.map((at) => ({ job_id: `job-${this.starts.indexOf(at)}`, status: "FINISHED", start_time: at }));
    return ok({ is_success: true, message: "", job_count: hits.length, jobs });
  }
}

function ok(body: unknown): VendorResponse {
  return { status: 200, headers: {}, text: "", json: () => body, jsonWith: () => body };
}

describe("a list beyond 10,000 rows", () => {
  it("is read by time windows, every row of it", async () => {
    const now = Date.now();
    const vendor = new ListOnly(Array.from({ length: 10_350 }, (_, index) => now - index * 7));
    const { items, notices } = await sweepAll(vendor.context, "recent", now - DAY);
    expect(new Set(items.map(({ id }) => id)).size).toBe(10_350);
    expect(notices).toEqual([]);
    expect(vendor.queries.some(({ end }) => end !== null && end !== undefined)).toBe(true);
  }, 20_000);

  it("of which more start in one millisecond than may be listed still ends", async () => {
    const now = Date.now();
    const vendor = new ListOnly([...Array.from({ length: 10_200 }, () => now), now - 5, now - 6]);
    const { items } = await sweepAll(vendor.context, "recent", now - DAY);
    expect(items.map(({ id }) => id)).toContain("job-10201");
  }, 20_000);
});

describe("kinds that the account may not list", () => {
  let world: DliWorldKit;
  beforeAll(async () => {
    world = await DliWorldKit.start({ jobs: { sql: 5, flink: 3, sparkBatch: 3, arrivals: false } });
  });
  afterAll(() => world.close());
  afterEach(() => world.sandbox.delete("/__sandbox/fault"));

  const denied = (path: string) =>
    world.sandbox.control("fault", {
      kind: "status",
      status: 400,
      path,
      body: JSON.stringify({ error_code: "DLI.0003", error_msg: "Permission denied" }),
    });

  it("are passed over with a notice, and the others listed", async () => {
    await denied("/streaming/jobs");
    const { items, notices } = await sweepAll(world.context());
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(["sql", "spark-batch"]));
    expect(notices).toEqual([{ code: "kind_forbidden", message: "Flink jobs cannot be listed: Permission denied" }]);
  });

  it("are an error where it is SQL", async () => {
    await denied("/v1.0/[^/]+/jobs");
    await expect(sweepAll(world.context())).rejects.toMatchObject({ reason: "forbidden" });
  });

  it("a 200 that says no is an error with the vendor's words, never an empty list", async () => {
    await world.sandbox.control("fault", {
      kind: "status",
      status: 200,
      path: "/v1.0/[^/]+/jobs",
      body: JSON.stringify({ is_success: false, message: "The queue is being upgraded." }),
    });
    await expect(sweepAll(world.context())).rejects.toMatchObject({ message: "The queue is being upgraded." });
    await expect(huaweiDli.check(world.context())).rejects.toMatchObject({ reason: "rejected" });
  });

  it("ids that a kind cannot have are not asked for", async () => {
    await world.calls();
    for (const { kind } of descriptor.kinds) {
      expect(await huaweiDli.getJob(world.context(), refOf(kind, "../../etc"))).toBeNull();
    }
    expect(await world.calls()).toEqual([]);
  });
});
