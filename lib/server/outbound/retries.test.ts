import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { CANCEL, door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson, type Behaviour } from "@/lib/server/outbound/testing/hostile-vendor";

/** The given answers one after another, the last one for ever. */
function inTurn(...answers: ((response: ServerResponse) => void)[]): Behaviour {
  let at = 0;
  return (_, response) => answers[Math.min(at++, answers.length - 1)]?.(response);
}
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    sendJson(response, code, { code }, headers);
const cut = (response: ServerResponse) => {
  response.writeHead(200, { "content-length": "100" }).write("{");
  setImmediate(() => response.destroy());
};

describe("reads", () => {
  test.each([429, 502, 503, 504])("are asked again after %i", async (code) => {
    const server = await vendor(inTurn(status(code), status(200)));
    expect((await door({ baseUrl: server.url }).request(GET_JOB)).status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });

  test("are asked again after a cut in the middle of the body", async () => {
    const server = await vendor(inTurn(cut, status(200)));
    expect((await door({ baseUrl: server.url }).request(GET_JOB)).json()).toEqual({ code: 200 });
    expect(server.requests).toHaveLength(2);
  });

  test("three times at most; the last answer stands", async () => {
    const server = await vendor(status503);
    expect((await door({ baseUrl: server.url }).request(GET_JOB)).status).toBe(503);
    expect(server.requests).toHaveLength(3);
  });

  test.each([200, 400, 401, 403, 404, 409, 418, 500, 501])("are not asked again after %i", async (code) => {
    const server = await vendor(inTurn(status(code)));
    const response = await door({ baseUrl: server.url }).request(GET_JOB);
    expect([response.status, response.json()]).toEqual([code, { code }]);
    expect(server.requests).toHaveLength(1);
  });

  test("a POST is one where it says so, a GET is none where it says so", async () => {
    const server = await vendor(status503);
    const connection = door({ baseUrl: server.url });
    await connection.request({ ...GET_JOB, method: "POST", body: { sql: "SELECT 1" }, read: true });
    expect(server.requests.map(({ body }) => body)).toEqual(Array.from({ length: 3 }, () => '{"sql":"SELECT 1"}'));
    await connection.request({ ...GET_JOB, read: false });
    expect(server.requests).toHaveLength(4);
  });

  test("a sick vendor gets about a tenth more calls, not three times as many", async () => {
    let count = 0;
    const server = await vendor((_, response) => sendJson(response, count++ % 2 === 0 ? 503 : 200, {}));
    const connection = door({ baseUrl: server.url });
    for (let i = 0; i < 100; i++) await connection.request(GET_JOB);
    expect(server.requests.length).toBeGreaterThan(105);
    expect(server.requests.length).toBeLessThanOrEqual(116);
  });
});

const status503: Behaviour = (_, response) => sendJson(response, 503, { code: 503 });

describe("actions and other changes", () => {
  test.each([429, 502, 503, 504])("are sent once, whatever comes back: %i", async (code) => {
    const server = await vendor(inTurn(status(code, { "retry-after": "1" })));
    expect((await door({ baseUrl: server.url }).request(CANCEL)).status).toBe(code);
    expect((await door({ baseUrl: server.url }).request({ ...CANCEL, action: false })).status).toBe(code);
    expect(server.requests).toHaveLength(2);
  });

  test("are sent once where the answer is cut off", async () => {
    const server = await vendor(inTurn(cut));
    expect((await failureOf(door({ baseUrl: server.url }).request(CANCEL))).reason).toBe("unavailable");
    expect(server.requests).toHaveLength(1);
  });

  test("never on a socket that a read left open", async () => {
    const server = await vendor(inTurn(status(200)));
    const connection = door({ baseUrl: server.url });
    await connection.request(GET_JOB);
    // undici gives a socket back one turn of the event loop after the answer.
    await new Promise((resolve) => setTimeout(resolve, 10));
    await connection.request(GET_JOB);
    expect(server.connections()).toBe(1);
    await connection.request(CANCEL);
    await connection.request(CANCEL);
    expect(server.connections()).toBe(3);
  });
});

describe("Retry-After", () => {
  test("is the floor of the next try", async () => {
    const server = await vendor(inTurn(status(429, { "retry-after": "1" }), status(200)));
    const started = performance.now();
    expect((await door({ baseUrl: server.url }).request(GET_JOB)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(1000);
    expect(server.requests).toHaveLength(2);
  });

  test("as a date goes by the vendor's clock", async () => {
    const vendorNow = Date.UTC(2020, 0, 1, 12, 0, 0);
    const headers = {
      date: new Date(vendorNow).toUTCString(),
      "retry-after": new Date(vendorNow + 1000).toUTCString(),
    };
    const server = await vendor(inTurn(status(503, headers), status(200)));
    const started = performance.now();
    expect((await door({ baseUrl: server.url }).request(GET_JOB)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(1000);
  });

  test("too long for a call: told at once, and kept for every read but not for an action", async () => {
    const server = await vendor(inTurn(status(429, { "retry-after": "7" }), status(200)));
    let now = 1_000_000;
    const connection = door({ baseUrl: server.url }, { now: () => now });
    for (let i = 0; i < 3; i++) {
      const failure = await failureOf(connection.request(GET_JOB));
      expect(failure).toMatchObject({ reason: "rate-limited", retryAfterMs: 7000 });
      expect(failure.message).toMatch(/wait 7 s/);
    }
    expect((await failureOf(connection.request({ ...CANCEL, action: false }))).reason).toBe("rate-limited");
    expect(server.requests).toHaveLength(1);
    expect(connection.backOff()).toEqual({ until: 1_007_000 });
    expect((await connection.request(CANCEL)).status).toBe(200);
    now += 7000;
    expect(connection.backOff()).toBeNull();
    expect((await connection.request(GET_JOB)).status).toBe(200);
  });

  test("longer than the call's own deadline leaves", async () => {
    const server = await vendor(inTurn(status(429, { "retry-after": "1" })));
    const failure = await failureOf(door({ baseUrl: server.url }).request({ ...GET_JOB, deadlineMs: 500 }));
    expect(failure.reason).toBe("rate-limited");
    expect(server.requests).toHaveLength(1);
  });

  test("an operator's check does not wait", async () => {
    const server = await vendor(inTurn(status(429, { "retry-after": "600" }), status(200)));
    const connection = door({ baseUrl: server.url });
    await failureOf(connection.request(GET_JOB));
    connection.clearBackOff();
    expect((await connection.request(GET_JOB)).status).toBe(200);
  });
});

describe("the budget", () => {
  test("ends reads without a call, never actions, and slides", async () => {
    const server = await vendor(inTurn(status(200)));
    let now = 1_000_000;
    const connection = door({ baseUrl: server.url, budgetPerMinute: 3 }, { now: () => now });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => connection.request(GET_JOB)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(3);
    expect([connection.callsSpent(), connection.callsLeft()]).toEqual([3, 0]);
    expect(connection.backOff()).toBeNull();
    now += 20_000;
    expect(await failureOf(connection.request(GET_JOB))).toMatchObject({
      reason: "rate-limited",
      retryAfterMs: 40_000,
    });
    expect((await connection.request(CANCEL)).status).toBe(200);
    expect(server.requests).toHaveLength(4);
    now += 40_000;
    expect([connection.callsSpent(), connection.callsLeft()]).toEqual([1, 2]);
    expect((await connection.request(GET_JOB)).status).toBe(200);
  });

  test("counts retries, and has none left for them in the end", async () => {
    const server = await vendor(status503);
    const connection = door({ baseUrl: server.url, budgetPerMinute: 2 });
    expect((await connection.request(GET_JOB)).status).toBe(503);
    expect(connection.callsSpent()).toBe(2);
    expect(server.requests).toHaveLength(2);
  });
});

describe("the circuit", () => {
  const timings = { circuitPausesMs: [60_000, 60_000] };

  test("opens after five failures in a row, says so once, and is closed by one good probe", async () => {
    let up = false;
    const server = await vendor((_, response) => sendJson(response, up ? 200 : 503, {}));
    const lines: string[] = [];
    const log = {
      info: (_: object, text: string) => lines.push(text),
      warn: (_: object, text: string) => lines.push(text),
    };
    const connection = door({ baseUrl: server.url }, { log, timings: { circuitPausesMs: [300] } });
    for (let i = 0; i < 6; i++) await connection.request(GET_JOB).catch(() => undefined);
    expect(server.requests).toHaveLength(5);
    const failure = await failureOf(connection.request(GET_JOB));
    expect(failure.reason).toBe("unavailable");
    expect(failure.retryAfterMs).toBeGreaterThan(0);
    expect(connection.backOff()?.until).toBeGreaterThan(Date.now());
    up = true;
    await expect.poll(() => connection.backOff()).toBeNull();
    const probes = await Promise.all(Array.from({ length: 4 }, () => connection.request(GET_JOB)));
    expect(probes.map((probe) => probe.status)).toEqual([200, 200, 200, 200]);
    expect(lines).toEqual(["calls to this connection keep failing: pausing", "this connection answers again"]);
  });

  test("lets one probe through at a time", async () => {
    let waiting: ServerResponse | null = null;
    let probing = false;
    const server = await vendor((_, response) => {
      if (probing) waiting = response;
      else sendJson(response, 502, {});
    });
    const connection = door({ baseUrl: server.url }, { timings: { circuitPausesMs: [50, 60_000] } });
    for (let i = 0; i < 6; i++) await connection.request(GET_JOB).catch(() => undefined);
    probing = true;
    await expect.poll(() => connection.backOff()).toBeNull();
    const calls = Array.from({ length: 4 }, () =>
      connection.request(GET_JOB).then(
        ({ status: code }) => code,
        () => "refused",
      ),
    );
    await expect.poll(() => waiting).not.toBeNull();
    sendJson(waiting as unknown as ServerResponse, 503, {});
    expect((await Promise.all(calls)).sort()).toEqual([503, "refused", "refused", "refused"]);
    expect(server.requests).toHaveLength(6);
  });

  test("does not hold up an action, nor an operator's check", async () => {
    let up = false;
    const server = await vendor((_, response) => sendJson(response, up ? 200 : 502, {}));
    const connection = door({ baseUrl: server.url }, { timings });
    for (let i = 0; i < 6; i++) await connection.request(GET_JOB).catch(() => undefined);
    up = true;
    expect((await connection.request(CANCEL)).status).toBe(200);
    expect((await failureOf(connection.request(GET_JOB))).reason).toBe("unavailable");
    connection.clearBackOff();
    expect((await connection.request(GET_JOB)).status).toBe(200);
  });

  test("is not opened by answers about a question, by 500s or by 429s", async () => {
    const answers = [500, 400, 404, 403, 409, 500, 500, 429, 429, 500].map((code) => status(code));
    const server = await vendor(inTurn(...answers));
    const connection = door({ baseUrl: server.url }, { timings });
    for (let i = 0; i < 10; i++) await connection.request(GET_JOB);
    expect(connection.backOff()).toBeNull();
  });
});

describe("in an operator's words", () => {
  test("nothing listens", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => free.once("listening", resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const failure = await failureOf(door({ baseUrl: `http://127.0.0.1:${port}` }).request(GET_JOB));
    expect(failure).toMatchObject({ reason: "unavailable", vendor: "dremio", operation: GET_JOB.operation });
    expect(failure.message).toBe(`127.0.0.1:${port}: the connection was refused: nothing listens there.`);
  });

  test("an unknown name", async () => {
    const unknown = () => Promise.reject(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }));
    const failure = await failureOf(door({ baseUrl: "http://vendor.test" }, { lookup: unknown }).request(GET_JOB));
    expect(failure).toMatchObject({ reason: "unavailable", message: "vendor.test: the name is not known (DNS)." });
  });

  test("a socket that is cut at once", async () => {
    const server = await vendor((_, __, socket) => socket.destroy());
    const failure = await failureOf(door({ baseUrl: server.url }).request(GET_JOB));
    expect(failure.reason).toBe("unavailable");
    expect(failure.message).toMatch(/the connection was cut/);
  });

  test("something that is not HTTP", async () => {
    const ssh = createServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n")).listen(0, "127.0.0.1");
    await new Promise((resolve) => ssh.once("listening", resolve));
    const { port } = ssh.address() as AddressInfo;
    const failure = await failureOf(door({ baseUrl: `http://127.0.0.1:${port}` }).request(GET_JOB));
    ssh.close();
    expect(failure.reason).toBe("contract");
    expect(failure.message).toMatch(/not HTTP/);
  });
});
