import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDremio, type OpenDremio } from "./open-dremio";

let dremio: OpenDremio;
beforeEach(async () => void (dremio = await openDremio()));
afterEach(() => dremio.close());

const results = (id: string, query = "") => dremio.call("GET", `/api/v3/job/${id}/results${query}`);

async function completed(rows = 1_200): Promise<string> {
  const id = await dremio.job({ scenario: "quick-run", rows });
  await dremio.step(10_000);
  return id;
}

describe("results", () => {
  it("pages by 100 unless told, up to the end and past it", async () => {
    const id = await completed(250);
    const count = async (query: string) => ((await results(id, query)).json.rows as unknown[]).length;
    expect([await count(""), await count("?offset=200"), await count("?offset=250&limit=500")]).toEqual([100, 50, 0]);
    expect((await results(id, "?limit=1")).json.rowCount).toBe(250);
  });

  it("gives the same row wherever the page begins", async () => {
    const id = await completed();
    const [a, b] = [await results(id, "?offset=7&limit=1"), await results(id, "?offset=0&limit=8")];
    expect((a.json.rows as unknown[])[0]).toEqual((b.json.rows as unknown[])[7]);
  });

  it("writes every digit of BIGINT and DECIMAL bare, nulls as null, instants without a zone", async () => {
    const { text, json } = await results(await completed(), "?limit=100");
    expect(text).toContain('"id":9007199254740993,');
    expect(text).toMatch(/"amount":\d{9,16}\.\d{10},/);
    expect(text).toContain('"note":null');
    expect(text).toMatch(/"pickup_datetime":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}"/);
    expect(json.schema).toContainEqual({ name: "amount", type: { name: "DECIMAL", precision: 38, scale: 10 } });
    expect(json.schema).toContainEqual({
      name: "tags",
      type: { name: "LIST", subSchema: [{ type: { name: "VARCHAR" } }] },
    });
  });

  it("refuses more than 500, what is no number, and what is not completed", async () => {
    const id = await completed();
    expect((await results(id, "?limit=501")).text).toBe(
      '{"errorMessage":"limit can not exceed 500 rows","moreInfo":""}',
    );
    expect((await results(id, "?limit=ten")).status).toBe(404);
    const stuck = await dremio.job({ scenario: "stuck" });
    await dremio.step(1_000);
    const early = await results(stuck);
    expect([early.status, early.json.errorMessage]).toEqual([
      400,
      "Can not fetch details for a job that is in [RUNNING] state.",
    ]);
  });

  it("are purged after a day, or by switch, while the job stays", async () => {
    const id = await completed();
    await dremio.turn("resultsExpired", true);
    expect((await results(id)).json).toEqual({
      errorMessage: `Error in Job '${id}': output doesn't exist`,
      moreInfo: "",
      context: [],
    });
    await dremio.turn("resultsExpired", false);
    expect((await results(id)).status).toBe(200);
    await dremio.step(86_400_000);
    expect([(await results(id)).status, await dremio.state(id)]).toEqual([400, "COMPLETED"]);
  });

  it("of a statement that writes: many rows affected, one to show", async () => {
    const { json } = await dremio.call("POST", "/api/v3/sql", {
      sql: "INSERT INTO sales.orders SELECT * FROM staging",
    });
    await dremio.step(20_000);
    const page = await results(String(json.id));
    expect(page.json.rows).toHaveLength(1);
    expect(page.json.rowCount).toBeGreaterThan(1);
  });
});

describe("POST sql", () => {
  it("submits at once and runs later; text that says FAIL fails", async () => {
    const good = await dremio.call("POST", "/api/v3/sql", { sql: "SELECT 1", context: ["sales"], engineName: "mine" });
    const bad = await dremio.call("POST", "/api/v3/sql", { sql: "SELECT FAIL" });
    expect([good.status, Object.keys(good.json)]).toEqual([200, ["id"]]);
    expect(String(good.json.id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{10}00$/);
    expect(await dremio.state(String(good.json.id))).toBe("PENDING");
    await dremio.step(20_000);
    expect([await dremio.state(String(good.json.id)), await dremio.state(String(bad.json.id))]).toEqual([
      "COMPLETED",
      "FAILED",
    ]);
    const { rows } = await dremio.sql(
      `SELECT query_type, context, engine FROM sys.jobs_recent WHERE job_id = '${String(good.json.id)}'`,
    );
    expect(rows).toEqual([{ query_type: "REST", context: "[sales]", engine: "mine" }]);
  });

  it("refuses bodies that are not right, each in its way", async () => {
    const post = (body: string, type = "application/json") =>
      dremio.call("POST", "/api/v3/sql", body, { "content-type": type });
    const broken = await post("{");
    expect([broken.status, broken.headers.get("content-type")]).toEqual([400, "text/plain"]);
    expect((await post('{"sql":5}')).text).toBe(
      '{"errorMessage":"Invalid value found at: sql","moreInfo":"","stackTrace":[]}',
    );
    expect((await post('{"sql":"SELECT 1"}', "text/plain")).status).toBe(415);
  });

  it("rejects what is too much, as an error or as a failed job", async () => {
    await dremio.turn("rejectSql", "http");
    expect((await dremio.call("POST", "/api/v3/sql", { sql: "SELECT 1" })).json.errorMessage).toMatch(
      /^Rejecting query because it exceeded/,
    );
    await dremio.turn("rejectSql", "failed");
    const { json } = await dremio.call("POST", "/api/v3/sql", { sql: "SELECT job_id FROM sys.jobs" });
    await dremio.step(1_000);
    expect((await dremio.call("GET", `/api/v3/job/${String(json.id)}`)).json.errorMessage).toMatch(/^Rejecting query/);
  });
});
