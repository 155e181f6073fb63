import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { getJob } from "@/lib/server/jobs/get-job";
import { listJobs } from "@/lib/server/jobs/list-jobs";
import { requestAction } from "@/lib/server/jobs/request-action";
import { control, lake, OPERATOR, World } from "@/lib/server/jobs/testkit/world";
import { connectionHealthRows } from "@/lib/server/store/health";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

let sandbox: RunningSandbox;
let world: World;

const QUERY = { sort: "-submittedAt", limit: 200 } as const;
const within = { timeout: 30_000, interval: 100 };

async function list(query: object = {}) {
  const answer = await listJobs(world.services, OPERATOR, { ...QUERY, ...query }, null);
  if (answer.unchanged) throw new Error("nothing was known, so nothing can be unchanged");
  return answer.list;
}

async function create(scenario: string, more: object = {}): Promise<string> {
  return (await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario, ...more })).id;
}

const ref = (id: string) => ({ connection: "lake", kind: "query", id });

beforeEach(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  world = await World.open([lake(sandbox)]);
});

afterEach(async () => {
  await world.close();
  await sandbox.close();
});

test("a job is listed, followed to its end, and its counts add up", async () => {
  const id = await create("slow-run");
  await world.collect();
  await vi.waitFor(async () => expect((await list()).items.map((job) => job.id)).toContain(id), within);
  await vi.waitFor(async () => expect((await list({ q: id })).items[0]?.state).toBe("running"), within);
  const { counts } = await list();
  expect(counts?.byState.running).toBe(1);
  const detail = await getJob(world.services, OPERATOR, ref(id), null);
  expect(detail.details.type).toBe("dremio/query");
  expect(detail.timeline.length).toBeGreaterThan(0);
  await control(sandbox, "POST", "/clock", { stepMs: 3_600_000 });
  await vi.waitFor(async () => expect((await list({ q: id })).items[0]?.state).toBe("succeeded"), within);
  expect((await list()).counts?.byState).toMatchObject({ running: 0 });
});

test("a cancel is accepted, then confirmed by a reading, with one vendor call for many clicks", async () => {
  const id = await create("slow-run");
  await world.collect();
  await vi.waitFor(async () => expect((await list({ q: id })).items[0]?.actions).toEqual(["cancel"]), within);
  const clicks = Array.from({ length: 50 }, () => requestAction(world.services, OPERATOR, ref(id), "cancel", {}));
  const answers = await Promise.all(clicks);
  expect(new Set(answers.map(({ auditId }) => auditId)).size).toBe(1);
  expect((await list({ q: id })).items[0]).toMatchObject({ state: "stopping" });
  const calls = await control<{ count: number }>(sandbox, "GET", "/calls?path=/cancel$");
  expect(calls.count).toBe(1);
  await vi.waitFor(async () => {
    const detail = await getJob(world.services, OPERATOR, ref(id), null);
    expect(detail.state).toBe("cancelled");
    expect(detail.events.find((event) => event.type === "action")).toMatchObject({ outcome: "confirmed" });
  }, within);
});

test("a vendor that does not answer changes no state, and is seen failing", async () => {
  const id = await create("slow-run");
  await world.collect();
  await vi.waitFor(async () => expect((await list({ q: id })).items[0]?.state).toBe("running"), within);
  await control(sandbox, "POST", "/fault", {
    kind: "status",
    status: 502,
    body: "<html>bad gateway</html>",
    contentType: "text/html",
  });
  await vi.waitFor(
    async () => expect((await connectionHealthRows(world.database.db))[0]?.health).toBe("failing"),
    within,
  );
  expect((await list({ q: id })).items[0]).toMatchObject({ state: "running", stale: true });
  await control(sandbox, "DELETE", "/fault");
  await vi.waitFor(
    async () => expect((await list({ q: id })).items[0]).toMatchObject({ state: "running", stale: false }),
    within,
  );
});

test("a purged job keeps its last state and says that it is gone", async () => {
  const id = await create("slow-run");
  await world.collect();
  await vi.waitFor(async () => expect((await list({ q: id })).items[0]?.state).toBe("running"), within);
  await control(sandbox, "DELETE", `/jobs/${id}`);
  await vi.waitFor(
    async () => expect((await list({ q: id })).items[0]).toMatchObject({ state: "running", gone: true, stale: true }),
    within,
  );
  expect((await list({ q: id })).items[0]?.actions).toEqual([]);
});

test("a job of a removed connection keeps its page and its last state, and offers nothing", async () => {
  const id = await create("slow-run");
  await world.collect();
  await vi.waitFor(async () => expect((await list({ q: id })).items[0]?.actions).toEqual(["cancel"]), within);
  world.hub.configure([]);
  expect((await list({ q: id })).items[0]).toMatchObject({ stale: true, gone: false, actions: [] });
  const detail = await getJob(world.services, OPERATOR, ref(id), null);
  expect(detail).toMatchObject({ stale: true, gone: false, actions: [] });
  expect(["starting", "running"]).toContain(detail.state);
});
