import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SandboxSession } from "./sandbox-session";
import { datameerSwitches } from "./switches";

let session: SandboxSession;
beforeAll(async () => {
  session = await SandboxSession.open();
});
beforeEach(() => session.control("POST", "reset"));
afterAll(() => session.close());

const reads = [
  "/api/job-execution/60/status",
  "/api/job-execution/50/status",
  "/rest/job-configuration/job-status/17",
  "/rest/job-configuration/job-history/17?start=0&length=10",
  "/rest/job-configuration/job-history/21",
  "/rest/jobs/list-running",
  "/rest/job-execution/job-details/30",
  "/rest/data/import-job/12",
  "/rest/import-job",
  "/rest/workbook",
  "/rest/user-management/logged-in-user",
  "/api/workbooks/48",
  "/api/filesystem/root-folder",
  "/api/import-job/17/dependencies?direction=DOWNSTREAM",
];

describe("every value of every switch", () => {
  const cases = Object.entries(datameerSwitches).flatMap(([name, { values }]) =>
    (values as readonly unknown[]).map((value) => [name, value] as const),
  );

  it.each(cases)("%s = %s keeps every read answering", async (name, value) => {
    await session.turn(name, value);
    for (const path of reads) {
      const reply = await session.ask(path);
      expect([path, reply.status]).not.toStrictEqual([path, 500]);
      const isJson = String(reply.headers["content-type"]).startsWith("application/json");
      if (isJson) expect(() => JSON.parse(reply.text) as unknown).not.toThrow();
      else expect(["failAuth", "htmlLogin", "version", "seedSituation"]).toContain(name);
    }
  });
});

describe("log-in", () => {
  const user = "/rest/user-management/logged-in-user";

  it("says who is there, and refuses who is not", async () => {
    expect(await session.json(user)).toMatchObject({ username: "admin", internal: true });
    const refused = await session.ask(user, { user: "nobody" });
    expect(refused.status).toBe(401);
    expect(refused.headers["www-authenticate"]).toMatch(/^Basic/);
    const wrong = `Basic ${Buffer.from("admin:wrong").toString("base64")}`;
    expect((await session.ask(user, { headers: { authorization: wrong } })).status).toBe(401);
    await session.turn("failAuth", true);
    expect((await session.ask(user)).status).toBe(401);
  });

  it("shows a page or redirects, by switch", async () => {
    await session.turn("failAuth", true);
    await session.turn("htmlLogin", "page");
    const shown = await session.ask("/rest/jobs/list-running");
    expect([shown.status, shown.headers["content-type"]]).toStrictEqual([200, "text/html; charset=UTF-8"]);
    await session.turn("htmlLogin", "redirect");
    const sent = await session.ask("/rest/jobs/list-running");
    expect([sent.status, sent.headers.location]).toStrictEqual([302, "/login"]);
  });

  it("takes a session's cookie", async () => {
    const [cookie = ""] = (await session.ask("/browser")).headers["set-cookie"] ?? [];
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    expect(await session.json(user, { user: "nobody", headers })).toMatchObject({ username: "admin" });
  });

  it("hides private artifacts from an analyst", async () => {
    const paths = async (who: string) =>
      (await session.json<{ path: string }[]>("/rest/import-job", { user: who })).map((row) => row.path);
    expect(await paths("admin")).toContain("/Data/Private/salaries.imp");
    expect(await paths("analyst")).not.toContain("/Data/Private/salaries.imp");
    const hidden = await session.json("/api/job-execution/69/status", { user: "analyst" });
    expect(hidden).toStrictEqual(await session.json("/api/job-execution/424242/status", { user: "analyst" }));
    expect((await session.ask("/rest/job-configuration/job-status/27", { user: "analyst" })).status).toBe(404);
  });
});

describe("versions", () => {
  it("have no /api at 7.2.4, and ids in details from 7.4 on", async () => {
    await session.turn("version", "7.2.4");
    expect((await session.ask("/api/job-execution/48/status")).status).toBe(404);
    await session.turn("version", "7.2.5");
    expect((await session.ask("/api/job-execution/48/status")).status).toBe(200);
    expect(await session.json("/rest/job-execution/job-details/30")).not.toHaveProperty("file");
    await session.turn("version", "7.4");
    expect(await session.json("/rest/job-execution/job-details/30")).toMatchObject({
      jobConfigurationId: 12,
      startTime: "Jul 6, 2012 6:19:09 PM",
    });
  });
});

