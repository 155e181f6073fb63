import { expect, test } from "vitest";
import type { ResolvedAddress } from "@/lib/server/outbound/guarded-lookup";
import { door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson } from "@/lib/server/outbound/testing/hostile-vendor";

const here: ResolvedAddress = { address: "127.0.0.1", family: 4 };
const outside: ResolvedAddress = { address: "93.184.216.34", family: 4 };

test("no spelling of loopback reaches a listener from a stored connection", async () => {
  const target = await vendor((_, response) => sendJson(response, 200, {}));
  const hosts = [
    "127.0.0.1",
    "0x7f000001",
    "2130706433",
    "127.1",
    "①②⑦.0.0.1",
    "localhost",
    "localhost.",
    "0",
    "[::1]",
    "[::ffff:7f00:1]",
  ];
  for (const host of hosts) {
    const connection = door({ baseUrl: `http://${host}:${target.port}`, trust: "stored" });
    const failure = await failureOf(connection.request(GET_JOB));
    expect([host, failure.reason]).toEqual([host, "refused-address"]);
    expect(connection.backOff()).toBeNull();
  }
  expect(target.connections()).toBe(0);
});

test("the same listener is reached where the address is vouched for or listed", async () => {
  const target = await vendor((_, response) => sendJson(response, 200, { ok: true }));
  const vouched = door({ baseUrl: `http://localhost:${target.port}`, trust: "file" });
  const listed = door({ baseUrl: target.url, trust: "stored" }, { vendorNetworks: ["127.0.0.0/8"] });
  expect((await vouched.request(GET_JOB)).json()).toEqual({ ok: true });
  expect((await listed.request(GET_JOB)).json()).toEqual({ ok: true });
});

test.each([
  ["a private answer", [here]],
  ["a private answer beside a public one", [outside, { address: "10.0.0.5", family: 4 }]],
  ["a public answer beside a mapped private one", [{ address: "::ffff:127.0.0.1", family: 6 }, outside]],
])("a name is refused for %s", async (_, answers) => {
  const target = await vendor((_request, response) => sendJson(response, 200, {}));
  const connection = door(
    { baseUrl: `http://vendor.test:${target.port}`, trust: "stored" },
    { lookup: () => Promise.resolve(answers) },
  );
  expect((await failureOf(connection.request(GET_JOB))).reason).toBe("refused-address");
  expect(target.connections()).toBe(0);
});

test("a name that is bound anew to a refused address is refused then", async () => {
  const target = await vendor((_, response) => sendJson(response, 200, {}, { connection: "close" }));
  const answers = [[here], [{ address: "169.254.169.254", family: 4 }]];
  let asked = 0;
  const connection = door(
    { baseUrl: `http://vendor.test:${target.port}` },
    { lookup: () => Promise.resolve(answers[asked++] ?? []) },
  );
  expect((await connection.request(GET_JOB)).status).toBe(200);
  expect((await failureOf(connection.request(GET_JOB))).reason).toBe("refused-address");
  expect(target.connections()).toBe(1);
  expect(asked).toBe(2);
});

test("an identity service is held to the same rules", async () => {
  const target = await vendor((_, response) => sendJson(response, 201, {}, { "x-subject-token": "token-0123456789" }));
  const values = { iamUrl: target.url, domain: "d", username: "u", password: "canary-password-1", project: "p" };
  const connection = door({
    baseUrl: "https://93.184.216.34",
    trust: "stored",
    auth: { scheme: "iam-password", values },
  });
  expect((await failureOf(connection.request(GET_JOB))).reason).toBe("refused-address");
  expect(target.connections()).toBe(0);
});

test.each([
  "//evil.test/x",
  "/\\evil.test",
  "\\\\evil.test",
  "evil",
  "",
  "http://evil.test/",
  "/a/../../b",
  "/a/%2e%2e/b",
  "/a/..%2fb",
  "/a b",
  "/a?x=1",
  "/a#b",
  "/%",
  "/a\r\nb",
])("the path %j is refused", async (path) => {
  const target = await vendor((_, response) => sendJson(response, 200, {}));
  const failure = await failureOf(door({ baseUrl: `${target.url}/base` }).request({ ...GET_JOB, path }));
  expect(failure.reason).toBe("refused-address");
  expect(target.connections()).toBe(0);
});

test("base path, encoded segments and query arrive as they were given", async () => {
  const target = await vendor((_, response) => sendJson(response, 200, {}));
  await door({ baseUrl: `${target.url}/base/` }).request({
    ...GET_JOB,
    path: "/api/%2FData%2Fa%20b.wbk/x",
    query: { limit: 10, show: false, none: null, gone: undefined, id: ["a&b", 2], q: "it's (ü) *" },
  });
  expect(target.requests[0]?.url).toBe(
    "/base/api/%2FData%2Fa%20b.wbk/x?limit=10&show=false&id=a%26b&id=2&q=it%27s%20%28%C3%BC%29%20%2A",
  );
});
