import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DROPPED_REFLECTION } from "./catalog";
import { openDremio, RESTRICTED, type OpenDremio } from "./open-dremio";
import { SEED_IDS } from "./seed-jobs";

const CLOUD = "/v0/projects/4f2a5d0e-8b1c-4c7e-9f60-2d7b1e9a3c55";
const JOB = `/api/v3/job/${SEED_IDS.completed}`;

let dremio: OpenDremio;
beforeEach(async () => void (dremio = await openDremio()));
afterEach(() => dremio.close());

describe("Cloud's limits", () => {
  const ask = () => dremio.call("GET", `${CLOUD}/job/${SEED_IDS.completed}`);
  const exhaust = async () => {
    for (let call = 0; call < 100; call++) expect((await ask()).status).toBe(200);
  };

  it("lets 100 readings by id pass in a minute, and the next when the minute is over", async () => {
    await exhaust();
    const refused = await ask();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await dremio.call("POST", `${CLOUD}/sql`, { sql: "SELECT 1" })).status).toBe(200);
    await dremio.step(60_000);
    expect((await ask()).status).toBe(200);
  });

  it("says when by date, or not at all, and can be off; Software has none", async () => {
    await dremio.turn("retryAfter", "date");
    await exhaust();
    expect(Date.parse(String((await ask()).headers.get("retry-after")))).toBeGreaterThan(await dremio.now());
    await dremio.turn("retryAfter", "none");
    expect((await ask()).headers.get("retry-after")).toBeNull();
    expect((await dremio.call("GET", JOB)).status).toBe(200);
    await dremio.turn("rateLimits", false);
    expect((await ask()).status).toBe(200);
  });
});

describe("names behind ids", () => {
  const get = (path: string, token?: string) =>
    dremio.call("GET", `/api/v3/${path}`, undefined, token ? dremio.as(token) : {});

  it("knows the reflections and datasets of the page's examples", async () => {
    for (const id of ["63fd1c83-5cde-4133-9e2d-60543550580a", "65747723-2319-430p-8a36-3d40b26f45ae"]) {
      expect((await get(`reflection/${id}`)).json).toMatchObject({ id, entityType: "reflection" });
    }
    expect((await get("catalog/596c489c-7949-485b-92a9-c32a4cb51fa2")).json).toMatchObject({
      path: ["sales", "orders"],
    });
  });

  it("says 404 for what was dropped and 403 for what may not be seen", async () => {
    expect((await get(`reflection/${DROPPED_REFLECTION}`)).json.errorMessage).toBe(
      `reflection at with id [${DROPPED_REFLECTION}] not found`,
    );
    expect((await get("catalog/nothing")).json.errorMessage).toBe("Could not find entity with id [nothing]");
    expect((await get("reflection/63fd1c83-5cde-4133-9e2d-60543550580a", RESTRICTED)).status).toBe(403);
    expect((await get("catalog/0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e06", RESTRICTED)).status).toBe(403);
  });

  it("answers at most 50 ids at once", async () => {
    const many = (ids: string[]) => dremio.call("POST", "/api/v3/catalog/by-ids", ids);
    const found = await many(["596c489c-7949-485b-92a9-c32a4cb51fa2", "nothing"]);
    expect(found.json.data).toHaveLength(1);
    expect((await many(Array.from({ length: 51 }, String))).status).toBe(400);
  });
});

describe("faults and switches", () => {
  it("fails a number of times, then answers", async () => {
    await dremio.fault({
      kind: "status",
      status: 500,
      body: '{"errorMessage":"Something went wrong."}',
      path: "/job/",
      times: 2,
    });
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await dremio.call("GET", JOB)).status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  it("can be a proxy's HTML, a cut body, a redirect, a foreign word", async () => {
    await dremio.fault({ kind: "html", status: 502, times: 1 });
    const html = await dremio.call("GET", JOB);
    expect([html.status, html.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"]);
    await dremio.fault({ kind: "redirect", to: "http://127.0.0.1:1/", times: 1 });
    expect((await dremio.call("GET", JOB)).status).toBe(307);
    await dremio.fault({ kind: "replace", from: "COMPLETED", to: "REBALANCING", times: 1 });
    expect((await dremio.call("GET", JOB)).json.jobState).toBe("REBALANCING");
    await dremio.fault({ kind: "truncate", times: 1 });
    await expect(dremio.call("GET", JOB)).rejects.toThrow(SyntaxError);
    expect((await dremio.call("GET", JOB)).json.jobState).toBe("COMPLETED");
  });

  it("hangs up, hangs, and survives a client that leaves", async () => {
    await dremio.fault({ kind: "reset", times: 1 });
    await expect(dremio.call("GET", JOB)).rejects.toThrow();
    for (const fault of [{ kind: "hang" }, { kind: "drip" }, { kind: "gzip-bomb" }, { kind: "huge" }]) {
      await dremio.fault({ ...fault, times: 1 });
      const leaving = fetch(dremio.origin + JOB, { signal: AbortSignal.timeout(100) }).then((response) =>
        response.text(),
      );
      await expect(leaving).rejects.toThrow();
    }
    expect((await dremio.call("GET", JOB)).status).toBe(200);
  });

  it("refuses a fault or a switch that it does not have", async () => {
    expect((await dremio.fault({ kind: "status", status: 500, path: "(" })).status).toBe(400);
    expect((await dremio.fault({ kind: "nosuch" })).status).toBe(400);
    expect((await dremio.control("POST", "fault", { switch: "nosuch", value: 1 })).status).toBe(400);
    expect((await dremio.control("POST", "jobs", { scenario: "nosuch" })).status).toBe(400);
  });

  it("answers what was true a while ago, without a row count, by a clock of its own", async () => {
    const id = await dremio.job({ scenario: "quick-run" });
    await dremio.step(10_000);
    await dremio.turn("staleReadsMs", 9_000);
    expect(await dremio.state(id)).toBe("RUNNING");
    await dremio.turn("omitRowCount", true);
    expect((await dremio.call("GET", `/api/v3/job/${id}`)).json).not.toHaveProperty("rowCount");
    await dremio.turn("dateSkewMs", 1_200_000);
    const date = Date.parse(String((await dremio.call("GET", JOB)).headers.get("date")));
    expect(date - (await dremio.now())).toBeGreaterThan(1_190_000);
  });

  it("records what it was asked, and begins again on reset", async () => {
    await dremio.call("POST", "/api/v3/sql", { sql: "SELECT 'ü'" });
    const calls = (await dremio.control("GET", "calls?path=/sql$")).json;
    expect(calls).toMatchObject({ count: 1, items: [{ method: "POST", status: 200, body: `{"sql":"SELECT 'ü'"}` }] });
    await dremio.turn("refuseTokens", true);
    await dremio.control("POST", "reset");
    expect((await dremio.call("GET", JOB)).status).toBe(200);
    expect((await dremio.control("GET", "calls")).json.count).toBe(1);
  });

  it("prints prettily when asked to", async () => {
    expect((await dremio.call("GET", `${JOB}?pretty`)).text).toContain('\n  "jobState" : "COMPLETED",');
  });
});
