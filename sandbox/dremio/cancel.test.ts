import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDremio, RESTRICTED, type OpenDremio } from "./open-dremio";

let dremio: OpenDremio;
beforeEach(async () => void (dremio = await openDremio()));
afterEach(() => dremio.close());

const cancel = (id: string, headers?: Record<string, string>) =>
  dremio.call("POST", `/api/v3/job/${id}/cancel`, undefined, headers);

async function running(scenario = "slow-run"): Promise<string> {
  const id = await dremio.job({ scenario });
  await dremio.step(2_000);
  return id;
}

describe("cancel", () => {
  it("answers 204 without a body, and takes effect a little later", async () => {
    const id = await running();
    const answer = await cancel(id);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect(await dremio.state(id)).toBe("RUNNING");
    await dremio.step(3_000);
    const { json } = await dremio.call("GET", `/api/v3/job/${id}`);
    expect(json).toMatchObject({ jobState: "CANCELED", cancellationReason: "Query cancelled by user 'admin'" });
    expect(json.endedAt).toBeDefined();
  });

  it("ignores a second signal and keeps the first reason", async () => {
    const id = await running();
    await cancel(id);
    expect((await cancel(id, dremio.as("sandbox-operator-token"))).status).toBe(204);
    await dremio.step(3_000);
    expect((await dremio.call("GET", `/api/v3/job/${id}`)).json.cancellationReason).toMatch(/'admin'/);
  });

  it("can show CANCELLATION_REQUESTED in between", async () => {
    await dremio.turn("cancelShows", "requested");
    const id = await running();
    await cancel(id);
    expect(await dremio.state(id)).toBe("CANCELLATION_REQUESTED");
    await dremio.step(3_000);
    expect(await dremio.state(id)).toBe("CANCELED");
  });

  it.each([
    [404, /Could not find a job with id \[.+\]/],
    [400, /not in a running state/],
    [409, /may have completed and cannot be canceled/],
  ] as const)("answers %i for a finished job, which stays readable", async (status, words) => {
    await dremio.turn("cancelOnFinal", status);
    const id = await running("quick-run");
    await dremio.step(5_000);
    const answer = await cancel(id);
    expect(answer.status).toBe(status);
    expect(answer.json.errorMessage).toMatch(words);
    expect(await dremio.state(id)).toBe("COMPLETED");
  });

  it("answers 404 for an unknown id and 500 for one that it cannot parse", async () => {
    expect((await cancel("1d3091b1-d0be-0169-8ace-e43f562c7000")).status).toBe(404);
    expect((await cancel("6j6c34cf-9drf-b07a-5ab7-abea69a66dff")).status).toBe(500);
    expect((await dremio.call("GET", "/api/v3/job/6j6c34cf-9drf-b07a-5ab7-abea69a66dff")).status).toBe(404);
  });

  it("lets a job win the race after its 204", async () => {
    const id = await running("completes-before-cancel");
    expect((await cancel(id)).status).toBe(204);
    await dremio.step(3_000);
    const { json } = await dremio.call("GET", `/api/v3/job/${id}`);
    expect([json.jobState, json.cancellationReason]).toEqual(["COMPLETED", ""]);
  });

  it("loses that race by chance only where a statement of one's own runs, as likely as the switch says", async () => {
    const outcome = async () => {
      const id = String((await dremio.call("POST", "/api/v3/sql", { sql: "SELECT 1" })).json.id);
      while ((await dremio.state(id)) !== "RUNNING") await dremio.step(100);
      await dremio.turn("cancelDelayMs", 10);
      await cancel(id);
      await dremio.step(10);
      return dremio.state(id);
    };
    await dremio.turn("cancelLost", 1);
    expect(await outcome()).toBe("COMPLETED");
    await dremio.turn("cancelLost", 0);
    expect(await outcome()).toBe("CANCELED");
  });

  it("leaves a stuck job running for ever, 204 each time", async () => {
    const id = await running("stuck");
    expect((await cancel(id)).status).toBe(204);
    await dremio.step(86_400_000);
    expect(await dremio.state(id)).toBe("RUNNING");
    expect((await cancel(id)).status).toBe(204);
  });

  it("cannot reach an abandoned job, which fails late", async () => {
    const id = await running("abandoned");
    expect((await cancel(id)).status).toBe(404);
    expect(await dremio.state(id)).toBe("RUNNING");
    await dremio.step(300_000);
    expect((await dremio.call("GET", `/api/v3/job/${id}`)).json.errorMessage).toMatch(/kvstore or network errors/);
  });

  it("says so when another coordinator does not answer, after the wait that is asked for", async () => {
    await dremio.turn("slowCancelMs", 150);
    const id = await running("unreachable");
    const before = performance.now();
    const answer = await cancel(id);
    expect([answer.status, answer.json.errorMessage]).toEqual([
      500,
      expect.stringMatching(/Unable to cancel job on node/),
    ]);
    expect(performance.now() - before).toBeGreaterThanOrEqual(140);
  });

  it("refuses who may not see the job, but Community asks nobody", async () => {
    const id = await running();
    const refused = await cancel(id, dremio.as(RESTRICTED));
    expect([refused.status, refused.json.errorMessage]).toEqual([
      403,
      `Permission denied on user [restricted] to access job [${id}]`,
    ]);
    await dremio.turn("flavor", "community");
    const login = await dremio.call("POST", "/apiv2/login", {
      userName: "restricted",
      password: "sandbox-restricted-password",
    });
    expect((await cancel(id, dremio.as(String(login.json.token)))).status).toBe(204);
  });

  it("cancels before anything ran", async () => {
    const id = await dremio.job({ scenario: "queue-timeout" });
    await dremio.step(10_000);
    await cancel(id);
    await dremio.step(3_000);
    const { json } = await dremio.call("GET", `/api/v3/job/${id}`);
    expect(json).toMatchObject({
      jobState: "CANCELED",
      resourceSchedulingEndedAt: "1970-01-01T00:00:00.000Z",
      rowCount: 0,
    });
  });

  it("cancels a reflection's job through its reflection only", async () => {
    const id = await running();
    const path = (reflection: string) => `/api/v3/job/${id}/reflection/${reflection}`;
    expect((await dremio.call("GET", path("65747723-4133-9e2d-3k86-3d40b26f45ae"))).status).toBe(200);
    const wrong = await dremio.call("POST", `${path("63fd1c83-2319-5962-8a36-60543550580a")}/cancel`);
    expect([wrong.status, wrong.json.errorMessage]).toEqual([
      404,
      `Reflection [63fd1c83-2319-5962-8a36-60543550580a] is not processed by job [${id}]`,
    ]);
    expect((await dremio.call("POST", `${path("65747723-4133-9e2d-3k86-3d40b26f45ae")}/cancel`)).status).toBe(204);
  });
});
