import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { CANCEL, door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson } from "@/lib/server/outbound/testing/hostile-vendor";

let folder = "";
let authority = "";

function openssl(...args: string[]): void {
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
}

/** A certificate of the test's own authority. */
function certificate(name: string, subject: string, altName: string, days: string[]): { key: string; cert: string } {
  writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${altName}\n`);
  openssl(
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    `${name}.key`,
    "-out",
    `${name}.csr`,
    "-subj",
    `/CN=${subject}`,
  );
  openssl(
    "x509",
    "-req",
    "-in",
    `${name}.csr`,
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-out",
    `${name}.pem`,
    "-extfile",
    `${name}.ext`,
    ...days,
  );
  return {
    key: readFileSync(join(folder, `${name}.key`), "utf8"),
    cert: readFileSync(join(folder, `${name}.pem`), "utf8"),
  };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jobwatch-tls-"));
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=Test authority",
    "-days",
    "2",
  );
  authority = readFileSync(join(folder, "ca.pem"), "utf8");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const here = () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]);

test("a certificate of the connection's own authority is trusted, by name and by address", async () => {
  const server = await vendor(
    (_, response) => sendJson(response, 200, {}),
    certificate("good", "vendor.test", "DNS:vendor.test,IP:127.0.0.1", ["-days", "1"]),
  );
  const byName = door({ baseUrl: `https://vendor.test:${server.port}`, ca: authority }, { lookup: here });
  expect((await byName.request(GET_JOB)).status).toBe(200);
  expect((await door({ baseUrl: server.url, ca: authority }).request(CANCEL)).status).toBe(200);
});

test("failures are named, nothing is sent, and no environment variable switches the check off", async () => {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "self.key",
    "-out",
    "self.pem",
    "-subj",
    "/CN=vendor.test",
    "-addext",
    "subjectAltName=DNS:vendor.test",
    "-days",
    "2",
  );
  const self = {
    key: readFileSync(join(folder, "self.key"), "utf8"),
    cert: readFileSync(join(folder, "self.pem"), "utf8"),
  };
  const good = certificate("known", "vendor.test", "DNS:vendor.test", ["-days", "1"]);
  const other = certificate("other", "other.test", "DNS:other.test", ["-days", "1"]);
  const expired = certificate("expired", "vendor.test", "DNS:vendor.test", ["-days", "-1"]);
  const cases = [
    [self, authority, /self-signed/],
    [good, null, /CA that is not trusted here/],
    [other, authority, /another name/],
    [expired, authority, /expired/],
  ] as const;
  for (const [tls, ca, words] of cases) {
    const server = await vendor((_, response) => sendJson(response, 200, {}), tls);
    const connection = door({ baseUrl: `https://vendor.test:${server.port}`, ca }, { lookup: here });
    for (const request of [GET_JOB, CANCEL]) {
      const failure = await failureOf(connection.request(request));
      expect([failure.reason, failure.message]).toEqual(["tls", expect.stringMatching(words)]);
    }
    expect(server.requests).toHaveLength(0);
    expect(connection.backOff()).toBeNull();
  }
});

test("http where https is written, and https where http is written, are told apart", async () => {
  const plain = await vendor((_, response) => sendJson(response, 200, {}));
  const failure = await failureOf(door({ baseUrl: `https://127.0.0.1:${plain.port}` }).request(GET_JOB));
  expect([failure.reason, failure.message]).toEqual(["tls", expect.stringMatching(/http:\/\//)]);
  const secret = await vendor(
    (_, response) => sendJson(response, 200, {}),
    certificate("plain", "vendor.test", "IP:127.0.0.1", ["-days", "1"]),
  );
  const reversed = await failureOf(door({ baseUrl: `http://127.0.0.1:${secret.port}` }).request(GET_JOB));
  expect(["contract", "unavailable"]).toContain(reversed.reason);
});

test("an authority that is no certificate", async () => {
  const server = await vendor((_, response) => sendJson(response, 200, {}));
  const failure = await failureOf(door({ baseUrl: server.url, ca: "not a certificate" }).request(GET_JOB));
  expect([failure.reason, failure.message]).toEqual(["tls", expect.stringMatching(/PEM/)]);
  expect(server.connections()).toBe(0);
});
