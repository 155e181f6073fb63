import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOne, sweep, TestWorld } from "@/lib/vendors/datameer/open-world.testkit";
import { datameer } from "@/lib/vendors/datameer";
import type { VendorContext } from "@/lib/vendors/types";

let world: TestWorld;
beforeEach(async () => void (world = await TestWorld.open()));
afterEach(() => world.close());

const followed = { configurations: [{ id: 12 }, { id: 4, fileId: 48 }] };
const fail = (path: string, status: number) =>
  world.session.control<{ id: number }>("POST", "fault", { kind: "status", status, path });
const detailsCalls = (calls: string[]) => calls.filter((call) => call.includes("/job-details/"));

describe("the running list", () => {
  it("is one call", async () => {
    const ctx = world.context();
    await world.session.step(5_000);
    await sweep(ctx);
    await world.session.step(0);
    await world.calls();
    await sweep(ctx);
    expect(await world.calls()).toEqual(["GET /rest/jobs/list-running"]);
  });

  it("has an id asked for once where the server never gives it", async () => {
    await world.session.turn("seedSituation", "list-running");
    await world.session.turn("dropExecutionIdInList", true);
    const ctx = world.context();
    const first = await sweep(ctx);
    expect(first.items.filter(({ kind }) => kind === "execution").map(({ id }) => id)).toEqual([
      "37",
      "38",
      "39",
      "40",
    ]);
    await world.calls();
    const second = await sweep(ctx);
    expect(second.items).toEqual(first.items);
    expect(await world.calls()).toEqual(["GET /rest/jobs/list-running"]);
  });

  it("shows a row without an id as its configuration alone where nobody knows the id", async () => {
    await world.session.turn("seedSituation", "list-running");
    await world.session.control("POST", "fault", { kind: "status", status: 404, path: "job-status" });
    const { items } = await sweep(world.context());
    expect(items.filter(({ details }) => details.configurationId === "18")).toMatchObject([
      { kind: "configuration", id: "18", run: null, state: "running" },
    ]);
  });

  it("gives a file id as the documents do, as a number, wherever it was learnt", async () => {
    const { details } = await readOne(world.context(), "configuration", 12);
    expect(typeof details.fileId).toBe("number");
    await world.session.turn("seedSituation", "list-running");
    const told = async (fileId: string) => {
      const ctx = world.context({ settings: { configurations: [{ id: 18, fileId }] } });
      const { items } = await sweep(ctx);
      return items.find((item) => item.details.configurationId === "18")?.details.fileId;
    };
    expect(await told("46")).toBe(46);
    // Beyond 2^53 only its digits are exact.
    expect(await told("9007199254740993")).toBe("9007199254740993");
  });

  it("does not go beyond the budget", async () => {
    await world.session.turn("dropExecutionIdInList", true);
    const ctx = world.context({ budgetPerMinute: 12 });
    await world.session.step(5_000);
    await sweep(ctx);
    await sweep(ctx);
    await sweep(ctx, "recent").catch(() => null);
    expect((await world.calls()).length).toBeLessThanOrEqual(12);
  });
});

