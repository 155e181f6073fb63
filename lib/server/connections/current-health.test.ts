import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PATCH } from "@/app/api/v1/connections/[id]/route";
import { GET, POST } from "@/app/api/v1/connections/route";
import { connectionHealth } from "@/lib/server/db/schema/collector";
import { answerMetrics } from "@/lib/server/routes/probe-routes";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";
import { ensureHealth } from "@/lib/server/store/fence";
import { reportHealth, type HealthReport } from "@/lib/server/store/health";
import { LEASE_MS } from "@/lib/server/store/leases";

const URL_OF = "http://127.0.0.1:3000/api/v1/connections";
const POLL_SECONDS = 20;
const LIMIT_MS = 3 * POLL_SECONDS * 1000 + 1_000;
const MINUTE_MS = 60_000;

let services: TestServices;
let headers: Record<string, string>;

beforeAll(async () => {
  services = await createTestServices();
  headers = await services.browser(await services.user("admin"));
  const body = {
    id: "lake",
    name: "Lake",
    vendor: "dremio",
    baseUrl: "https://dremio.example.com",
    auth: { type: "token", token: "secret" },
    pollSeconds: POLL_SECONDS,
  };
  const made = await POST(new Request(URL_OF, { method: "POST", headers, body: JSON.stringify(body) }));
  expect(made.status).toBe(201);
});
afterAll(() => services.close());
beforeEach(async () => {
  await change({ paused: false, pollSeconds: POLL_SECONDS });
  await services.db.delete(connectionHealth);
  await ensureHealth(services.db, "lake", services.clock.at);
});

const change = async (body: unknown) => {
  const answer = await PATCH(new Request(`${URL_OF}/lake`, { method: "PATCH", headers, body: JSON.stringify(body) }));
  expect(answer.status).toBe(200);
};
const report = (more: Partial<HealthReport> = {}) =>
  reportHealth(services.db, "lake", {
    health: "ok",
    at: services.clock.at,
    answered: true,
    error: null,
    nextPollAt: services.clock.at + POLL_SECONDS * 1000,
    spent: 0,
    ...more,
  });
const lease = (until: number) =>
  services.db.update(connectionHealth).set({ leaseUntil: until }).where(eq(connectionHealth.connection, "lake"));
const shown = async () => {
  const { items } = (await (await GET(new Request(URL_OF, { headers }))).json()) as {
    items: { health: string; since: string; lastError: { code: string } | null; lastAnswerAt: string | null }[];
  };
  const [lake] = items;
  return lake && { health: lake.health, since: Date.parse(lake.since), code: lake.lastError?.code ?? null };
};
/** The next poll was announced: three intervals count from there. */
const due = POLL_SECONDS * 1000 + LIMIT_MS;

test("a connection that no collector asks any more fails since the last answer, and says why", async () => {
  const answeredAt = services.clock.at;
  await report();
  services.clock.at += due;
  expect(await shown()).toMatchObject({ health: "ok", code: null });
  services.clock.at += 1;
  expect(await shown()).toEqual({ health: "failing", since: answeredAt, code: "not_asked" });
  const text = await (await answerMetrics(new Request("http://x/metrics"))).text();
  expect(text).toContain('jobwatch_connection_health{connection="lake",health="failing"} 1');
  expect(text).toContain('jobwatch_connection_health{connection="lake",health="ok"} 0');
  await report();
  expect(await shown()).toMatchObject({ health: "ok", code: null });
});

test("a connection that is asked seldom is not silent", async () => {
  await change({ pollSeconds: 3600 });
  await report({ nextPollAt: services.clock.at + 3_600_000 });
  services.clock.at += 3 * 3_600_000;
  expect(await shown()).toMatchObject({ health: "ok" });
});

test("a back-off that was announced is no silence, and the vendor's own error stays the word on it", async () => {
  const error = { code: "rate-limited", message: "HTTP 429" };
  await report({ health: "slow", answered: false, error, nextPollAt: services.clock.at + 30 * MINUTE_MS });
  services.clock.at += 30 * MINUTE_MS;
  expect(await shown()).toMatchObject({ health: "slow", code: "rate-limited" });
});

test("one that failed before nobody asked keeps since when", async () => {
  const failedAt = services.clock.at;
  await report({ health: "failing", answered: false, error: { code: "unavailable", message: "HTTP 502" } });
  services.clock.at += due + 1;
  expect(await shown()).toEqual({ health: "failing", since: failedAt, code: "not_asked" });
});

test("a collector that lives may take long over a sweep, and not for ever", async () => {
  await report();
  services.clock.at += due + 1;
  await lease(services.clock.at + LEASE_MS);
  expect(await shown()).toMatchObject({ health: "ok" });
  services.clock.at += 10 * MINUTE_MS;
  await lease(services.clock.at + LEASE_MS);
  expect(await shown()).toMatchObject({ health: "failing", code: "no_reading" });
});

test("one that is paused or was never asked is neither working nor failing", async () => {
  services.clock.at += 120 * MINUTE_MS;
  expect(await shown()).toMatchObject({ health: "starting" });
  await report();
  await change({ paused: true });
  services.clock.at += 120 * MINUTE_MS;
  expect(await shown()).toMatchObject({ health: "paused", code: null });
});
