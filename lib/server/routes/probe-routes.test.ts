import { afterEach, describe, expect, it } from "vitest";
import { metrics } from "@/lib/server/metrics";
import { answerHealth, answerMetrics, answerReadiness } from "@/lib/server/routes/probe-routes";
import { setServices } from "@/lib/server/routes/services";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";

describe("the probes", () => {
  let services: TestServices;
  afterEach(() => services.close());
  const scrape = (headers: Record<string, string> = {}) => answerMetrics(new Request("http://x/metrics", { headers }));

  it("say that the process and its database are there, and nothing else", async () => {
    services = await createTestServices();
    expect(await (await answerHealth()).json()).toEqual({ ok: true });
    const ready = await answerReadiness();
    expect([ready.status, await ready.json(), ready.headers.get("cache-control")]).toEqual([
      200,
      { ok: true },
      "no-store",
    ]);
  });

  it("are not ready without the database, and still alive", async () => {
    services = await createTestServices();
    const refuse = () => {
      throw new Error("canary");
    };
    setServices({ ...services, db: new Proxy(services.db, { get: () => refuse }) });
    const ready = await answerReadiness();
    expect([ready.status, await ready.text()]).toEqual([503, '{"ok":false}']);
    expect((await answerHealth()).status).toBe(200);
    expect((await scrape()).status).toBe(503);
  });

  it("give Prometheus text, behind the token where there is one", async () => {
    services = await createTestServices({ metricsToken: "scrape-me" });
    metrics().vendorCalls.inc({ connection: "lake", outcome: "answered" });
    expect((await scrape()).status).toBe(401);
    for (const authorization of ["Bearer wrong", "Bearer %", "scrape-me"]) {
      expect((await scrape({ authorization })).status).toBe(401);
    }
    const good = await scrape({ authorization: "Bearer scrape-me" });
    expect(good.headers.get("content-type")).toMatch(/^text\/plain; version=/);
    expect(await good.text()).toContain('jobwatch_vendor_calls_total{connection="lake",outcome="answered"}');
  });
});
