import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { DELETE, PATCH } from "@/app/api/v1/connections/[id]/route";
import { POST } from "@/app/api/v1/connections/route";
import { POST as TEST } from "@/app/api/v1/connections/test/route";
import { startCollector, type Collector } from "@/lib/server/collector/collector";
import { configuredConnections, onConnectionsChange } from "@/lib/server/connections/configured-connections";
import { control } from "@/lib/server/jobs/testkit/world";
import { collectors } from "@/lib/server/db/schema/collector";
import { createOutbound, type Outbound } from "@/lib/server/outbound/outbound";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";
import { connectionHealthRows } from "@/lib/server/store/health";
import { ConnectionHub } from "@/lib/server/vendors/connection-hub";
import { vendors } from "@/lib/vendors/registry";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

/** Far less than the five minutes for which refused credentials are not tried again. */
const within = { timeout: 20_000, interval: 100 };
const URL_OF = "http://127.0.0.1:3000/api/v1/connections";

let sandbox: RunningSandbox;
let services: TestServices;
let admin: Record<string, string>;
let outbound: Outbound;
let hub: ConnectionHub;
let collector: Collector;
let unsubscribe: () => void;

beforeAll(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  services = await createTestServices({ vendorNetworks: ["127.0.0.0/8"] });
  services.clock.at = Date.now();
  services.now = Date.now;
  admin = await services.browser(await services.user("admin"));
  outbound = createOutbound({ vendorNetworks: ["127.0.0.0/8"] });
  hub = new ConnectionHub(outbound, vendors, Date.now);
  unsubscribe = await onConnectionsChange(() => void configuredConnections().then((all) => hub.configure(all)));
  const log = { info: () => {}, warn: () => {} };
  const database = { db: services.db, engine: "embedded" as const, close: async () => {} };
  collector = await startCollector({ database, hub, now: Date.now, random: Math.random, log });
});
beforeEach(async () => {
  const auth = { type: "token", token: "not-the-token" };
  const made = await ask(POST, "POST", "", {
    id: "lake",
    name: "Lake",
    vendor: "dremio",
    baseUrl: sandbox.origin,
    auth,
    pollSeconds: 2,
  });
  expect(made.status).toBe(201);
});
afterEach(async () => {
  await control(sandbox, "DELETE", "/fault");
  await ask(DELETE, "DELETE", "/lake", {});
  await vi.waitFor(() => expect(hub.get("lake")).toBeNull(), within);
});
afterAll(async () => {
  await collector.stop();
  unsubscribe();
  hub.close();
  await outbound.close();
  await services.close();
  await sandbox.close();
});

function ask(route: (request: Request) => Promise<Response>, method: string, path: string, body: object) {
  return route(new Request(`${URL_OF}${path}`, { method, headers: admin, body: JSON.stringify(body) }));
}

async function becomes(health: string): Promise<void> {
  await vi.waitFor(async () => {
    const row = (await connectionHealthRows(services.db)).find(({ connection }) => connection === "lake");
    expect(row?.health).toBe(health);
  }, within);
}

/** In which the collector would have heard of it. */
async function twoRounds(): Promise<void> {
  const seenAt = async () => (await services.db.select().from(collectors))[0]?.seenAt ?? 0;
  const before = await seenAt();
  await vi.waitFor(async () => expect(await seenAt()).toBeGreaterThan(before + 1_500), within);
}

const change = (body: object) => ask(PATCH, "PATCH", "/lake", body);
const RIGHT = { auth: { type: "token", token: "sandbox-dremio-token" } };

test("a credential that was refused is asked with again as soon as another one is saved", async () => {
  await becomes("failing");
  expect((await change(RIGHT)).status).toBe(200);
  await becomes("ok");
});

test("and as soon as a test of the saved connection is answered well", async () => {
  await control(sandbox, "POST", "/fault", { switch: "refuseTokens", value: true });
  await change(RIGHT);
  await becomes("failing");
  await vi.waitFor(() => expect(hub.get("lake")?.door.backOff()?.until).toBeGreaterThan(0), within);
  expect(await (await ask(TEST, "POST", "/test", { id: "lake" })).json()).toMatchObject({ ok: false });
  await control(sandbox, "DELETE", "/fault");
  expect(await (await ask(TEST, "POST", "/test", { id: "lake" })).json()).toMatchObject({ ok: true });
  await becomes("ok");
});

test("but not where the test was of another credential, which nobody saved", async () => {
  await vi.waitFor(() => expect(hub.get("lake")?.door.backOff()?.until).toBeGreaterThan(0), within);
  const before = hub.get("lake")?.door.backOff();
  expect(await (await ask(TEST, "POST", "/test", { id: "lake", ...RIGHT })).json()).toMatchObject({ ok: true });
  await twoRounds();
  expect(hub.get("lake")?.door.backOff()?.until).toBeCloseTo(before?.until ?? 0, -2);
  await becomes("failing");
});

test("and as soon as it is resumed", async () => {
  await becomes("failing");
  await change({ paused: true });
  await becomes("paused");
  await change({ ...RIGHT, paused: true });
  await change({ paused: false });
  await becomes("ok");
});
