import { expect, test } from "vitest";
import { CANCEL, door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson } from "@/lib/server/outbound/testing/hostile-vendor";

test("a drip of one byte at a time ends at the deadline, and its socket with it", async () => {
  const server = await vendor((_, response, socket) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), 20);
    socket.on("close", () => clearInterval(drip));
  });
  const started = performance.now();
  const failure = await failureOf(door({ baseUrl: server.url }).request({ ...GET_JOB, deadlineMs: 300 }));
  expect(failure).toMatchObject({ reason: "timeout" });
  expect(failure.message).toMatch(/no complete answer within 0.3 s/);
  expect(performance.now() - started).toBeGreaterThanOrEqual(290);
  expect(server.requests).toHaveLength(1);
  await expect.poll(() => server.openSockets()).toBe(0);
});

test("a compressed drip too", async () => {
  const server = await vendor((_, response, socket) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    const bytes = Buffer.from("1f8b0800000000000003", "hex");
    let at = 0;
    const drip = setInterval(() => response.write(bytes.subarray(at, ++at)), 20);
    socket.on("close", () => clearInterval(drip));
  });
  const failure = await failureOf(door({ baseUrl: server.url }).request({ ...GET_JOB, deadlineMs: 150 }));
  expect(failure.reason).toBe("timeout");
  await expect.poll(() => server.openSockets()).toBe(0);
});

test("a server that never answers", async () => {
  const server = await vendor(() => undefined);
  for (const request of [GET_JOB, CANCEL]) {
    const failure = await failureOf(door({ baseUrl: server.url }).request({ ...request, deadlineMs: 100 }));
    expect(failure).toMatchObject({ reason: "timeout", operation: request.operation });
  }
  expect(server.requests).toHaveLength(2);
  await expect.poll(() => server.openSockets()).toBe(0);
});

test("a log-in that never answers does not outlive the call that waits for it", async () => {
  const server = await vendor(() => undefined);
  const values = { username: "u", password: "canary-password" };
  const connection = door({ baseUrl: server.url, auth: { scheme: "dremio-login", values } });
  expect((await failureOf(connection.request({ ...GET_JOB, deadlineMs: 100 }))).reason).toBe("timeout");
  expect(server.requests.map(({ url }) => url)).toEqual(["/apiv2/login"]);
});

test("a name that nobody resolves in time", async () => {
  const connection = door(
    { baseUrl: "http://vendor.test" },
    { lookup: () => new Promise(() => undefined), timings: { connectMs: 50 } },
  );
  expect((await failureOf(connection.request({ ...GET_JOB, deadlineMs: 3000 }))).reason).toBe("timeout");
});

test("a call that its caller gives up is no failure of the vendor", async () => {
  const server = await vendor(() => undefined);
  const connection = door({ baseUrl: server.url });
  for (let i = 0; i < 6; i++) {
    const controller = new AbortController();
    const call = connection.request(GET_JOB, controller.signal);
    await expect.poll(() => server.requests.length).toBe(i + 1);
    controller.abort();
    expect((await failureOf(call)).message).toMatch(/given up/);
  }
  expect(connection.backOff()).toBeNull();
  expect((await failureOf(connection.request(GET_JOB, AbortSignal.abort()))).reason).toBe("timeout");
  expect(server.requests).toHaveLength(6);
});

test("closing ends what is under way and refuses what comes after", async () => {
  const server = await vendor(() => undefined);
  const connection = door({ baseUrl: server.url });
  const call = failureOf(connection.request(GET_JOB));
  await expect.poll(() => server.requests.length).toBe(1);
  connection.close();
  expect((await call).message).toMatch(/given up/);
  expect((await failureOf(connection.request(GET_JOB))).message).toMatch(/given up/);
  await expect.poll(() => server.openSockets()).toBe(0);
  expect(server.requests).toHaveLength(1);
});

test("at most four calls at once, the rest wait their turn, and a waiting one has its deadline too", async () => {
  const waiting: (() => void)[] = [];
  const server = await vendor((request, response) => {
    if (request.url === "/first") sendJson(response, 200, {});
    else waiting.push(() => sendJson(response, 200, {}));
  });
  const connection = door({ baseUrl: server.url });
  await connection.request({ ...GET_JOB, path: "/first" });
  const calls = Array.from({ length: 12 }, () => connection.request(GET_JOB));
  const impatient = await failureOf(connection.request({ ...GET_JOB, deadlineMs: 100 }));
  expect(impatient.reason).toBe("timeout");
  expect(waiting).toHaveLength(4);
  const cancel = connection.request(CANCEL);
  await expect.poll(() => waiting.length).toBe(5);
  for (let done = 0; done < 13; done++) {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThanOrEqual(5);
    waiting.shift()?.();
  }
  expect((await Promise.all([...calls, cancel])).map(({ status }) => status)).toEqual(
    Array.from({ length: 13 }, () => 200),
  );
  expect(connection.callsSpent()).toBe(14);
});
