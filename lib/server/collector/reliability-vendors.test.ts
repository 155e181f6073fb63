import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { startCollector } from "@/lib/server/collector/collector";
import { readJob } from "@/lib/server/collector/read-job";
import { sweep } from "@/lib/server/collector/sweep";
import { getJob } from "@/lib/server/jobs/get-job";
import { requestAction } from "@/lib/server/jobs/request-action";
import { control, lake, OPERATOR, World } from "@/lib/server/jobs/testkit/world";
import { startHostileVendor, type HostileVendor } from "@/lib/server/outbound/testing/hostile-vendor";
import { ensureHealth } from "@/lib/server/store/fence";
import { connectionHealthRows } from "@/lib/server/store/health";
import { noteInterest } from "@/lib/server/store/interest";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";
import { VendorError } from "@/lib/vendors/errors";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

let sandbox: RunningSandbox;
let hung: HostileVendor;
let world: World;
const within = { timeout: 30_000, interval: 100 };
const ref = (id: string, connection = "lake") => ({ connection, kind: "query", id });
const TOKEN = "sandbox-dremio-token";

beforeAll(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  hung = await startHostileVendor(() => undefined);
  const slow = lake({ ...sandbox, origin: hung.url }, { id: "slow" });
  // A call that hangs does so for longer than any of these tests; a drip ends in time.
  world = await World.open([lake(sandbox), slow], { timings: { deadlineMs: 120_000, backoffMs: 5 } });
  for (const id of ["lake", "slow"]) await ensureHealth(world.database.db, id, Date.now());
});
afterEach(async () => {
  await control(sandbox, "DELETE", "/fault");
  live().door.clearBackOff();
});
afterAll(async () => {
  await world.close();
  await hung.close();
  await sandbox.close();
});

function live(id = "lake"): LiveConnection {
  const found = world.hub.get(id);
  if (!found) throw new Error(`${id} is not open`);
  return found;
}

async function create(more: object = {}): Promise<string> {
  return (await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario: "slow-run", ...more })).id;
}

const look = (more: { over?: LiveConnection; lastMissing?: string | null } = {}) =>
  sweep({
    db: world.database.db,
    now: Date.now,
    fence: null,
    live: more.over ?? live(),
    signal: new AbortController().signal,
    recentSince: null,
    lastProgress: null,
    lastMissing: more.lastMissing ?? null,
  });
const job = (id: string) => getJob(world.services, OPERATOR, ref(id), null);
const fault = (facts: object) => control(sandbox, "POST", "/fault", facts);

async function failure(work: Promise<unknown>): Promise<VendorError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VendorError)) throw new Error(`no failure of the vendor: ${String(error)}`);
  return error;
}

describe("a list that is none", () => {
  test.each([
    ["a log-in page with status 200", { kind: "html" }, "contract"],
    ["JSON that is cut off", { kind: "truncate" }, "contract"],
    ["100,000 levels", { kind: "deep" }, "contract"],
    ["200 MB", { kind: "huge" }, "too-large"],
    ["200 MB in a small gzip", { kind: "gzip-bomb" }, "too-large"],
    ["a redirect to somewhere else", { kind: "redirect", to: "http://127.0.0.1:1/" }, "redirected"],
    ["a cut in the middle of the body", { kind: "reset", afterBytes: 20 }, "unavailable"],
    ["a 502", { kind: "status", status: 502 }, "unavailable"],
    ["a 500 that echoes the credential", { kind: "echo-credential" }, ""],
  ])("%s: named, nothing of it stored, and the jobs stay as they are", async (_, facts, reason) => {
    const id = await create();
    await vi.waitFor(async () => {
      await look();
      expect((await job(id)).vendorState).toBe("RUNNING");
    }, within);
    const before = await job(id);
    const rssBefore = process.memoryUsage().rss;
    await fault(facts);
    const error = await failure(look());
    if (reason !== "") expect(error.reason).toBe(reason);
    expect(error.message).not.toContain(TOKEN);
    expect(error.message).not.toContain("<html");
    expect(process.memoryUsage().rss - rssBefore).toBeLessThan(160 * 1024 * 1024);
    await control(sandbox, "DELETE", "/fault");
    const after = await job(id);
    expect([after.state, after.gone, after.timeline]).toEqual([before.state, false, before.timeline]);
    live().door.clearBackOff();
    await look();
  });
});

describe("rows", () => {
  test("poison in one of them: the others are there, and it is too", async () => {
    const good = await create();
    const poison = await create({ sql: `select '\u0000 \ud800 \u202e' -- ${"x".repeat(200_000)}`, user: "a\u0000b" });
    await look();
    expect((await job(good)).id).toBe(good);
    expect(await job(poison)).toMatchObject({ id: poison, owner: "a\u2400b" });
  });

  test("an owner that no index takes is cut, not the job", async () => {
    const owner = Array.from({ length: 9_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000))).join("");
    const id = await create({ user: owner });
    await look();
    const { owner: shown } = await job(id);
    expect(owner.startsWith(shown?.replace("…", "") ?? "?")).toBe(true);
    expect((await job(id)).actions).toEqual(["cancel"]);
  });

  test("a word that no one has taught us is shown as it is, is not the end, and offers nothing", async () => {
    const id = await create({ scenario: "unknown-state" });
    await look();
    expect(await job(id)).toMatchObject({ state: "unknown", vendorState: "FOO", actions: [], gone: false });
    await look();
    await control(sandbox, "DELETE", `/jobs/${id}`);
  });
});

