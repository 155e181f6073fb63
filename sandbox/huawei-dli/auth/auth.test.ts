import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ACCESS_KEY, DEFAULT_PROJECT_ID, IAM_USER, TEMPORARY_KEY } from "../accounts";
import { TestSandbox } from "../testing";

const LIST = `/v1.0/${DEFAULT_PROJECT_ID}/jobs`;
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await TestSandbox.start({ jobs: { sql: 5, arrivals: false } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

interface Signing {
  key?: { ak: string; sk: string };
  at?: number;
  query?: [string, string][];
  extra?: Record<string, string>;
  slash?: boolean;
}

/** A second reading of the signing rules, written apart from the sandbox's own. */
async function signed({ key = ACCESS_KEY, at = Date.now(), query = [], extra = {}, slash = true }: Signing = {}) {
  const host = new URL(sandbox.origin).host;
  const date = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
  const headers: Record<string, string> = { host, "x-sdk-date": date, "x-project-id": DEFAULT_PROJECT_ID, ...extra };
  const names = Object.keys(headers).sort();
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort();
  const canonical = [
    "GET",
    LIST + (slash ? "/" : ""),
    pairs.join("&"),
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    names.join(";"),
    hash(""),
  ].join("\n");
  const signature = createHmac("sha256", key.sk)
    .update(`SDK-HMAC-SHA256\n${date}\n${hash(canonical)}`)
    .digest("hex");
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "host"));
  const response = await fetch(`${sandbox.origin}${LIST}${pairs.length > 0 ? "?" : ""}${pairs.reverse().join("&")}`, {
    headers: {
      ...sent,
      authorization: `SDK-HMAC-SHA256 Access=${key.ak}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
    },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("signatures", () => {
  test("a good one is let in, with a query in any order", async () => {
    expect((await signed()).status).toBe(200);
    const answer = await signed({
      query: [
        ["sql_pattern", "a b+c"],
        ["page-size", "1"],
        ["job_types", "QUERY"],
      ],
    });
    expect(answer.status).toBe(200);
  });

  test("without the trailing slash, with another secret, or too old: 401", async () => {
    const wrong = { error_code: "APIGW.0301", error_msg: expect.stringContaining("verify aksk signature fail") };
    expect((await signed({ slash: false })).body).toMatchObject(wrong);
    expect((await signed({ key: { ...ACCESS_KEY, sk: "nonsense" } })).body).toMatchObject(wrong);
    const old = await signed({ at: Date.now() - 16 * 60_000 });
    expect([old.status, old.body.error_msg]).toEqual([401, expect.stringContaining("signature expired")]);
    expect((await signed({ at: Date.now() - 14 * 60_000 })).status).toBe(200);
    expect((await signed({ key: { ak: "NOBODY", sk: "x" } })).body.error_msg).toMatch(/ak:NOBODY,err:ak not exist/);
  });

  test("temporary keys need their security token, signed", async () => {
    const extra = { "x-security-token": TEMPORARY_KEY.securityToken ?? "" };
    expect((await signed({ key: TEMPORARY_KEY, extra })).status).toBe(200);
    expect((await signed({ key: TEMPORARY_KEY })).status).toBe(401);
  });

  test("five bad ones in a row lock the key for five minutes, good ones included", async () => {
    const bad = () => signed({ key: { ...ACCESS_KEY, sk: "nonsense" } });
    for (let n = 0; n < 4; n++) await bad();
    expect((await signed()).status).toBe(200);
    for (let n = 0; n < 5; n++) await bad();
    const locked = await signed();
    expect([locked.status, locked.body.error_msg]).toEqual([
      401,
      expect.stringContaining("AK access failed to reach the limit,forbidden"),
    ]);
    await sandbox.step(299_000);
    expect((await signed()).status).toBe(401);
    await sandbox.step(2_000);
    expect((await signed()).status).toBe(200);
  });
});

describe("IAM tokens", () => {
  const logIn = (user: object = {}, scope: object = { project: { name: "cn-north-4" } }) =>
    sandbox.post("/v3/auth/tokens?nocatalog=true", {
      auth: {
        identity: {
          methods: ["password"],
          password: {
            user: { name: IAM_USER.name, password: IAM_USER.password, domain: { name: IAM_USER.domain }, ...user },
          },
        },
        scope,
      },
    });
  const use = (token: string) => sandbox.get(LIST, { "x-auth-token": token });

  test("201, several KB in X-Subject-Token, good for 24 hours of the sandbox's clock", async () => {
    const answer = await logIn();
    expect(answer.status).toBe(201);
    const token = answer.headers.get("x-subject-token") ?? "";
    expect(token.length).toBeGreaterThan(4000);
    expect(answer.body.token).toMatchObject({
      issued_at: expect.stringMatching(/\.\d{6}Z$/),
      project: { id: DEFAULT_PROJECT_ID, name: "cn-north-4" },
    });
    expect(answer.body.token).not.toHaveProperty("catalog");
    expect((await use(token)).status).toBe(200);
    await sandbox.step(86_399_000);
    expect((await use(token)).status).toBe(200);
    await sandbox.step(1_000);
    expect((await use(token)).body).toMatchObject({ error_code: "APIGW.0307", error_msg: "The token must be updated" });
  });

  test("expiry on demand kills what was issued so far, and only that", async () => {
    const old = (await logIn()).headers.get("x-subject-token") ?? "";
    await sandbox.turn("expireTokens", true);
    expect((await use(old)).status).toBe(401);
    const fresh = (await logIn()).headers.get("x-subject-token") ?? "";
    expect((await use(fresh)).status).toBe(200);
    expect((await use(old)).body.error_code).toBe("APIGW.0307");
  });

  test("a token of another region must be updated too; nonsense cannot be decrypted", async () => {
    const other = (await logIn({}, { project: { name: "ap-southeast-3" } })).headers.get("x-subject-token") ?? "";
    expect((await use(other)).body.error_code).toBe("APIGW.0307");
    expect((await use("nonsense")).body).toMatchObject({
      error_code: "APIGW.0301",
      error_msg: "Incorrect IAM authentication information: decrypt token fail",
    });
  });

  test("a wrong password, a wrong project, a wrong body", async () => {
    expect((await logIn({ password: "no" })).body).toMatchObject({ error: { code: 401, title: "Unauthorized" } });
    expect((await logIn({}, { project: { name: "nowhere" } })).status).toBe(401);
    expect((await sandbox.post("/v3/auth/tokens", {})).body).toMatchObject({ error: { code: 400 } });
  });
});

describe("gateway", () => {
  test("without credentials 401, an unknown path 404 even so", async () => {
    const bare = await fetch(sandbox.origin + LIST);
    expect([bare.status, bare.headers.get("x-request-id")]).toEqual([401, expect.any(String)]);
    const unknown = await fetch(`${sandbox.origin}/v9/x`);
    expect(await unknown.json()).toMatchObject({ error_code: "APIGW.0101", request_id: expect.any(String) });
  });

  test("a POST that is not JSON is 415", async () => {
    const answer = await sandbox.call(
      "POST",
      `${LIST}/submit-job`,
      { sql: "select 1" },
      { "content-type": "text/plain" },
    );
    expect([answer.status, answer.body.error_msg]).toEqual([415, "unsupported media Type"]);
  });

  test("429 with and without a wait", async () => {
    await sandbox.turn("gatewayFailure", "429");
    const waits = await sandbox.get(LIST);
    expect([waits.status, waits.body.error_code, waits.headers.get("retry-after")]).toEqual([429, "APIGW.0308", "1"]);
    await sandbox.turn("retryAfter", "missing");
    expect((await sandbox.get(LIST)).headers.get("retry-after")).toBeNull();
  });

  test("a call too many in a second is 429", async () => {
    await sandbox.turn("rateLimit", 5);
    const answers = await Promise.all(Array.from({ length: 30 }, () => sandbox.get(LIST)));
    expect(answers.some((answer) => answer.status === 429)).toBe(true);
    expect(answers.some((answer) => answer.status === 200)).toBe(true);
  });

  test("X-Language chooses the words", async () => {
    const path = `${LIST}/no-such-job/status`;
    expect((await sandbox.get(path)).body.error_msg).toBe("There is no job named no-such-job.");
    expect((await sandbox.get(path, { "x-language": "zh-cn" })).body.error_msg).toBe("不存在名为 no-such-job 的作业。");
  });

  test("failures inside a 200, and an account that may only read", async () => {
    await sandbox.turn("failures", "in-200");
    const missing = await sandbox.get(`${LIST}/no-such-job/status`);
    expect([missing.status, missing.body]).toEqual([
      200,
      { is_success: false, message: "DLI.0002: There is no job named no-such-job." },
    ]);
    await sandbox.turn("failures", "http-status");
    await sandbox.turn("permission", "read-only");
    const id = await sandbox.make("sql", "runs-forever");
    const denied = await sandbox.delete(`${LIST}/${id}`);
    expect(denied.body).toMatchObject({ error_code: "DLI.0003", error_msg: expect.stringContaining("CANCEL_JOB") });
  });

  test("another project is not this account's", async () => {
    expect((await sandbox.get("/v1.0/0000/jobs")).body.error_code).toBe("DLI.0016");
  });
});
