import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { toApiProblem } from "@/lib/query/api-problem";
import { freshness } from "@/lib/query/freshness";
import { getJson } from "@/lib/query/get-json";
import { sendJson } from "@/lib/query/send-json";
import { session } from "@/lib/query/session";

const List = z.object({ items: z.array(z.string()), asOf: z.string() });
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin = "";
let answer: Answer = (_, response) => response.end();
const seen: IncomingMessage[] = [];

beforeEach(async () => {
  seen.length = 0;
  server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  session.began();
  session.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

describe("getJson", () => {
  it("gives the same rows again on 304, with the new asOf", async () => {
    const etag = 'W/"1"';
    answer = (request, response) =>
      request.headers["if-none-match"] === etag
        ? response.writeHead(304, { "x-as-of": "2026-01-01T00:00:02.000Z" }).end()
        : json(response, 200, { items: ["a"], asOf: "2026-01-01T00:00:00.000Z" }, { etag });
    const ask = () => getJson(`${origin}/list`, List, { query: { state: ["failed", "running"], q: null } });
    const first = await ask();
    const second = await ask();
    expect(seen.map((request) => request.url)).toEqual(Array(2).fill("/list?state=failed&state=running"));
    expect(second.items).toBe(first.items);
    expect(second.asOf).toBe("2026-01-01T00:00:02.000Z");
  });

  it("takes the server's clock over ours where they differ", async () => {
    const asOf = new Date(Date.now() + 90_000).toISOString();
    answer = (_, response) => json(response, 200, { items: [], asOf });
    await getJson(`${origin}/clock`, List);
    expect(freshness.get().offsetMs).toBeGreaterThan(80_000);
  });

  it("tells a server that does not answer from a vendor that does not, until it answers again", async () => {
    const refuse = (status: number, code: string) => {
      answer = (_, response) => json(response, status, { type: "about:blank", title: "It failed", status, code });
      return getJson(`${origin}/list`, List).catch(() => freshness.get().failing);
    };
    expect(await refuse(502, "vendor_unavailable")).toBe(false);
    expect(await refuse(503, "database_unavailable")).toBe(true);
    answer = (_, response) => json(response, 200, { items: [], asOf: new Date().toISOString() });
    await getJson(`${origin}/list`, List);
    expect(freshness.get().failing).toBe(false);
    await expect(getJson("http://127.0.0.1:1/list", List)).rejects.toMatchObject({ code: "no_answer" });
    expect(freshness.get().failing).toBe(true);
  });

  it("reads a problem by its code, with what to wait", async () => {
    answer = (_, response) =>
      json(
        response,
        429,
        { type: "about:blank", title: "Slow down", status: 429, code: "too_many_requests" },
        { "retry-after": "3" },
      );
    const problem = toApiProblem(await getJson(`${origin}/x`, List).catch((error: unknown) => error));
    expect([problem.code, problem.status, problem.retryAfterMs]).toEqual(["too_many_requests", 429, 3000]);
  });

  it("does not believe a page of HTML or a changed shape", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>hello");
    await expect(getJson(`${origin}/html`, List)).rejects.toMatchObject({ code: "unexpected_answer" });
    answer = (_, response) => json(response, 200, { items: "a" });
    await expect(getJson(`${origin}/shape`, List)).rejects.toMatchObject({ code: "unexpected_answer" });
  });

  it("calls a refused connection no answer", async () => {
    await expect(getJson("http://127.0.0.1:1/x", List)).rejects.toMatchObject({ code: "no_answer", status: 0 });
  });

  it("asks nothing more after the first 401", async () => {
    answer = (_, response) => json(response, 401, { type: "x", title: "x", status: 401, code: "unauthenticated" });
    await expect(getJson(`${origin}/x`, List)).rejects.toMatchObject({ status: 401 });
    expect(session.get()).toBe("out");
    await expect(getJson(`${origin}/x`, List)).rejects.toMatchObject({ status: 401 });
    expect(seen).toHaveLength(1);
  });

  it("tells other tabs that the session ended", async () => {
    const other = new BroadcastChannel("jobwatch-session");
    const heard = new Promise((resolve) => (other.onmessage = (message) => resolve(message.data)));
    session.ended();
    expect(await heard).toBe("out");
    other.close();
  });
});

describe("sendJson", () => {
  it("carries the headers that the server insists on", async () => {
    answer = (_, response) => json(response, 202, { ok: true });
    await sendJson("POST", `${origin}/act`, { reason: "x" }, z.object({ ok: z.boolean() }));
    expect(seen[0]?.headers).toMatchObject({ "content-type": "application/json", "x-requested-with": "jobwatch" });
  });

  it("is sent once, whatever comes of it", async () => {
    answer = (request) => request.socket.destroy();
    await expect(sendJson("POST", `${origin}/act`, {}, List)).rejects.toMatchObject({ code: "no_answer" });
    expect(seen).toHaveLength(1);
  });
});