describe("one job", () => {
  test("that may not be read keeps its state and says so; the others go on", async () => {
    const [closed, open] = [await create(), await create()];
    await look();
    await fault({ kind: "status", status: 403, path: `/job/${closed}` });
    const error = await failure(readJob(live(), ref(closed), { db: world.database.db, now: Date.now, fence: null }));
    expect(error.reason).toBe("forbidden");
    await look();
    expect(await job(closed)).toMatchObject({ gone: false });
    expect((await job(closed)).state).not.toBe("failed");
    expect(await job(open)).toMatchObject({ stale: expect.any(Boolean), gone: false });
  });
});

describe("a list without end, or without its jobs", () => {
  const withList = (changes: Partial<LiveConnection["connector"]>): LiveConnection => ({
    ...live(),
    connector: { ...live().connector, ...changes },
  });

  test("is cut after twenty pages, or where it goes in a circle, and says so", async () => {
    for (const [circle, most] of [
      [false, 20],
      [true, 2],
    ] as const) {
      let pages = 0;
      const over = withList({
        listJobs: async () => {
          pages += 1;
          return { items: [], skipped: [], cursor: circle ? "again" : `page ${pages}` };
        },
        getJob: async () => Promise.reject(forbidden()),
      });
      expect((await look({ over })).notice?.code).toBe("list_truncated");
      expect(pages).toBe(most);
    }
  });

  test("jobs that left it take turns being asked for, and none is gone before the vendor says so by id", async () => {
    const ids = await Promise.all(Array.from({ length: 25 }, () => create()));
    await look();
    const asked: string[] = [];
    const over = withList({
      listJobs: async () => ({ items: [], skipped: [], cursor: null }),
      getJob: async (_, { id }) => {
        asked.push(id);
        throw forbidden();
      },
    });
    let lastMissing: string | null = null;
    for (let round = 0; round < 3; round++) {
      const before = asked.length;
      ({ lastMissing } = await look({ over, lastMissing }));
      expect(asked.length - before).toBeLessThanOrEqual(20);
    }
    expect(ids.filter((id) => !asked.includes(id))).toEqual([]);
    for (const id of ids.slice(0, 3)) expect(await job(id)).toMatchObject({ gone: false });
    await look();
  });
});

function forbidden(): VendorError {
  return new VendorError({ vendor: "dremio", operation: "GET /job/{id}", reason: "forbidden", message: "Not yours." });
}

test("a vendor that echoes credentials leaves none in the database, the audit or the log", async () => {
  const lines: unknown[] = [];
  const log = { info: (...line: unknown[]) => lines.push(line), warn: (...line: unknown[]) => lines.push(line) };
  const { database, hub } = world;
  const id = await create();
  await look();
  await fault({ kind: "echo-credential", status: 400 });
  await requestAction(world.services, OPERATOR, ref(id), "cancel", {}).catch(() => null);
  await noteInterest(database.db, ref(id), Date.now() + 60_000);
  const collector = await startCollector({ database, hub, now: Date.now, random: Math.random, log });
  const health = async () => (await connectionHealthRows(database.db)).find(({ connection }) => connection === "lake");
  await vi.waitFor(async () => expect((await health())?.health).toBe("failing"), within);
  const failed = (await health())?.lastErrorAt ?? 0;
  await vi.waitFor(async () => expect((await health())?.lastErrorAt).toBeGreaterThan(failed), within);

  const text = JSON.stringify(lines) + (await everyRow());
  const spellings = ["utf8", "base64", "base64url", "hex"] as const;
  for (const spelling of spellings) expect(text).not.toContain(Buffer.from(TOKEN).toString(spelling));
  // One line for the change, however many rounds have failed; and one for the way back.
  const about = () => lines.filter((line) => JSON.stringify(line).includes('"lake"'));
  expect(about()).toHaveLength(1);
  await control(sandbox, "DELETE", "/fault");
  live().door.clearBackOff();
  await vi.waitFor(async () => expect((await health())?.health).toBe("ok"), within);
  expect(about()).toHaveLength(2);
  await collector.stop();
});

test("a vendor that hangs delays nobody else, is asked once at a time, and is left at once when it is told to stop", async () => {
  const asked = hung.requests.length;
  const collector = await world.collect();
  await vi.waitFor(() => expect(hung.requests.length).toBeGreaterThan(asked), within);
  const [waiting, spent] = [hung.requests.length, live().door.callsSpent()];
  await vi.waitFor(() => expect(live().door.callsSpent()).toBeGreaterThan(spent + 3), within);
  expect(hung.requests.length).toBe(waiting);

  const healthOf = async (id: string) =>
    (await connectionHealthRows(world.database.db)).find(({ connection }) => connection === id);
  const before = await healthOf("slow");
  // Its new address answers: the old question is given up, and its end is no failure.
  world.hub.configure([live().config, lake(sandbox, { id: "slow", configVersion: 2 })]);
  await vi.waitFor(async () => expect((await healthOf("slow"))?.health).toBe("ok"), within);
  expect((await healthOf("slow"))?.lastErrorAt).toBe(before?.lastErrorAt);
  await vi.waitFor(() => expect(hung.openSockets()).toBe(0), within);
  await collector.stop();
  expect((await healthOf("lake"))?.health).toBe("ok");
});

/** All that the database holds, as text. */
async function everyRow(): Promise<string> {
  const { db } = world.database;
  const select = async (query: string) =>
    ((await db.execute(sql.raw(query))) as unknown as { rows: Record<string, unknown>[] }).rows;
  const tables = await select("select tablename from pg_tables where schemaname = 'public'");
  const rows = await Promise.all(
    tables.map(({ tablename }) => select(`select to_jsonb(t)::text as row from "${String(tablename)}" t`)),
  );
  const text = JSON.stringify(rows);
  return text;
}
