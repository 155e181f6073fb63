import { afterAll, beforeAll, expect, test } from "vitest";
import { readJob } from "@/lib/server/collector/read-job";
import { getJob } from "@/lib/server/jobs/get-job";
import { OPERATOR, World } from "@/lib/server/jobs/testkit/world";
import { ensureHealth } from "@/lib/server/store/fence";
import { freshness } from "@/lib/server/store/list-jobs";
import { DEFAULT_PROJECT_ID, FIXED_TOKEN } from "@/sandbox/huawei-dli/accounts";
import { TestSandbox } from "@/sandbox/huawei-dli/testing";

let sandbox: TestSandbox;
let world: World;

beforeAll(async () => {
  sandbox = await TestSandbox.start({ jobs: { sql: 0, flink: 0, sparkBatch: 0, arrivals: false } });
  world = await World.open([
    {
      id: "dli",
      name: "DLI",
      vendor: "huawei-dli",
      baseUrl: sandbox.origin,
      settings: { baseUrl: sandbox.origin, consoleUrl: null, projectId: DEFAULT_PROJECT_ID },
      auth: { type: "token", scheme: "iam-token", values: { token: FIXED_TOKEN } },
      trust: "file",
      ca: null,
      pollSeconds: 60,
      budgetPerMinute: 6000,
      paused: false,
      jobs: [],
      configVersion: 1,
    },
  ]);
  await ensureHealth(world.database.db, "dli", Date.now());
});
afterAll(async () => {
  await world.close();
  await sandbox.close();
});

/** Reads a job by id as the collector does, and answers with its page. */
async function read(id: string) {
  const live = world.hub.get("dli");
  if (!live) throw new Error("dli is not open");
  const ref = { connection: "dli", kind: "sql", id };
  await readJob(live, ref, { db: world.database.db, now: Date.now, fence: null });
  return getJob(world.services, OPERATOR, ref, null);
}
const version = async () => (await freshness(world.database.db))[0]?.version;

test("why a job's progress cannot be known is kept in the vendor's words, changes no state, and goes with the next answer", async () => {
  const id = await sandbox.make("sql", "runs-forever");
  await sandbox.turn("progressErrors", 0);
  expect(await read(id)).toMatchObject({ state: "running", progressProblem: null, readProblem: null });

  await sandbox.turn("progressErrors", 1);
  const without = await read(id);
  expect(without).toMatchObject({
    state: "running",
    vendorState: "RUNNING",
    subjobs: null,
    readProblem: null,
    progressProblem: {
      code: "DLI.0999",
      message: expect.stringContaining("queue backend version is too old or the queue is busy"),
    },
  });
  expect(without.events.filter(({ type }) => type === "transition")).toHaveLength(1);

  // The same again is no news: since when stays, and nothing is written.
  const before = await version();
  expect((await read(id)).progressProblem).toEqual(without.progressProblem);
  expect(await version()).toBe(before);

  await sandbox.turn("progressErrors", 0);
  expect(await read(id)).toMatchObject({ state: "running", progressProblem: null });
});
