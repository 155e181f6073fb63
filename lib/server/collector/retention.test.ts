import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { removeOld } from "@/lib/server/collector/retention";
import { sweep } from "@/lib/server/collector/sweep";
import { getJob } from "@/lib/server/jobs/get-job";
import { control, lake, OPERATOR, World } from "@/lib/server/jobs/testkit/world";
import { metrics } from "@/lib/server/metrics";
import { ensureHealth } from "@/lib/server/store/fence";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let sandbox: RunningSandbox;
let world: World;
let running: string;
const never = new AbortController().signal;
const ref = (id: string) => ({ connection: "lake", kind: "query", id });

beforeEach(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 5, alive: 0 } }), 0);
  world = await World.open([lake(sandbox)]);
  running = (await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario: "slow-run" })).id;
  await ensureHealth(world.database.db, "lake", Date.now());
});
afterEach(async () => {
  await world.close();
  await sandbox.close();
});

function live() {
  const connection = world.hub.get("lake");
  if (!connection) throw new Error("the connection is not open");
  return connection;
}

/** One pass over the vendor's lists, with everything old that ended before `cut`. */
async function look(cut: number | null): Promise<string[]> {
  await sweep({
    db: world.database.db,
    live: live(),
    fence: null,
    now: Date.now,
    signal: never,
    recentSince: Date.now() - 30 * DAY_MS,
    lastProgress: null,
    lastMissing: null,
    keepFrom: cut,
  });
  return ids();
}

async function ids(): Promise<string[]> {
  const { rows } = (await world.database.db.execute(sql`select id from jobs order by id`)) as unknown as {
    rows: { id: string }[];
  };
  return rows.map(({ id }) => id);
}

/** Removes what ended before an hour from now, as it stands at `now`. */
async function remove(now: number): Promise<number> {
  const retention = { cut: Date.now() + HOUR_MS, now, definitions: [], followed: [] };
  return (await removeOld(world.database.db, retention, () => null, never)).get("lake")?.jobs ?? 0;
}

test("a removed job that the vendor still lists stays away; asked for by its address, the vendor tells it again", async () => {
  const all = await look(null);
  expect(all.length).toBeGreaterThan(2);
  const past = all.find((id) => id !== running) ?? "";
  expect(await remove(Date.now())).toBe(all.length - 1);
  expect(await ids()).toEqual([running]);
  expect(await look(Date.now() + HOUR_MS)).toEqual([running]);
  expect((await getJob(world.services, OPERATOR, ref(past), null)).id).toBe(past);
  // On record it is followed like any other.
  expect(await look(Date.now() + HOUR_MS)).toEqual([running, past].sort());
  expect(await look(null)).toEqual(all);
});

test("an old job is kept while its page is open, without a call to its vendor, and one that the vendor has purged is unknown", async () => {
  const past = (await look(null)).find((id) => id !== running) ?? "";
  await getJob(world.services, OPERATOR, ref(past), null);
  await remove(Date.now() + DAY_MS);
  await getJob(world.services, OPERATOR, ref(past), null);
  const before = await control<{ count: number }>(sandbox, "GET", `/calls?path=${past}`);
  // Sixty days on, it is older than thirty.
  const now = Date.now() + 60 * DAY_MS;
  const services = { ...world.services, env: { ...world.services.env, retentionDays: 30 }, now: () => now };
  await getJob(services, OPERATOR, ref(past), null);
  expect(await remove(now + 5_000)).toBe(0);
  expect(await control(sandbox, "GET", `/calls?path=${past}`)).toMatchObject({ count: before.count });
  expect(await remove(now + 61_000)).toBe(1);
  await control(sandbox, "DELETE", `/jobs/${past}`);
  await expect(getJob(services, OPERATOR, ref(past), null)).rejects.toMatchObject({ code: "job_not_found" });
});

test("the collector removes by itself what is older than its days, says so once, and counts it", async () => {
  await look(null);
  await world.database.db.execute(sql`
    update jobs set ended_at = ended_at - ${40 * DAY_MS}::bigint where ended_at is not null`);
  const counted = async () =>
    (await metrics().removedJobs.get()).values.find(({ labels }) => labels.connection === "lake");
  const before = (await counted())?.value ?? 0;
  const removed = (await ids()).length - 1;
  await world.collect({ retentionDays: 30 });
  await vi.waitFor(() => expect(world.said("old jobs removed")).toMatchObject([{ jobs: removed, runs: 0 }]), 30_000);
  expect((await counted())?.value).toBe(before + removed);
});

test("without a number of days nothing is ever removed", async () => {
  const all = await look(null);
  await world.database.db.execute(sql`update jobs set ended_at = 1 where ended_at is not null`);
  const collector = await world.collect();
  await collector.stop();
  expect(await ids()).toEqual(all);
  expect(world.said("old jobs removed")).toEqual([]);
});
