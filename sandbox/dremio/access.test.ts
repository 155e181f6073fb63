import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, openDremio, RESTRICTED, type OpenDremio } from "./open-dremio";
import { SEED_IDS } from "./seed-jobs";

const JOB = `/api/v3/job/${SEED_IDS.completed}`;
const OPERATOR = { userName: "operator", password: "sandbox-dremio-password" };

let dremio: OpenDremio;
beforeEach(async () => void (dremio = await openDremio()));
afterEach(() => dremio.close());

const asked = (authorization: string, path = JOB) => dremio.call("GET", path, undefined, { authorization });

describe("tokens", () => {
  it.each([`Bearer ${ADMIN}`, `bearer ${ADMIN}`, `_dremio${ADMIN}`, `_dremio ${ADMIN}`, ADMIN])(
    "takes %s",
    async (header) => {
      expect((await asked(header)).status).toBe(200);
    },
  );

  it.each(["", "Bearer", "Bearer wrong", `Basic ${ADMIN}`])("refuses %j with an empty 401", async (header) => {
    for (const path of [JOB, "/v0/projects", "/apiv2/login"]) {
      const answer = await asked(header, path);
      expect([path, answer.status, answer.text]).toEqual([path, 401, ""]);
    }
  });

  it("can refuse everyone, and takes no personal tokens on Community", async () => {
    await dremio.turn("refuseTokens", true);
    expect((await asked(`Bearer ${ADMIN}`)).status).toBe(401);
    await dremio.turn("refuseTokens", false);
    await dremio.turn("flavor", "community");
    expect((await asked(`Bearer ${ADMIN}`)).status).toBe(401);
  });
});

describe("log-in", () => {
  it("gives a token that lives as long as it says", async () => {
    await dremio.turn("tokenLifeMs", 60_000);
    const { status, json } = await dremio.call("POST", "/apiv2/login", OPERATOR);
    expect(status).toBe(200);
    expect(json).toMatchObject({ userName: "operator", permissions: { canViewAllJobs: true } });
    expect(json.expires).toBe((await dremio.now()) + 60_000);
    const token = `_dremio${String(json.token)}`;
    expect((await asked(token, "/apiv2/login")).text).toBe("true");
    await dremio.step(59_000);
    expect((await asked(token)).status).toBe(200);
    await dremio.step(1_000);
    expect((await asked(token)).status).toBe(401);
  });

  it("ends with a log-out", async () => {
    const { json } = await dremio.call("POST", "/apiv2/login", OPERATOR);
    const headers = dremio.as(String(json.token));
    expect((await dremio.call("DELETE", "/apiv2/login", undefined, headers)).status).toBe(204);
    expect((await dremio.call("GET", JOB, undefined, headers)).status).toBe(401);
  });

  it("refuses wrong credentials with a body, an empty house with 403, and is not there on Cloud", async () => {
    const wrong = await dremio.call("POST", "/apiv2/login", { ...OPERATOR, password: "no" });
    expect([wrong.status, wrong.json.stackTrace]).toEqual([401, []]);
    await dremio.turn("brandNewInstall", true);
    expect((await dremio.call("POST", "/apiv2/login", OPERATOR)).json.errorMessage).toBe("No User Available");
    await dremio.turn("flavor", "cloud");
    expect((await dremio.call("POST", "/apiv2/login", OPERATOR)).status).toBe(404);
  });
});

describe("the user without VIEW JOB HISTORY", () => {
  it("may not read the system tables, and sees own jobs only", async () => {
    const { job } = await dremio.sql("SELECT job_id FROM sys.jobs", RESTRICTED);
    expect(job.jobState).toBe("FAILED");
    expect(job.errorMessage).toMatch(/Access denied.*VIEW JOB HISTORY/);
    const own = await dremio.job({ scenario: "slow-run", user: "restricted" });
    const other = await dremio.job({ scenario: "slow-run", user: "analyst_eu" });
    const ask = (id: string) => dremio.call("GET", `/api/v3/job/${id}`, undefined, dremio.as(RESTRICTED));
    expect([(await ask(own)).status, (await ask(other)).status]).toEqual([200, 403]);
  });

  it("may instead see own rows, where the server is so minded", async () => {
    await dremio.turn("restrictedSelect", "own-jobs");
    await dremio.job({ scenario: "slow-run", user: "analyst_eu" });
    const own = await dremio.job({ scenario: "slow-run", user: "restricted" });
    const { id, rows } = await dremio.sql("SELECT job_id FROM sys.jobs", RESTRICTED);
    expect(rows.map((row) => row.job_id)).toEqual(expect.arrayContaining([own, id]));
    expect(rows).toHaveLength(2);
  });
});

describe("paths", () => {
  it("answers an unknown route and a literal {} for a project with the envelope's 404", async () => {
    for (const path of ["/api/v3/jobs", "/v0/projects/{}/job/x", "/"]) {
      const answer = await dremio.call("GET", path);
      expect([path, answer.status, typeof answer.json.errorMessage]).toEqual([path, 404, "string"]);
    }
  });

  it("forbids a single job by switch", async () => {
    await dremio.turn("forbiddenJobs", [SEED_IDS.completed]);
    expect((await dremio.call("GET", JOB)).status).toBe(403);
    expect((await dremio.call("GET", `/api/v3/job/${SEED_IDS.failed}`)).status).toBe(200);
  });

  it("forgets a job that is purged", async () => {
    expect((await dremio.control("DELETE", `jobs/${SEED_IDS.completed}`)).status).toBe(200);
    const answer = await dremio.call("GET", JOB);
    expect([answer.status, answer.text]).toEqual([
      404,
      `{"errorMessage":"Could not find a job with id [${SEED_IDS.completed}]","moreInfo":""}`,
    ]);
  });
});
