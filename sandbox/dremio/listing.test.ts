import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDremio, type OpenDremio } from "./open-dremio";

const MARK = "/* a-client:list */";
const CLOUD = "/v0/projects/4f2a5d0e-8b1c-4c7e-9f60-2d7b1e9a3c55";

let dremio: OpenDremio;
beforeEach(async () => void (dremio = await openDremio()));
afterEach(() => dremio.close());

const ids = (rows: Record<string, unknown>[]) => rows.map((row) => row.job_id);

describe("sys.jobs and sys.jobs_recent", () => {
  it("shows the active ones only, or all", async () => {
    const slow = await dremio.job({ scenario: "slow-run" });
    const quick = await dremio.job({ scenario: "quick-run" });
    await dremio.step(10_000);
    const active = ids((await dremio.sql(`SELECT job_id FROM sys.jobs WHERE query NOT LIKE '%FROM sys.%'`)).rows);
    expect(active).toEqual([slow]);
    const all = ids((await dremio.sql(`SELECT job_id FROM sys.jobs_recent WHERE query_type <> 'REST'`)).rows);
    expect(all.sort()).toEqual([slow, quick].sort());
  });

  it("finds itself running, as a REST job", async () => {
    const { id, rows } = await dremio.sql(`${MARK} SELECT job_id, status, query_type, query, user_name FROM sys.jobs`);
    expect(rows).toMatchObject([{ job_id: id, status: "RUNNING", query_type: "REST", user_name: "admin" }]);
    expect(rows[0]?.query).toContain(MARK);
    const next = await dremio.sql("SELECT job_id, status FROM sys.jobs_recent ORDER BY submitted_ts");
    expect(next.rows).toContainEqual({ job_id: id, status: "COMPLETED" });
  });

  it("writes the instants as text and as epoch, zero where not reached", async () => {
    const id = await dremio.job({ scenario: "queued-then-runs" });
    await dremio.step(2_000);
    const { rows, page } = await dremio.sql(`SELECT * FROM sys.jobs WHERE job_id = '${id}'`);
    const [row] = rows;
    expect(row).toMatchObject({
      status: "QUEUED",
      final_state_ts: "1970-01-01 00:00:00.000",
      final_state_epoch_millis: 0,
      execution_start_epoch_millis: 0,
      queried_datasets: "[sales.orders]",
    });
    const text = String(row?.submitted_ts);
    expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
    expect(Date.parse(`${text.replace(" ", "T")}Z`)).toBe(row?.submitted_epoch_millis);
    expect(page.json.schema).toContainEqual({ name: "submitted_epoch_millis", type: { name: "BIGINT" } });
    expect(Object.keys(row ?? {})).toHaveLength(41);
  });

  it("speaks the documented words, or raw ones by switch", async () => {
    const state = async (scenario: string, ms: number) => {
      const id = await dremio.job({ scenario });
      await dremio.step(ms);
      const { rows } = await dremio.sql(`SELECT status FROM sys.jobs_recent WHERE job_id = '${id}'`);
      return rows[0]?.status;
    };
    const words = async () => [
      await state("every-phase", 15_000),
      await state("every-phase", 35_000),
      await state("every-phase", 55_000),
      await state("re-attempt", 4_000),
    ];
    expect(await words()).toEqual(["SETUP", "ENGINE START", "RUNNING", "RUNNING"]);
    await dremio.turn("statusWords", "raw");
    expect(await words()).toEqual(["METADATA_RETRIEVAL", "ENGINE_START", "EXECUTION_PLANNING", "FAILED"]);
  });

  it("understands what a client asks for", async () => {
    const early = await dremio.job({ scenario: "quick-run", sql: "SELECT 'it's 100%'" });
    await dremio.step(60_000);
    const since = await dremio.now();
    const late = await dremio.job({ scenario: "quick-run", user: "bi_reader" });
    const running = await dremio.job({ scenario: "stuck" });
    await dremio.step(30_000);
    const ask = async (where: string) =>
      ids((await dremio.sql(`SELECT job_id FROM sys.jobs_recent WHERE query_type = 'UI_RUN' AND ${where}`)).rows);
    const text = new Date(since).toISOString().replace("T", " ").replace("Z", "");
    expect((await ask(`submitted_epoch_millis >= ${since}`)).sort()).toEqual([late, running].sort());
    expect((await ask(`submitted_ts >= TIMESTAMP '${text}'`)).sort()).toEqual([late, running].sort());
    expect(await ask(`submitted_ts < '${text}'`)).toEqual([early]);
    expect(await ask(`final_state_epoch_millis BETWEEN 1 AND ${since}`)).toEqual([early]);
    expect(await ask("status IN ('COMPLETED') AND user_name = 'bi_reader'")).toEqual([late]);
    expect(await ask("status NOT IN ('COMPLETED', 'FAILED')")).toEqual([running]);
    expect(await ask("query LIKE '%it''s 100%'")).toEqual([early]);
    expect(await ask("(final_state_epoch_millis = 0 OR user_name = 'bi_reader') AND NOT job_id IS NULL")).toHaveLength(
      2,
    );
    expect(await ask("submitted_ts > CURRENT_TIMESTAMP - INTERVAL '1' MINUTE")).toHaveLength(2);
    expect(await ask("submitted_ts > TIMESTAMPADD(MINUTE, -1, CURRENT_TIMESTAMP)")).toHaveLength(2);
    expect(await ask("1 = 1 ORDER BY submitted_ts ASC LIMIT 1")).toEqual([early]);
    const { rows } = await dremio.sql(
      "SELECT COUNT(*) AS n, MAX(submitted_epoch_millis) AS newest FROM sys.jobs_recent WHERE query_type = 'UI_RUN'",
    );
    expect(rows).toEqual([{ n: 3, newest: since }]);
  });
});

