import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dremio } from "@/lib/vendors/dremio";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import { openWorld, type DremioWorld } from "@/lib/vendors/dremio/open-world.testkit";
import type { SnapshotPage, VendorContext } from "@/lib/vendors/types";
import { PROJECT_ID } from "@/sandbox/dremio/api";

let world: DremioWorld;
let ctx: VendorContext;
beforeEach(async () => {
  world = await openWorld();
  ctx = world.context();
});
afterEach(() => world.close());

const active = (of = ctx) => dremio.listJobs(of, { scope: "active", since: 0, cursor: null });

async function recent(since: number, of = ctx): Promise<SnapshotPage[]> {
  const pages: SnapshotPage[] = [];
  let cursor: string | null = null;
  do {
    const page: SnapshotPage = await dremio.listJobs(of, { scope: "recent", since, cursor });
    pages.push(page);
    ({ cursor } = page);
  } while (cursor !== null);
  return pages;
}

async function submitted(): Promise<string[]> {
  const { json } = await world.dremio.control("GET", "calls?path=/sql$");
  return (json.items as { body: string }[]).map(({ body }) => (JSON.parse(body) as { sql: string }).sql);
}

describe("what is alive", () => {
  it("is complete, without our own queries, sane in every row", async () => {
    const ids = [await world.runningJob(), await world.runningJob()];
    await active();
    const page = await active();
    expect(page.items.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect([page.cursor, page.notice]).toEqual([null, undefined]);
    for (const item of page.items) expectSaneSnapshot(item, dremio.descriptor);
    const own = await world.dremio.sql("SELECT job_id, query FROM sys.jobs");
    expect(own.rows.length).toBeGreaterThan(0);
  });

  it.each(["documented", "raw"] as const)("reads the %s words", async (words) => {
    await world.dremio.turn("statusWords", words);
    const id = await world.dremio.job({ scenario: "every-phase" });
    const seen: string[] = [];
    for (let phase = 0; phase < 8; phase++) {
      const item = (await active()).items.find((job) => job.id === id);
      seen.push(`${item?.vendorState} ${item?.state} ${item?.precision}`);
      await world.dremio.step(10_000);
    }
    const documented = [
      "SETUP starting coarse",
      "ENGINE START starting fine",
      "QUEUED queued fine",
      "RUNNING running coarse",
    ];
    const raw = ["PENDING queued fine", "METADATA_RETRIEVAL starting fine", "PLANNING starting fine"];
    const more = ["ENGINE_START starting fine", "QUEUED queued fine", "EXECUTION_PLANNING starting fine"];
    expect([...new Set(seen)]).toEqual(
      words === "documented" ? documented : [...raw, ...more, "STARTING starting fine", "RUNNING running coarse"],
    );
    expect((await active()).items.map((job) => job.id)).not.toContain(id);
  });

  it("grows the vendor's own phases as a job goes through them", async () => {
    const id = await world.dremio.job({ scenario: "every-phase" });
    const phases = async () => (await active()).items.find((job) => job.id === id)?.segments ?? [];
    expect(await phases()).toMatchObject([{ vendorState: "PENDING", to: null }]);
    await world.dremio.step(75_000);
    const grown = await phases();
    expect(grown.map(({ vendorState }) => vendorState)).toEqual([
      ...["PENDING", "METADATA_RETRIEVAL", "PLANNING", "ENGINE_START", "QUEUED", "EXECUTION_PLANNING"],
      "RUNNING",
    ]);
    expect(grown.slice(1).map(({ from }) => from)).toEqual(grown.slice(0, -1).map(({ to }) => to));
  });

  it("takes a list of datasets as a list", async () => {
    await world.runningJob();
    await world.dremio.turn("datasetsAs", "list");
    const [item] = (await active()).items;
    expect(item?.details.queriedDatasetsParsed).toEqual(item?.details.queriedDatasets);
    expect(item?.details.queriedDatasetsParsed).not.toEqual([]);
  });

  it("stops at its cap where the list never ends, and claims nothing", async () => {
    await world.runningJob();
    await world.dremio.turn("endlessPages", true);
    const page = await active();
    expect(page.notice?.code).toBe("list_truncated");
    const { json } = await world.dremio.control("GET", "calls?path=/results");
    expect(json.count).toBeLessThanOrEqual(20);
  });

  it("an id that comes twice counts once, and odd rows spoil no other", async () => {
    const id = await world.finishedJob();
    await world.dremio.turn("oddRows", ["duplicate", "unknown-state", "wrong-types", "no-id"]);
    const [page] = await recent(0);
    expect(page?.items.filter((item) => item.id === id)).toHaveLength(1);
    expect(page?.items.find((item) => item.vendorState === "REBALANCING")).toMatchObject({ state: "unknown" });
    expect(page?.skipped.map((row) => row.id)).toEqual(["17", null]);
  });
});

describe("pages beyond the cap on bodies", () => {
  it("are read in smaller ones, and only a row that is too large by itself is skipped", async () => {
    const sql = `SELECT '${"x".repeat(30_000)}' AS long`;
    const ids: string[] = [];
    for (let job = 0; job < 90; job++) ids.push(await world.dremio.job({ scenario: "slow-run", sql }));
    ids.sort();
    const page = await active();
    expect(page.items.map(({ id }) => id).sort()).toEqual(ids);
    expect(page.notice).toBeUndefined();

    await world.dremio.job({ scenario: "slow-run", sql: "x".repeat(2_500_000) });
    const spoilt = await active();
    expect(spoilt.items.map(({ id }) => id).sort()).toEqual(ids);
    expect(spoilt.skipped).toEqual([{ id: null, reason: expect.stringMatching(/too large/) }]);
  });
});

describe("the columns", () => {
  it("a server that lacks some is asked for fewer, once", async () => {
    const id = await world.runningJob();
    await world.dremio.turn("missingColumns", ["rule_name", "execution_cpu_time_millis"]);
    expect((await active()).items.map((item) => item.id)).toEqual([id]);
    const tries = (await submitted()).length;
    expect(tries).toBe(3);
    expect((await active()).items[0]?.segments).not.toEqual([]);
    expect(await submitted()).toHaveLength(tries + 1);
  });

  it("a server without instants still lists", async () => {
    const id = await world.runningJob();
    await world.dremio.turn("missingColumns", ["final_state_epoch_millis"]);
    const [item] = (await active()).items;
    expect([item?.id, item?.state, item?.segments]).toEqual([id, "running", undefined]);
  });
});

describe("a user who may not list", () => {
  it("gets a page that says so, and Dremio is not asked in vain again", async () => {
    const restricted = world.with({ token: "sandbox-restricted-token" });
    const page = await active(restricted);
    expect(page).toMatchObject({ items: [], cursor: null, notice: { code: "listing_forbidden" } });
    expect(page.notice?.message).toMatch(/VIEW JOB HISTORY/);
    await active(restricted);
    expect(await submitted()).toHaveLength(1);
    await dremio.check(restricted);
    await active(restricted);
    expect(await submitted()).toHaveLength(2);
  });

  it("may be let see own rows", async () => {
    await world.dremio.turn("restrictedSelect", "own-jobs");
    await world.runningJob();
    const own = await world.dremio.job({ scenario: "slow-run", user: "restricted" });
    const page = await active(world.with({ token: "sandbox-restricted-token" }));
    expect(page.items.map(({ id }) => id)).toEqual([own]);
  });
});

describe("what ended lately", () => {
  it("is bounded by its end, with phases, rows and error", async () => {
    const old = await world.finishedJob();
    await world.dremio.step(3_600_000);
    const since = await world.dremio.now();
    const failed = await world.dremio.job({ scenario: "runs-then-fails" });
    const done = await world.finishedJob();
    const items = (await recent(since)).flatMap((page) => page.items);
    for (const item of items) expectSaneSnapshot(item, dremio.descriptor);
    expect(items.map(({ id }) => id).sort()).toEqual([failed, done].sort());
    expect(items.find(({ id }) => id === failed)).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/parquet/),
    });
    const completed = items.find(({ id }) => id === done);
    expect(completed).toMatchObject({ state: "succeeded", vendorState: "COMPLETED", rowCount: 1_200 });
    expect(completed?.segments?.at(-1)?.to).toBe(completed?.endedAt);
    expect((await recent(0)).flatMap((page) => page.items).map(({ id }) => id)).toContain(old);
  });

  it("comes in pages of 500 until a short one", async () => {
    await world.close();
    world = await openWorld({}, { jobs: { past: 1_200, alive: 0 } });
    ctx = world.context();
    const pages = await recent(0);
    expect(pages.slice(0, -1).every((page) => page.items.length + page.skipped.length === 500)).toBe(true);
    const ids = pages.flatMap((page) => page.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1_000);
    expect(await submitted()).toHaveLength(1);
  });

  it("refuses a cursor that is not ours", async () => {
    const ask = dremio.listJobs(ctx, { scope: "recent", since: 0, cursor: "sys.tables:x:0" });
    await expect(ask).rejects.toThrow(RangeError);
  });
});

