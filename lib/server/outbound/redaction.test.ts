import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { VendorError } from "@/lib/vendors/errors";
import type { AuthScheme } from "@/lib/vendors/types";
import { createLog } from "@/lib/server/log";
import { redact, registerSecret, SecretSet } from "@/lib/server/outbound/secrets";
import { CANCEL, door, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson, type Behaviour } from "@/lib/server/outbound/testing/hostile-vendor";

/** Every way in which a secret could be read back. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    Buffer.from(`admin:${secret}`).toString("base64"),
    Buffer.from(`ab:${secret}`).toString("base64"),
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ v: secret }).toString(),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
  ];
}

test("no spelling survives, and the text around it does", () => {
  const secret = 'canary/+ "ü"&=?%';
  registerSecret(secret);
  for (const spelling of spellings(secret)) {
    const clean = redact(`before ${spelling} after`);
    expect(clean).toMatch(/^before .*\[redacted\].* after$/);
    for (const other of spellings(secret)) expect(clean).not.toContain(other);
  }
});

test("whatever stands around it in a base64 text, the middle of the secret is gone", () => {
  const set = new SecretSet();
  const secret = "canary-secret-0123456789";
  set.add(secret);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ maxLength: 20 }), (before, after) => {
      const text = Buffer.concat([before, Buffer.from(secret), after]).toString("base64");
      return !Buffer.from(set.redact(text), "base64").toString("latin1").includes("secret-0123");
    }),
  );
});

test("short values do not black out ordinary words, and issued tokens make room for newer ones", () => {
  const set = new SecretSet();
  for (const value of ["", "a", "abc"]) set.add(value);
  expect(set.redact("a cab, abc")).toBe("a cab, abc");
  set.add("configured-secret");
  for (let i = 0; i < 500; i++) set.addToken(`issued-token-${String(i).padStart(4, "0")}`);
  expect(set.redact("issued-token-0000 issued-token-0499 configured-secret")).toBe(
    "issued-token-0000 [redacted] [redacted]",
  );
});

const SECRETS = [
  "canary-token-0123456789",
  "canary-short1",
  "canary-secret-0123456789",
  "canary-security-0123",
  "canary-issued-0123456789",
];
const AUTH: [AuthScheme, Record<string, string>][] = [
  ["bearer", { token: "canary-token-0123456789" }],
  ["basic", { username: "admin", password: "canary-short1" }],
  ["iam-token", { token: "canary-token-0123456789" }],
  ["sdk-hmac", { accessKey: "AK", secretKey: "canary-secret-0123456789", securityToken: "canary-security-0123" }],
  ["dremio-login", { username: "admin", password: "canary-short1" }],
  ["iam-password", { domain: "d", username: "u", password: "canary-short1", project: "p" }],
];

/** Everything that was received, thrown back in a vendor's error. */
function echo(status: number, logInToo: boolean): Behaviour {
  return (request, response) => {
    const isLogIn = request.url === "/apiv2/login" || request.url.startsWith("/v3/auth/tokens");
    if (isLogIn && !logInToo) {
      const token = "canary-issued-0123456789";
      return sendJson(response, request.url === "/apiv2/login" ? 200 : 201, { token }, { "x-subject-token": token });
    }
    const heard = JSON.stringify([request.headers, request.body, encodeURIComponent(request.body)]);
    return sendJson(
      response,
      status,
      { errorMessage: heard, error_msg: heard },
      { "x-echo": encodeURIComponent(heard) },
    );
  };
}

describe.each(AUTH)("a vendor that echoes %s", (scheme, values) => {
  test.each([
    [400, false],
    [401, false],
    [401, true],
    [500, false],
    [500, true],
    [503, true],
  ])("with %i (log-in too: %s) leaks into no error, response or log line", async (status, logInToo) => {
    const lines: string[] = [];
    const log = createLog("trace", { write: (line) => lines.push(line) });
    const server = await vendor(echo(status, logInToo));
    const connection = door(
      { baseUrl: server.url, auth: { scheme, values: { iamUrl: server.url, ...values } } },
      { log },
    );
    const seen: string[] = [];
    for (const request of [GET_JOB, CANCEL, GET_JOB]) {
      await connection.request(request).then(
        (response) => seen.push(response.text, JSON.stringify(response.headers)),
        (error: unknown) => {
          if (!(error instanceof VendorError)) throw error;
          seen.push(error.message, String(error.stack), String(error.cause), JSON.stringify(error));
          log.error(error, "failed");
        },
      );
    }
    const everything = [...seen, ...lines].join("\n");
    expect(seen).not.toHaveLength(0);
    for (const secret of SECRETS) {
      for (const spelling of spellings(secret)) expect(everything).not.toContain(spelling);
    }
  });
});

test("in a good answer a short password that is an honest word stays", async () => {
  const server = await vendor((_, response) =>
    sendJson(response, 200, { path: "/datameer/x", token: "canary-token-0123456789" }),
  );
  const basic = { scheme: "basic", values: { username: "u", password: "datameer" } } as const;
  expect((await door({ baseUrl: server.url, auth: basic }).request(GET_JOB)).text).toContain("/datameer/x");
  const bearer = { scheme: "bearer", values: { token: "canary-token-0123456789" } } as const;
  expect((await door({ baseUrl: server.url, auth: bearer }).request(GET_JOB)).text).not.toContain("canary-token");
});
