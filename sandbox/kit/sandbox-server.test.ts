import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox, listen, type RunningSandbox } from "./sandbox-server";
import { WorldClock } from "./world-clock";

let running: RunningSandbox;
let resets = 0;

beforeEach(async () => {
  resets = 0;
  const app = new Hono();
  app.get("/hello", (c) => c.json({ hello: "world" }));
  app.post("/echo", async (c) => c.text(await c.req.text()));
  app.delete("/hello", (c) => c.body(null, 204));
  const clock = new WorldClock();
  running = await listen(
    createSandbox({ name: "test", clock, app, switches: { odd: false }, reset: () => resets++ }),
    0,
  );
});
afterEach(() => running.close());

const call = (path: string, init?: RequestInit) => fetch(running.origin + path, { redirect: "manual", ...init });
const door = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
  const response = await call(`/__sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
};

describe("faults", () => {
  it("strikes only where method and path fit, as often as asked", async () => {
    await door("POST", "fault", { kind: "status", status: 503, method: "GET", path: "^/hello", times: 1 });
    expect((await call("/echo", { method: "POST", body: "x" })).status).toBe(200);
    expect((await call("/hello")).status).toBe(503);
    expect((await call("/hello")).status).toBe(200);
    expect((await door("GET", "fault")).faults).toEqual([]);
  });

  it("waits, and still hands the whole request over", async () => {
    await door("POST", "fault", { kind: "delay", ms: 60 });
    const before = performance.now();
    expect(await (await call("/echo", { method: "POST", body: "äöü" })).text()).toBe("äöü");
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  it("rewrites a body and tells its true length", async () => {
    await door("POST", "fault", { kind: "replace", from: "world", to: "wörld and all" });
    const replaced = await call("/hello");
    expect(await replaced.json()).toEqual({ hello: "wörld and all" });
    expect((await call("/hello", { method: "DELETE" })).status).toBe(204);
    await door("DELETE", "fault");
    await door("POST", "fault", { kind: "truncate", keep: 0.5 });
    expect(await (await call("/hello")).text()).toBe('{"hello"');
  });

  it("breaks off after some bytes", async () => {
    await door("POST", "fault", { kind: "reset", afterBytes: 50 });
    const response = await call("/hello");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it("nests deeply, redirects, and shows the credential that it was given", async () => {
    await door("POST", "fault", { kind: "deep", levels: 1_000, times: 1 });
    expect((await (await call("/hello")).text()).length).toBe(2_000);
    await door("POST", "fault", { kind: "redirect", status: 302, to: "http://127.0.0.1:1/", times: 1 });
    expect((await call("/hello")).headers.get("location")).toBe("http://127.0.0.1:1/");
    await door("POST", "fault", { kind: "echo-credential", times: 1 });
    const told = await call("/hello", { headers: { "x-auth-token": "a-secret" } });
    expect([told.status, await told.text()]).toEqual([500, '{"errorMessage":"refused: a-secret"}']);
  });

  it("sends a small gzip that unpacks to megabytes", async () => {
    await door("POST", "fault", { kind: "gzip-bomb", megabytes: 3, times: 1 });
    expect((await (await call("/hello")).text()).length).toBe(3 * 1024 * 1024);
  });
});

describe("the control door", () => {
  it("steps, freezes and speeds the clock", async () => {
    const frozen = await door("POST", "clock", { speed: 0 });
    const stepped = await door("POST", "clock", { stepMs: 90_000 });
    expect(Number(stepped.now) - Number(frozen.now)).toBe(90_000);
    expect((await door("GET", "clock")).now).toBe(stepped.now);
  });

  it("turns switches, restores them, and resets the world", async () => {
    expect(await door("POST", "fault", { switch: "odd", value: true })).toMatchObject({ switches: { odd: true } });
    expect(await door("DELETE", "fault")).toMatchObject({ switches: { odd: false } });
    await door("POST", "reset");
    expect(resets).toBe(1);
  });

  it("records calls with their bodies, but not its own", async () => {
    await call("/echo", { method: "POST", body: "one" });
    await call("/hello");
    expect(await door("GET", "calls")).toMatchObject({
      count: 2,
      items: [
        { method: "POST", path: "/echo", status: 200, body: "one" },
        { method: "GET", path: "/hello", status: 200, body: "" },
      ],
    });
    expect((await door("GET", "calls?path=echo")).count).toBe(1);
  });
});
