import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AuthScheme } from "@/lib/vendors/types";
import { sdkHmacAuthorization } from "@/lib/server/outbound/auth/sdk-hmac-signature";
import { CANCEL, door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson } from "@/lib/server/outbound/testing/hostile-vendor";

describe("fixed credentials", () => {
  test.each<[AuthScheme, Record<string, string>, Record<string, string>]>([
    ["bearer", { token: "t0ken" }, { authorization: "Bearer t0ken" }],
    ["basic", { username: "jürgen", password: "p:ß" }, { authorization: "Basic asO8cmdlbjpwOsOf" }],
    ["iam-token", { token: "MIIx" }, { "x-auth-token": "MIIx", "x-language": "en-us" }],
  ])("%s is attached, whatever a caller says", async (scheme, values, expected) => {
    const server = await vendor((_, response) => sendJson(response, 200, {}));
    const headers = {
      Authorization: "Bearer forged",
      "X-Auth-Token": "forged",
      Cookie: "a=b",
      Host: "evil.test",
      "X-Own": "1",
    };
    await door({ baseUrl: server.url, auth: { scheme, values } }).request({ ...GET_JOB, headers });
    const sent = server.requests[0]?.headers;
    expect(sent).toMatchObject({ ...expected, host: `127.0.0.1:${server.port}`, "x-own": "1" });
    expect(JSON.stringify(sent)).not.toMatch(/forged|evil|a=b/);
  });

  test.each<[AuthScheme, Record<string, string>]>([
    ["bearer", { token: "wrong-token" }],
    ["basic", { username: "u", password: "wr0ng-passw0rd" }],
    ["iam-token", { token: "wrong-token" }],
    ["sdk-hmac", { accessKey: "AK", secretKey: "wrong-secret" }],
  ])("%s: a 401 is answered once, then nothing is sent for five minutes", async (scheme, values) => {
    const server = await vendor((_, response) => sendJson(response, 401, { error_code: "APIGW.0301" }));
    let now = Date.now();
    const connection = door({ baseUrl: server.url, auth: { scheme, values } }, { now: () => now });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => connection.request(GET_JOB)));
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([
      "fulfilled",
      ...Array.from({ length: 7 }, () => "rejected"),
    ]);
    expect(server.requests).toHaveLength(1);
    const failure = await failureOf(connection.request(CANCEL));
    expect(failure.reason).toBe("unauthorized");
    expect(failure.message).toMatch(/refused the credentials.* 5 min, so that the account is not locked/);
    expect(connection.backOff()).toEqual({ until: now + 300_000 });
    now += 300_001;
    expect((await connection.request(GET_JOB)).status).toBe(401);
    connection.clearBackOff();
    expect((await connection.request(GET_JOB)).status).toBe(401);
    expect(server.requests).toHaveLength(3);
  });

  test("a clock that differs is named with the refusal", async () => {
    const server = await vendor((_, response) =>
      sendJson(response, 401, {}, { date: new Date(Date.now() - 20 * 60_000).toUTCString() }),
    );
    const connection = door({
      baseUrl: server.url,
      auth: { scheme: "sdk-hmac", values: { accessKey: "AK", secretKey: "secret" } },
    });
    await connection.request(GET_JOB);
    expect((await failureOf(connection.request(GET_JOB))).message).toMatch(/clock differs from ours by 20 min/);
  });

  test("a token with a line break is said to be odd, and is not sent", async () => {
    const server = await vendor((_, response) => sendJson(response, 200, {}));
    const connection = door({ baseUrl: server.url, auth: { scheme: "bearer", values: { token: "canary\nbreak" } } });
    const failure = await failureOf(connection.request(GET_JOB));
    expect(failure.reason).toBe("rejected");
    expect(failure.message).toMatch(/line break/);
    expect(server.requests).toHaveLength(0);
  });
});

describe("sdk-hmac", () => {
  test("signs what is sent: host, query, body, project and security token", async () => {
    const server = await vendor((_, response) => sendJson(response, 200, {}));
    const keys = { accessKey: "AK", secretKey: "SK-canary-0123456789" };
    const values = { ...keys, securityToken: "security-token-0123" };
    const settings = { baseUrl: server.url, consoleUrl: null, projectId: "330e068af1334c9782f4226acc00a2e2" };
    const connection = door({ baseUrl: server.url, settings, auth: { scheme: "sdk-hmac", values } });
    await connection.request({
      ...CANCEL,
      path: "/v1.0/p/streaming/jobs/stop",
      query: { z: "1 2", a: ["c", "b"] },
      body: { job_ids: [1], ü: "ß" },
    });
    const sent = server.requests[0];
    if (sent === undefined) throw new Error("nothing arrived");
    const names = ["content-type", "host", "x-project-id", "x-sdk-date", "x-security-token"];
    const headers = Object.fromEntries(names.map((name) => [name, String(sent.headers[name])]));
    const query = [
      ["a", "b"],
      ["a", "c"],
      ["z", "1%202"],
    ] as const;
    expect(sent.url).toBe("/v1.0/p/streaming/jobs/stop?z=1%202&a=c&a=b");
    expect(sent.headers.authorization).toBe(
      sdkHmacAuthorization(
        { method: "POST", path: "/v1.0/p/streaming/jobs/stop", query, headers, body: sent.body },
        keys,
      ),
    );
    expect(headers["x-project-id"]).toBe(settings.projectId);
    expect(sent.headers["x-language"]).toBe("en-us");
    expect(sent.headers["x-sdk-date"]).toMatch(/^\d{8}T\d{6}Z$/);
    expect(createHash("sha256").update(sent.body).digest("hex")).toMatch(/^[0-9a-f]{64}$/);
  });
});