describe("single switches", () => {
  it("plays the samples of the older status call", async () => {
    await session.turn("seedSituation", "status-v1");
    await session.turn("statusCaseQuirk", "rest");
    const bodies = await Promise.all(
      [17, 12, 5, 23, 19].map((id) => session.json(`/rest/job-configuration/job-status/${id}`)),
    );
    expect(bodies).toStrictEqual([
      { id: 49, jobStatus: "RUNNING" },
      { id: 30, jobStatus: "COMPLETED" },
      { id: 32, jobStatus: "COMPLETED_WITH_Warnings" },
      { id: 36, jobStatus: "ERROR" },
      { id: 39, jobStatus: "CANCELED" },
    ]);
  });

  it("writes the other spelling of warnings in /rest alone, or everywhere", async () => {
    const words = async () => [
      (await session.json("/rest/job-configuration/job-status/5")).jobStatus,
      (await session.json("/api/job-execution/46/status"))["job-status"],
    ];
    await session.turn("statusCaseQuirk", "rest");
    expect(await words()).toStrictEqual(["COMPLETED_WITH_Warnings", "COMPLETED_WITH_WARNINGS"]);
    await session.turn("statusCaseQuirk", "everywhere");
    expect(await words()).toStrictEqual(["COMPLETED_WITH_Warnings", "COMPLETED_WITH_Warnings"]);
  });

  it("answers for the unknown as it is told to", async () => {
    const path = "/rest/job-execution/job-details/999999999";
    expect((await session.ask(path)).status).toBe(404);
    await session.turn("restUnknown", "500");
    expect((await session.ask(path)).status).toBe(500);
    await session.turn("restUnknown", "{}");
    expect(await session.json(path)).toStrictEqual({});
  });

  it("refuses encoded slashes like a proxy", async () => {
    const path = `/api/job-execution/${encodeURIComponent("/Data/ImportJobs/URLS.imp")}/status`;
    expect((await session.ask(path)).status).toBe(200);
    await session.turn("encodedSlash", "rejected");
    expect((await session.ask(path)).status).toBe(400);
  });

  it("is off by the skew in its header and in its texts", async () => {
    await session.turn("clockSkewMs", 3_600_000);
    const { now } = await session.control<{ now: number }>("GET", "clock");
    const { headers } = await session.ask("/rest/jobs/list-running");
    expect(Date.parse(String(headers.date))).toBe(Math.floor((now + 3_600_000) / 1000) * 1000);
  });

  it("shows queued rows in the list by switch", async () => {
    const job = await session.play("queues");
    const rows = () => session.json<Record<string, unknown>[]>("/rest/jobs/list-running");
    const mine = async () => (await rows()).find((row) => row.dapJobConfigurationId === job.configurationId);
    expect(await mine()).toBeUndefined();
    await session.turn("listIncludesQueued", true);
    expect(await mine()).toMatchObject({ jobStatus: "QUEUED", startTime: null });
  });

  it("gives words that nobody has taught a client", async () => {
    const job = await session.play("unknown-word");
    await session.step(1_000);
    expect(await session.json(`/api/job-execution/${job.fileId}/status`)).toMatchObject({ "job-status": "COMPILING" });
  });
});

describe("artifacts", () => {
  it("are listed by configuration id and path, with every definition behind them", async () => {
    const rows = await session.json<{ id: number; path: string }[]>("/rest/import-job");
    expect(rows).toContainEqual({ id: 12, path: "/Data/ImportJobs/URLS.imp" });
    expect(await session.json("/rest/import-job/12")).toMatchObject({
      file: { uuid: "2d5d3741-9f5d-42e1-9d54-e38c849f3a5a", name: "URLS" },
      pullType: "MANUALLY",
    });
  });

  it("know what depends on them, as far as is asked", async () => {
    const ids = async (query: string) =>
      (
        await session.json<{ dependencies: { "configuration-id": number }[] }>(
          `/api/import-job/17/dependencies${query}`,
        )
      ).dependencies.map((row) => row["configuration-id"]);
    expect(await ids("?direction=DOWNSTREAM&level=1")).toStrictEqual([30]);
    expect(await ids("?direction=DOWNSTREAM&level=")).toStrictEqual([30, 31, 41]);
    expect(await ids("?direction=UPSTREAM")).toStrictEqual([]);
  });

  it("stand in folders whose ids are in links only", async () => {
    const root = await session.json<{ _embedded: { folders: { name: string; _links: { self: { href: string } } }[] } }>(
      "/api/filesystem/root-folder",
    );
    const data = root._embedded.folders.find(({ name }) => name === "Data");
    const inside = await session.json<typeof root>(data?._links.self.href ?? "");
    expect(inside._embedded.folders.map(({ name }) => name)).toContain("ImportJobs");
  });

  it("have logs that are text, and none by switch", async () => {
    const log = await session.ask("/file-job?jobExecutionId=30");
    expect(log.headers["content-type"]).toMatch(/^text\/plain/);
    expect(log.text).toContain("URLS");
    await session.turn("logs", false);
    expect((await session.ask("/file-job?jobExecutionId=30")).status).toBe(404);
  });
});