describe("what ended lately", () => {
  it("asks for the details of an ended run once ever", async () => {
    const ctx = world.context({ settings: followed });
    const asked: string[] = [];
    for (let round = 0; round < 8; round++) {
      await sweep(ctx, "recent");
      asked.push(...detailsCalls(await world.calls()));
    }
    expect(asked.length).toBeGreaterThan(20);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("gives followed configurations their newest run and their history, with names", async () => {
    const { items } = await sweep(world.context({ settings: followed }), "recent");
    const urls = items.find(({ kind, id }) => kind === "configuration" && id === "12");
    expect(urls).toMatchObject({ name: "URLS", run: "30", state: "succeeded", endedAt: "2012-07-06T10:21:07.000Z" });
    expect(urls?.history?.map(({ run }) => run)).toEqual(["30", "27", "23"]);
    expect(items.find(({ kind, id }) => kind === "execution" && id === "30")).toMatchObject({
      name: "URLS",
      type: "import-job",
    });
  });

  it("leaves out what ended before it is asked for", async () => {
    const { items } = await sweep(world.context({ settings: followed }), "recent", Date.now() - 3_600_000);
    expect(items.filter(({ kind, id }) => kind === "execution" && id === "30")).toEqual([]);
  });

  it("finds the artifacts that nobody follows, a few at a time", async () => {
    const ctx = world.context();
    const found = new Set<string>();
    for (let round = 0; round < 7; round++) {
      const { items } = await sweep(ctx, "recent");
      for (const { kind, id } of items) if (kind === "configuration") found.add(id);
    }
    const { artifacts } = await world.session.control<{ artifacts: { configurationId: number }[] }>("GET", "jobs");
    expect([...found].sort()).toEqual(artifacts.map(({ configurationId }) => String(configurationId)).sort());
  });

  it("asks for the artifact lists every few minutes, and gets along without them", async () => {
    await world.session.turn("exportListPath", "plural");
    const ctx = world.context();
    await sweep(ctx, "recent");
    await sweep(ctx, "recent");
    const lists = (await world.calls()).filter((call) => /\/rest\/(import-job|workbook|export-jobs?)$/.test(call));
    expect(lists).toEqual(["import-job", "workbook", "export-job", "export-jobs"].map((name) => `GET /rest/${name}`));
    await world.session.control("POST", "fault", {
      kind: "status",
      status: 404,
      path: "/rest/(import-job|workbook|export)",
    });
    const { items } = await sweep(world.context({ settings: followed }), "recent");
    expect(items.find(({ id }) => id === "12")).toMatchObject({ nameIfUnknown: "Configuration 12" });
  });

  it("says which followed configuration does not exist", async () => {
    const { skipped } = await sweep(world.context({ settings: { configurations: [{ id: 888888 }] } }), "recent");
    expect(skipped).toMatchObject([{ id: "888888" }]);
  });
});

describe("one run, opened twice", () => {
  const same = [
    "vendorState",
    "state",
    "startedAt",
    "endedAt",
    "progress",
    "rowCount",
    "owner",
    "name",
    "type",
  ] as const;

  async function opened(ctx: VendorContext, executionId: number, configurationId: number) {
    const execution = await readOne(ctx, "execution", executionId);
    const definition = await readOne(ctx, "configuration", configurationId);
    expect(definition.run).toBe(execution.id);
    for (const field of same) expect([field, definition[field]]).toEqual([field, execution[field]]);
    expect(definition.details.counters).toEqual(execution.details.counters);
    return { execution, definition };
  }

  it.each(["7.5.2", "7.4", "7.2.5", "7.2.4"])("by configuration and by execution agrees: %s", async (version) => {
    await world.session.turn("version", version);
    const { executionId, configurationId } = await world.session.play("slow-run", { plan: { runMs: 20_000 } });
    await world.session.step(8_000);
    const ctx = world.context();
    await sweep(ctx);
    expect((await opened(ctx, executionId, configurationId)).execution.state).toBe("running");
    await world.session.step(60_000);
    expect((await opened(ctx, executionId, configurationId)).definition.state).toBe("succeeded");
  });

  it("shows the runs of its configuration on an execution's page", async () => {
    const { history } = await readOne(world.context(), "execution", 27);
    expect(history?.map(({ run }) => run)).toEqual(["30", "23"]);
  });

  it("does not believe a configured file id that leads to another artifact", async () => {
    const ctx = world.context({ settings: { configurations: [{ id: 12, fileId: 46 }] } });
    expect(await readOne(ctx, "configuration", 12)).toMatchObject({ run: "30", state: "succeeded" });
  });

  it("keeps a connection's secrets out of what it says", async () => {
    const job = await readOne(world.context(), "configuration", 12);
    expect(job.details.definition).toMatchObject({
      file: { name: "URLS", path: "/Data/ImportJobs/URLS.imp" },
      pullType: "MANUALLY",
    });
    expect(JSON.stringify(job)).not.toContain("sandbox-connection-secret");
  });

  it("is null for the malformed, and for a kind that there is not", async () => {
    const ctx = world.context();
    expect(await datameer.getJob(ctx, { connection: "c", kind: "query", id: "1" })).toBeNull();
    expect(await datameer.getJob(ctx, { connection: "c", kind: "execution", id: "../4" })).toBeNull();
  });
});

describe("a page that is looked at again", () => {
  it("shows the data of a run that has ended since, though there was none while it ran", async () => {
    const { configurationId } = await world.session.play("quick");
    const ctx = world.context();
    expect(await readOne(ctx, "configuration", configurationId)).toMatchObject({ details: { datas: [] } });
    await world.session.step(5_000);
    const { state, details } = await readOne(ctx, "configuration", configurationId);
    expect(state).toBe("succeeded");
    expect(details.datas).toMatchObject([{ recordCount: 494_400 }]);
  });

  it("says what could not be had of an end, and does not keep the data of before it", async () => {
    const { configurationId } = await world.session.play("quick");
    const ctx = world.context();
    expect(await readOne(ctx, "configuration", configurationId)).toMatchObject({ details: { datas: [] } });
    await world.session.step(5_000);
    const { id } = await fail("/rest/data/", 503);
    const without = await readOne(ctx, "configuration", configurationId);
    expect(without).toMatchObject({ state: "succeeded", partial: true, details: { datas: null } });
    expect(without).not.toHaveProperty("dataIds");
    await world.session.control("DELETE", `fault?id=${id}`);
    const whole = await readOne(ctx, "configuration", configurationId);
    expect(whole).toMatchObject({ details: { datas: [{ recordCount: 494_400 }] } });
    expect(whole).not.toHaveProperty("partial");
  });

  it("is partial where so few calls are left that nobody asks", async () => {
    const { configurationId, executionId } = await world.session.play("quick");
    await world.session.step(5_000);
    for (const [kind, id] of [
      ["execution", executionId],
      ["configuration", configurationId],
    ] as const) {
      expect(await readOne(world.context(), kind, id)).not.toHaveProperty("partial");
      const poor = { ...world.context(), callsLeft: () => 10 };
      expect(await readOne(poor, kind, id)).toHaveProperty("partial", true);
    }
  });

  it.each([
    ["whole where the vendor says that there is no data", "/rest/data/", 404, undefined],
    ["partial where an artifact list fails", "/rest/import-job$", 503, true],
    ["partial where the history fails", "job-history", 503, true],
  ])("is %s", async (_, path, status, partial) => {
    const { configurationId } = await world.session.play("quick");
    await world.session.step(5_000);
    await fail(path, status);
    const job = await readOne(world.context(), "configuration", configurationId);
    expect([job.partial, job.details.datas === null]).toEqual([partial, path !== "job-history"]);
  });

  it.each([
    ["an active definition", 3],
    ["an ended one", 2],
  ])("%s costs few calls", async (what, most) => {
    const { configurationId } = await world.session.play(what === "an ended one" ? "quick" : "slow-run");
    await world.session.step(5_000);
    const ctx = world.context();
    await readOne(ctx, "configuration", configurationId);
    await world.calls();
    await readOne(ctx, "configuration", configurationId);
    expect((await world.calls()).length).toBeLessThanOrEqual(most);
  });
});

describe("lists that fail", () => {
  it("an artifact list that fails spoils no sweep, and takes no name away", async () => {
    const ctx = world.context({ settings: followed });
    await sweep(ctx, "recent");
    await world.session.control("POST", "fault", { kind: "status", status: 500, path: "/rest/(import-job|workbook)$" });
    const { configurationId } = await world.session.play("slow-run");
    await world.session.step(5_000);
    const { items } = await sweep(ctx);
    expect(items.find(({ id }) => id === String(configurationId))?.name).toBeUndefined();
    const recent = await sweep(ctx, "recent");
    expect(recent.items.find(({ kind, id }) => kind === "configuration" && id === "12")).toMatchObject({
      name: "URLS",
    });
  });

  it("an artifact list that fails does not make a definition that never ran unknown", async () => {
    await fail("/rest/import-job$", 503);
    expect(await readOne(world.context(), "configuration", 21)).toMatchObject({ state: "draft", partial: true });
  });

  it("a history that fails fails the sweep: it is no empty history", async () => {
    await world.session.control("POST", "fault", { kind: "status", status: 500, path: "job-history" });
    await expect(sweep(world.context({ settings: followed }), "recent")).rejects.toMatchObject({
      reason: "unavailable",
    });
  });
});
