import { afterEach, describe, expect, it } from "vitest";
import { SandboxSession } from "./sandbox-session";

interface Row {
  dapJobConfigurationId: number;
  jobExecutionId?: number;
  jobStatus: string;
  progress: number;
  startTime: string;
}
type Runs = { id: number; jobStatus: string }[];

let session: SandboxSession;
afterEach(() => session.close());

const list = () => session.json<Row[]>("/rest/jobs/list-running");
const history = (id: number, query = "") => session.json<Runs>(`/rest/job-configuration/job-history/${id}${query}`);
const minute = 60_000;

describe("the world", () => {
  it("always has about eight executions active", async () => {
    session = await SandboxSession.open();
    await session.turn("listIncludesQueued", true);
    const counts: number[] = [];
    for (let step = 0; step < 30; step++) {
      counts.push((await list()).length);
      await session.step(5 * minute);
    }
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(5);
    expect(mean).toBeLessThan(11);
    expect(Math.min(...counts)).toBeGreaterThan(1);
  });

  it("plays ten minutes in a step of ten minutes", async () => {
    session = await SandboxSession.open();
    const before = await history(17);
    const listed = await list();
    await session.step(20 * minute);
    const after = await history(17);
    expect(after[0]?.id).toBeGreaterThan(before[0]?.id ?? 0);
    for (const row of listed) {
      const runs = await history(row.dapJobConfigurationId);
      expect(runs.find(({ id }) => id === row.jobExecutionId)?.jobStatus).not.toBe("RUNNING");
    }
  });

  it("starts data-driven workbooks when their import ends well", async () => {
    session = await SandboxSession.open({ switches: { seedSituation: "idle" } });
    await session.ask("/api/job-execution/4/trigger", { method: "POST" });
    expect(await session.json("/api/job-execution/48/status")).toMatchObject({ "job-status": "_NONE" });
    await session.step(4 * minute);
    expect(await session.json("/api/job-execution/48/status")).toHaveProperty("job-execution-id");
  });

  it("keeps ids rising and gappy, histories paged, and the past free of overlap", async () => {
    session = await SandboxSession.open({ runsPerArtifact: 40 });
    const all = await history(17, "?start=0&length=100");
    expect(all.length).toBeGreaterThan(40);
    const ids = all.map(({ id }) => id);
    expect(ids).toStrictEqual(ids.toSorted((a, b) => b - a));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await history(17, "?start=10&length=5")).toStrictEqual(all.slice(10, 15));
    expect(await history(17, "?start=5000&length=5")).toStrictEqual([]);
    expect(await history(17)).toHaveLength(10);
  });

  it("knows every status of the page", async () => {
    session = await SandboxSession.open();
    const seen = new Set<string>();
    for (const id of [3, 17, 19, 20, 22, 23, 26, 33]) {
      for (const { jobStatus } of await history(id, "?start=0&length=60")) seen.add(jobStatus);
    }
    const ends = ["COMPLETED", "COMPLETED_WITH_WARNINGS", "ERROR", "CANCELED"];
    for (const word of ends) expect(seen).toContain(word);
  });

  it("forgets an execution after 28 days", async () => {
    session = await SandboxSession.open();
    const oldest = (await history(25, "?start=0&length=1000")).at(-1);
    expect(oldest).toBeDefined();
    expect((await session.ask(`/rest/job-execution/job-details/${oldest?.id}`)).status).toBe(200);
    await session.step(28 * 24 * 60 * minute);
    expect((await session.ask(`/rest/job-execution/job-details/${oldest?.id}`)).status).toBe(404);
    expect(await history(25)).toStrictEqual([]);
    expect((await history(17, "?start=0&length=5000")).length).toBeGreaterThan(100);
  });

  it("runs 25 of 26 at once", async () => {
    session = await SandboxSession.open({ switches: { seedSituation: "idle" } });
    const { items } = await session.play("burst");
    await session.step(1_000);
    const rows = await list();
    expect(rows).toHaveLength(25);
    const words = await Promise.all(
      items.map(async ({ fileId }) => (await session.json(`/api/job-execution/${fileId}/status`))["job-status"]),
    );
    expect(words.filter((word) => word === "RUNNING")).toHaveLength(25);
    expect(words.filter((word) => word === "QUEUED")).toHaveLength(1);
    await session.ask(`/api/job-execution/${items[0]?.fileId}/stop`, { method: "POST" });
    await session.step(5_000);
    expect(await session.json(`/api/job-execution/${items[25]?.fileId}/status`)).toMatchObject({
      "job-status": "RUNNING",
    });
  });

  it("holds 5,000 artifacts with 200 runs each", async () => {
    session = await SandboxSession.open({ artifacts: 5_000, runsPerArtifact: 200 });
    const [imports, books, exports] = await Promise.all(
      ["import-job", "workbook", "export-job"].map((type) => session.json<{ id: number }[]>(`/rest/${type}`)),
    );
    const ids = [...(imports ?? []), ...(books ?? []), ...(exports ?? [])].map(({ id }) => id);
    expect(ids).toHaveLength(5_000);
    const runs = await history(ids.at(-1) ?? 0, "?start=0&length=1000");
    expect(runs.length).toBeGreaterThanOrEqual(200);
    const details = await session.json(`/rest/job-execution/job-details/${runs.at(-1)?.id}`);
    expect(details).toMatchObject({ jobConfigurationId: ids.at(-1) });
    expect((await list()).length).toBeLessThan(25);
  });

  it("is the same again for the same seed and moment", async () => {
    const startAt = Date.UTC(2026, 0, 15);
    session = await SandboxSession.open({ seed: 5, startAt });
    const other = await SandboxSession.open({ seed: 5, startAt });
    const path = "/rest/job-configuration/job-history/17?start=1&length=30";
    expect((await session.ask(path)).text).toBe((await other.ask(path)).text);
    await other.close();
  });
});
