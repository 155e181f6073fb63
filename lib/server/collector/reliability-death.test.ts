import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startCollector, type Collector } from "@/lib/server/collector/collector";
import type { Cancel, Word } from "@/lib/server/collector/testing/dying-server";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { killAll, killHard, messageOf, startScript } from "@/lib/server/db/testing/child";
import { control, lake } from "@/lib/server/jobs/testkit/world";
import { createOutbound } from "@/lib/server/outbound/outbound";
import { connectionHealthRows } from "@/lib/server/store/health";
import { LEASE_MS } from "@/lib/server/store/leases";
import { ConnectionHub } from "@/lib/server/vendors/connection-hub";
import { vendors } from "@/lib/vendors/registry";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

// Each life is a process of its own, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 240_000 });
const within = { timeout: 60_000, interval: 100 };

let sandbox: RunningSandbox;
let folder: string;

beforeEach(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  folder = mkdtempSync(join(tmpdir(), "jobwatch-death-"));
});
afterEach(async () => {
  await killAll();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

async function create(): Promise<string> {
  return (await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario: "slow-run" })).id;
}

async function cancelCalls(id: string): Promise<number> {
  return (await control<{ count: number }>(sandbox, "GET", `/calls?path=${id}/cancel$`)).count;
}

/** A life of the server on the same directory, until what it says is what the test waits for. */
async function live(cancels: Cancel[], until: (word: Word) => boolean): Promise<Word> {
  const args = [join(folder, "data"), sandbox.origin, JSON.stringify(cancels)];
  const server = startScript("lib/server/collector/testing/dying-server.ts", args);
  for (;;) {
    const word = await messageOf<Word>(server);
    if (!until(word)) continue;
    await killHard(server);
    return word;
  }
}

// Only the embedded database knows that whoever asked before is dead; on a shared one that takes a minute.
const engine = process.env.TEST_ENGINE === "postgres" ? "postgres" : "embedded";
if (engine === "embedded") {
  test("kill -9 before a vendor call and after its answer: nothing is sent twice or late, and everything comes to an end", async () => {
    const unsent: string[] = [];
    const sent: string[] = [];
    for (let life = 0; life < 2; life++) {
      const ids = await Promise.all([create(), create(), create(), create()]);
      const cancels = ids.map((id, n): Cancel => ({ id, stopAt: n % 2 ? "after the answer" : "before the call" }));
      await live(cancels, (word) => ids.every((id) => word.stopped.includes(id)));
      for (const { id, stopAt } of cancels) (stopAt === "before the call" ? unsent : sent).push(id);
    }
    await live([], ({ outcomes }) => {
      return sent.every((id) => outcomes[id] === "confirmed") && unsent.every((id) => outcomes[id] === "unknown");
    });
    await control(sandbox, "POST", "/clock", { stepMs: 24 * 3_600_000 });
    const end = await live([], ({ outcomes }) => unsent.every((id) => outcomes[id] === "overtaken"));
    expect(end.auditOk).toBe(true);
    expect(await Promise.all(unsent.map(cancelCalls))).toEqual([0, 0, 0, 0]);
    expect(await Promise.all(sent.map(cancelCalls))).toEqual([1, 1, 1, 1]);
  });
}

test("two collectors on one database: one asks the vendor, and the other takes over when the first is silent", async () => {
  const shared = { ...(await createTestDatabase()), engine: "postgres" as const };
  const outbound = createOutbound({ vendorNetworks: [] });
  const log = { info: () => {}, warn: () => {} };
  const started: Collector[] = [];
  const start = async (now: () => number) => {
    const hub = new ConnectionHub(outbound, vendors, now);
    hub.configure([lake(sandbox)]);
    started.push(await startCollector({ database: shared, hub, now, random: Math.random, log }));
    return { spent: () => hub.get("lake")?.door.callsSpent() ?? 0 };
  };
  const fence = async () => (await connectionHealthRows(shared.db))[0]?.fence ?? 0;

  const first = await start(Date.now);
  await vi.waitFor(() => expect(first.spent()).toBeGreaterThan(2), within);
  const beside = await start(Date.now);
  const before = first.spent();
  await vi.waitFor(() => expect(first.spent()).toBeGreaterThan(before + 2), within);
  expect(beside.spent()).toBe(0);

  // To this one the others have been silent for longer than a lease lasts.
  const fenceBefore = await fence();
  const heir = await start(() => Date.now() + LEASE_MS + 5_000);
  await vi.waitFor(() => expect(heir.spent()).toBeGreaterThan(2), within);
  expect(await fence()).toBeGreaterThan(fenceBefore);
  // By now the first one has noticed: from here on the vendor hears one of them.
  await vi.waitFor(async () => {
    const [was, from] = [first.spent() + beside.spent(), heir.spent()];
    await vi.waitFor(() => expect(heir.spent()).toBeGreaterThan(from + 2), within);
    expect(first.spent() + beside.spent()).toBe(was);
  }, within);

  await Promise.all(started.map((collector) => collector.stop()));
  await outbound.close();
  await shared.close();
});