describe("a listing that is refused", () => {
  it.each([
    ["SELECT nope FROM sys.jobs", /Column 'nope' not found in any table/],
    ["SELECT job_id FROM sys.jobs WHERE nope = 1", /Column 'nope' not found in any table/],
    ["SELECT query_cost FROM sys.jobs", /Column 'query_cost' not found/],
    ["SELECT job_id FROM sys.jobz", /Object 'jobz' not found within 'sys'/],
    ["SELECT job_id FROM sys.project.jobs", /Object 'jobs' not found within 'sys\.project'/],
    ["SELECT job_id FROM sys.jobs WHERE", /PARSE ERROR: Encountered "<EOF>"/],
    ["SELECT job_id FROM sys.jobs WHERE submitted_ts > 17", /Cannot apply/],
    ["SELECT job_id FROM sys.jobs WHERE nosuch(job_id) = 1", /No match found for function signature NOSUCH/],
  ])("%s", async (sql, words) => {
    const { job, page } = await dremio.sql(sql);
    expect(job).toMatchObject({ jobState: "FAILED", rowCount: 0 });
    expect(job.errorMessage).toMatch(words);
    expect([page.status, page.json.errorMessage]).toEqual([
      400,
      "Can not fetch details for a job that is in [FAILED] state.",
    ]);
  });

  it("lacks the columns that the edition or a switch takes away", async () => {
    await dremio.turn("flavor", "community");
    await dremio.turn("missingColumns", ["execution_cpu_time_millis"]);
    const login = await dremio.call("POST", "/apiv2/login", {
      userName: "operator",
      password: "sandbox-dremio-password",
    });
    const state = async (column: string) =>
      (await dremio.sql(`SELECT ${column} FROM sys.jobs_recent`, String(login.json.token))).job.jobState;
    expect([await state("bytes_scanned"), await state("rule_name"), await state("execution_cpu_time_millis")]).toEqual([
      "COMPLETED",
      "FAILED",
      "FAILED",
    ]);
  });
});

describe("Cloud", () => {
  const ask = (sql: string) => dremio.sql(sql, undefined, CLOUD);

  it("has its own tables, without queues", async () => {
    const id = await dremio.job({ scenario: "stuck" });
    const { rows } = await ask("SELECT * FROM sys.project.jobs WHERE query_type = 'UI_RUN'");
    expect(ids(rows)).toEqual([id]);
    expect(rows[0]).not.toHaveProperty("queue_name");
    expect(rows[0]).toHaveProperty("execution_planning_epoch_millis");
    expect((await ask("SELECT job_id FROM sys.jobs")).job.jobState).toBe("FAILED");
    expect((await ask("SELECT job_id FROM sys.project.jobs_recent")).job.jobState).toBe("FAILED");
    await dremio.turn("projectJobsRecent", true);
    expect((await ask("SELECT job_id FROM sys.project.jobs_recent")).job.jobState).toBe("COMPLETED");
  });

  it("knows the finished ones only after the full hour", async () => {
    const id = await dremio.job({ scenario: "quick-run" });
    const history = () =>
      ask(
        `SELECT job_id, submitted_epoch, execution_planning_start_epoch FROM sys.project.history.jobs WHERE job_id = '${id}'`,
      );
    const now = await dremio.now();
    const untilHour = 3_600_000 - (now % 3_600_000);
    if (untilHour > 10_000) {
      await dremio.step(5_000);
      expect((await history()).rows).toEqual([]);
    }
    await dremio.step(3_600_000);
    expect((await history()).rows).toMatchObject([{ job_id: id, submitted_epoch: expect.any(Number) as number }]);
  });

  it("names its projects", async () => {
    expect((await dremio.call("GET", "/v0/projects")).text).toContain(CLOUD.split("/").at(-1));
  });
});

describe("odd listings", () => {
  const list = (columns = "job_id, status, query, rows_returned") => dremio.sql(`SELECT ${columns} FROM sys.jobs`);

  it("adds spoilt rows by switch", async () => {
    await dremio.turn("oddRows", ["duplicate", "wrong-types", "no-id", "unknown-state", "poison"]);
    const { page, id } = await list();
    expect(page.text).toContain('"job_id":17');
    expect(page.text).toContain('"job_id":null');
    expect(page.text).toContain('"status":"REBALANCING"');
    expect(page.text).toContain("\\u0000");
    expect(page.text).toContain("\\ud800");
    expect(page.text).toContain("1e400");
    expect(page.text.length).toBeGreaterThan(5_000_000);
    expect(page.text.split(`"job_id":"${id}"`)).toHaveLength(3);
  });

  it("can be empty, hide a job, claim a million rows, or never end", async () => {
    const id = await dremio.job({ scenario: "stuck" });
    await dremio.turn("hiddenJobs", [id]);
    expect(ids((await list()).rows)).not.toContain(id);
    await dremio.turn("emptyList", true);
    expect((await list()).rows).toEqual([]);
    await dremio.turn("emptyList", false);
    await dremio.turn("hugeList", 1_000_000);
    const huge = await list("job_id");
    expect(huge.page.json.rowCount).toBe(1_000_000);
    expect(new Set(ids(huge.rows)).size).toBe(500);
    await dremio.turn("hugeList", 0);
    await dremio.turn("endlessPages", true);
    const endless = await list("job_id");
    const later = await dremio.call("GET", `/api/v3/job/${endless.id}/results?offset=900000&limit=500`);
    expect(later.json.rows).toEqual(endless.rows);
  });
});