describe("on Cloud", () => {
  beforeEach(async () => {
    await world.close();
    world = await openWorld({ projectId: PROJECT_ID }, { flavor: "cloud" });
    ctx = world.context();
  });

  it("lists its own table by its own paths", async () => {
    const id = await world.runningJob();
    expect((await active()).items.map((item) => item.id)).toEqual([id]);
    expect((await submitted())[0]).toContain("FROM sys.project.jobs");
    const { json } = await world.dremio.control("GET", "calls");
    const paths = (json.items as { path: string }[]).map(({ path }) => path);
    expect(paths.every((path) => path.startsWith(`/v0/projects/${PROJECT_ID}/`))).toBe(true);
  });

  it("probes for jobs_recent once, then reads the hourly history back beyond its lag", async () => {
    const id = await world.finishedJob();
    const since = (await world.dremio.now()) + 60_000;
    await world.dremio.step(3_600_000);
    const items = (await recent(since)).flatMap((page) => page.items);
    expect(items.find((item) => item.id === id)).toMatchObject({ state: "succeeded", precision: "fine" });
    expect(items.find((item) => item.id === id)?.segments?.map((phase) => phase.vendorState)).toContain("STARTING");
    await recent(since);
    expect((await submitted()).filter((sql) => sql.includes("sys.project.jobs_recent"))).toHaveLength(1);
  });

  it("uses jobs_recent where there is one", async () => {
    await world.dremio.turn("projectJobsRecent", true);
    const id = await world.finishedJob();
    expect((await recent(0)).flatMap((page) => page.items).map((item) => item.id)).toContain(id);
    expect((await submitted()).every((sql) => sql.includes("sys.project.jobs_recent"))).toBe(true);
  });
});

describe("the budget", () => {
  it("is not begun upon where too little is left", async () => {
    const poor = world.with({ budgetPerMinute: 3 });
    await expect(active(poor)).rejects.toMatchObject({ name: "VendorError", reason: "rate-limited" });
    expect(await submitted()).toEqual([]);
  });

  it("a list costs three calls where Dremio is quick: to submit, to look, to read", async () => {
    await world.runningJob();
    await world.dremio.control("DELETE", "calls");
    await active();
    const { json } = await world.dremio.control("GET", "calls");
    expect(json.count).toBe(3);
  });

  it("a list that cannot be run is an error in Dremio's words", async () => {
    await world.dremio.control("POST", "clock", { speed: 1 });
    await world.dremio.turn("rejectSql", "failed");
    await expect(active()).rejects.toMatchObject({
      reason: "rejected",
      message: expect.stringMatching(/live queries/),
    });
    await world.dremio.turn("rejectSql", "http");
    await expect(active()).rejects.toMatchObject({
      reason: "rejected",
      message: expect.stringMatching(/live queries/),
    });
  });
});
