import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rowsOf, TestSandbox } from "../testing";

const BATCHES = "/v2.0/{p}/batches";
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await TestSandbox.start({ jobs: { sparkBatch: 130, arrivals: false } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const session = async (id: string) => (await sandbox.get(`${BATCHES}/${id}`)).body;
const stateOf = async (id: string) => (await sandbox.get(`${BATCHES}/${id}/state`)).body.state;

test("list: 100 at most, filters, and no is_success anywhere", async () => {
  const { body } = await sandbox.get(BATCHES);
  expect([body.from, body.total, rowsOf(body.sessions).length]).toEqual([0, 130, 100]);
  expect(body).not.toHaveProperty("is_success");
  expect(rowsOf((await sandbox.get(`${BATCHES}?from=100`)).body.sessions)).toHaveLength(30);
  for (const row of rowsOf((await sandbox.get(`${BATCHES}?state=dead`)).body.sessions)) expect(row.state).toBe("dead");
  const id = String(rowsOf(body.sessions)[7]?.id);
  expect(rowsOf((await sandbox.get(`${BATCHES}?job-id=${id}`)).body.sessions).map((row) => row.id)).toEqual([id]);
});

test("a life: starting without appId, running, success, Success from /state", async () => {
  const id = await sandbox.make("spark-batch", "slow-run");
  expect(await session(id)).toMatchObject({ state: "starting", appId: null });
  await sandbox.step(6_000);
  expect(await session(id)).toMatchObject({ state: "running", appId: expect.stringMatching(/^application_/) });
  await sandbox.step(600_000);
  expect((await session(id)).state).toBe("success");
  expect(await stateOf(id)).toBe("Success");
});

test("dead, and recovering on the way", async () => {
  const dies = await sandbox.make("spark-batch", "dies");
  const recovers = await sandbox.make("spark-batch", "recovers");
  await sandbox.step(61_000);
  expect([await stateOf(dies), await stateOf(recovers)]).toEqual(["dead", "recovering"]);
  await sandbox.step(30_000);
  expect(await stateOf(recovers)).toBe("running");
});

test("a cancel is accepted, then it is dead; over is over", async () => {
  const id = await sandbox.make("spark-batch", "runs-forever");
  expect((await sandbox.delete(`${BATCHES}/${id}`)).body).toEqual({ msg: "deleted" });
  expect(await stateOf(id)).toBe("running");
  await sandbox.step(10_000);
  expect(await stateOf(id)).toBe("dead");
  expect((await sandbox.delete(`${BATCHES}/${id}`)).body.error_code).toBe("DLI.0007");
});

test("log: the last 100 lines, or a page, growing", async () => {
  const id = await sandbox.make("spark-batch", "long-log", { ageMs: 600_000 });
  const tail = (await sandbox.get(`${BATCHES}/${id}/log`)).body;
  expect([tail.from, tail.total, rowsOf(tail.log).length]).toEqual([202, 302, 100]);
  const page = (await sandbox.get(`${BATCHES}/${id}/log?from=0&size=5&type=driver`)).body;
  expect(rowsOf(page.log)).toHaveLength(5);
  await sandbox.step(20_000);
  expect((await sandbox.get(`${BATCHES}/${id}/log`)).body.total).toBe(312);
  expect((await session(id)).log).toHaveLength(10);
});

test("an unknown batch is 400 DLI.0002", async () => {
  const answer = await sandbox.get(`${BATCHES}/00000000-0000-0000-0000-000000000000`);
  expect([answer.status, answer.body.error_code]).toEqual([400, "DLI.0002"]);
});
