import { describe, expect, test } from "vitest";
import type { AuthScheme } from "@/lib/vendors/types";
import { CANCEL, door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson } from "@/lib/server/outbound/testing/hostile-vendor";

const CODES = [300, 301, 302, 303, 305, 307, 308];
const AUTH: [AuthScheme, Record<string, string>][] = [
  ["bearer", { token: "canary-token-0123456789" }],
  ["basic", { username: "admin", password: "canary-password-0123" }],
  ["iam-token", { token: "canary-token-0123456789" }],
  ["sdk-hmac", { accessKey: "ACCESS", secretKey: "canary-secret-0123456789", securityToken: "canary-security-0123" }],
  ["dremio-login", { username: "admin", password: "canary-password-0123" }],
  ["iam-password", { domain: "d", username: "u", password: "canary-password-0123", project: "p" }],
];

describe.each(AUTH)("%s", (scheme, values) => {
  test.each(CODES)("a %i is not followed", async (status) => {
    const second = await vendor((_, response) => sendJson(response, 200, {}));
    const first = await vendor((request, response) => {
      if (request.url === "/apiv2/login") return sendJson(response, 200, { token: "issued-0123456789" });
      if (request.url.startsWith("/v3/auth/tokens")) {
        return sendJson(response, 201, {}, { "x-subject-token": "issued-0123456789" });
      }
      return response.writeHead(status, { location: `${second.url}/stolen?code=canary-in-query` }).end("moved");
    });
    const connection = door({ baseUrl: first.url, auth: { scheme, values: { iamUrl: first.url, ...values } } });
    for (const request of [GET_JOB, CANCEL]) {
      const failure = await failureOf(connection.request(request));
      expect(failure).toMatchObject({ reason: "redirected", httpStatus: status, operation: request.operation });
      expect(failure.message).toContain(`127.0.0.1:${second.port}`);
      expect(failure.message).not.toContain("canary");
    }
    expect(second.connections()).toBe(0);
    expect(first.requests.filter(({ url }) => url.includes("/job/"))).toHaveLength(2);
  });
});

test.each(["dremio-login", "iam-password"] as const)("the log-in of %s does not follow one either", async (scheme) => {
  const second = await vendor((_, response) => sendJson(response, 201, { token: "x" }, { "x-subject-token": "x" }));
  const first = await vendor((_, response) => response.writeHead(307, { location: second.url }).end());
  const values = { iamUrl: first.url, domain: "d", username: "u", password: "canary-password-0123", project: "p" };
  const failure = await failureOf(door({ baseUrl: first.url, auth: { scheme, values } }).request(GET_JOB));
  expect(failure.reason).toBe("redirected");
  expect(second.connections()).toBe(0);
});

test.each(["", "http://", "::::", "/log-in?next=canary", "javascript:canary"])(
  "location %j is named safely",
  async (location) => {
    const first = await vendor((_, response) => response.writeHead(302, { location }).end());
    const failure = await failureOf(door({ baseUrl: first.url }).request(GET_JOB));
    expect(failure.reason).toBe("redirected");
    expect(failure.message).not.toContain("canary");
  },
);
