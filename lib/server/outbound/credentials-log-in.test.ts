import { describe, expect, test } from "vitest";
import { CANCEL, door, failureOf, GET_JOB, vendor } from "@/lib/server/outbound/testing/doors";
import { sendJson } from "@/lib/server/outbound/testing/hostile-vendor";

const HOUR = 3_600_000;

/** A Dremio that issues numbered tokens and accepts the newest `accepts` of them. */
async function dremio(
  options: { life?: number; refuseLogIn?: () => boolean; refuseToken?: (token: number) => boolean } = {},
) {
  let issued = 0;
  const server = await vendor((request, response) => {
    if (request.url === "/apiv2/login") {
      if (options.refuseLogIn?.())
        return sendJson(response, 401, { errorMessage: "Login failed: Invalid username or password" });
      return setTimeout(
        () =>
          sendJson(response, 200, {
            token: `dremio-token-${++issued}`,
            expires: Date.now() + (options.life ?? 30 * HOUR),
          }),
        20,
      );
    }
    const token = Number(/^Bearer dremio-token-(\d+)$/.exec(request.headers.authorization ?? "")?.[1] ?? 0);
    if (token === 0 || options.refuseToken?.(token)) return response.writeHead(401).end();
    return sendJson(response, 200, { token });
  });
  const logIns = () => server.requests.filter(({ url }) => url === "/apiv2/login").length;
  return { server, logIns };
}

const DREMIO = { scheme: "dremio-login" as const, values: { username: "dremio", password: "canary-password-1" } };

describe("dremio-login", () => {
  test("logs in once, however many wait, and keeps the token", async () => {
    const { server, logIns } = await dremio();
    const connection = door({ baseUrl: server.url, auth: DREMIO });
    const answers = await Promise.all(Array.from({ length: 20 }, () => connection.request(GET_JOB)));
    expect(answers.map((answer) => answer.json())).toEqual(Array.from({ length: 20 }, () => ({ token: 1 })));
    expect(logIns()).toBe(1);
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      body: '{"userName":"dremio","password":"canary-password-1"}',
    });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    expect(connection.callsSpent()).toBe(21);
  });

  test("renews before the end, once for all", async () => {
    const { server, logIns } = await dremio();
    let now = Date.now();
    const connection = door({ baseUrl: server.url, auth: DREMIO }, { now: () => now });
    await connection.request(GET_JOB);
    now += 29 * HOUR;
    await connection.request(GET_JOB);
    expect(logIns()).toBe(1);
    now += HOUR - 4 * 60_000;
    const answers = await Promise.all(Array.from({ length: 10 }, () => connection.request(GET_JOB)));
    expect(answers.map((answer) => answer.json())).toEqual(Array.from({ length: 10 }, () => ({ token: 2 })));
    expect(logIns()).toBe(2);
  });

  test("a renewal that fails while the old token holds is no outage", async () => {
    let down = false;
    const { server } = await dremio({ refuseToken: () => false });
    const proxy = await vendor((request, response) => {
      if (down && request.url === "/apiv2/login") return sendJson(response, 500, {});
      return void fetch(`${server.url}${request.url}`, {
        method: request.method,
        headers: { authorization: request.headers.authorization ?? "" },
        ...(request.body === "" ? {} : { body: request.body }),
      }).then(async (answer) => sendJson(response, answer.status, await answer.json()));
    });
    let now = Date.now();
    const connection = door({ baseUrl: proxy.url, auth: DREMIO }, { now: () => now });
    await connection.request(GET_JOB);
    down = true;
    now += 30 * HOUR - 4 * 60_000;
    expect((await connection.request(GET_JOB)).json()).toEqual({ token: 1 });
    now += 5 * 60_000;
    expect((await failureOf(connection.request(GET_JOB))).reason).toBe("unavailable");
    down = false;
    expect((await connection.request(GET_JOB)).json()).toEqual({ token: 2 });
  });

  test("a token that was revoked is renewed once, and the call sent again, an action too", async () => {
    let revoked = 0;
    const { server, logIns } = await dremio({ refuseToken: (token) => token <= revoked });
    const connection = door({ baseUrl: server.url, auth: DREMIO });
    await connection.request(GET_JOB);
    revoked = 1;
    const answers = await Promise.all(Array.from({ length: 10 }, () => connection.request(GET_JOB)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(logIns()).toBe(2);
    revoked = 2;
    expect((await connection.request(CANCEL)).status).toBe(200);
    expect(logIns()).toBe(3);
    expect(connection.backOff()).toBeNull();
  });

  test("a new token that is refused as well is not renewed again", async () => {
    const { server, logIns } = await dremio({ refuseToken: () => true });
    const connection = door({ baseUrl: server.url, auth: DREMIO });
    expect((await connection.request(GET_JOB)).status).toBe(401);
    expect(logIns()).toBe(2);
    expect((await failureOf(connection.request(GET_JOB))).reason).toBe("unauthorized");
    expect(server.requests).toHaveLength(4);
    expect(connection.backOff()).not.toBeNull();
  });

  test("a wrong password is tried once, with the vendor's words", async () => {
    const { server, logIns } = await dremio({ refuseLogIn: () => true });
    const connection = door({ baseUrl: server.url, auth: DREMIO });
    const failures = await Promise.all(Array.from({ length: 8 }, () => failureOf(connection.request(GET_JOB))));
    expect(new Set(failures.map(({ reason }) => reason))).toEqual(new Set(["unauthorized"]));
    expect(failures.map(({ message }) => message).join("\n")).toContain("Login failed: Invalid username or password");
    expect(logIns()).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [429, "rate-limited"],
    [503, "unavailable"],
    [404, "contract"],
    [400, "rejected"],
    [200, "contract"],
  ])("a log-in answered by %i is %s", async (status, reason) => {
    const server = await vendor((_, response) => sendJson(response, status, { errorMessage: "words" }));
    const failure = await failureOf(door({ baseUrl: server.url, auth: DREMIO }).request({ ...CANCEL }));
    expect(failure).toMatchObject({ reason, operation: "POST /apiv2/login", httpStatus: status });
    expect(failure.message).toContain("words");
  });
});

/** IAM and DLI behind one port; tokens are refused with the gateway's code. */
async function huawei(
  options: { code?: string; refused?: (token: number) => boolean; refuseLogIn?: boolean; life?: number } = {},
) {
  let issued = 0;
  const server = await vendor((request, response) => {
    if (request.url.startsWith("/v3/auth/tokens")) {
      if (options.refuseLogIn)
        return sendJson(response, 401, {
          error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" },
        });
      const token = `${"M".repeat(4000)}-${++issued}`;
      const end = new Date(Date.now() + (options.life ?? 24 * HOUR)).toISOString().replace("Z", "000Z");
      return sendJson(response, 201, { token: { expires_at: end } }, { "x-subject-token": token });
    }
    const token = Number(/-(\d+)$/.exec(String(request.headers["x-auth-token"]))?.[1] ?? 0);
    if (token === 0 || options.refused?.(token)) {
      return sendJson(response, 401, {
        error_msg: "The token must be updated",
        error_code: options.code ?? "APIGW.0307",
        request_id: "r",
      });
    }
    return sendJson(response, 200, { token });
  });
  const values = {
    iamUrl: server.url,
    domain: "acme",
    username: "watcher",
    password: "canary-password-1",
    project: "cn-north-4",
  };
  const logIns = () => server.requests.filter(({ url }) => url.startsWith("/v3/")).length;
  return { server, logIns, values };
}

describe("iam-password", () => {
  test("asks as documented, once for all, and uses the header's token", async () => {
    const { server, logIns, values } = await huawei();
    const connection = door({ baseUrl: server.url, auth: { scheme: "iam-password", values } });
    await Promise.all(Array.from({ length: 10 }, () => connection.request(GET_JOB)));
    expect(logIns()).toBe(1);
    expect(server.requests[0]?.url).toBe("/v3/auth/tokens?nocatalog=true");
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "watcher", password: "canary-password-1", domain: { name: "acme" } } },
        },
        scope: { project: { name: "cn-north-4" } },
      },
    });
    expect(server.requests[1]?.headers).toMatchObject({
      "x-auth-token": `${"M".repeat(4000)}-1`,
      "x-language": "en-us",
    });
  });

  test("a project's id is sent as one", async () => {
    const { server, values } = await huawei();
    const project = "330e068af1334c9782f4226acc00a2e2";
    await door({ baseUrl: server.url, auth: { scheme: "iam-password", values: { ...values, project } } }).request(
      GET_JOB,
    );
    expect(JSON.parse(server.requests[0]?.body ?? "")).toHaveProperty("auth.scope.project", { id: project });
  });

  test("renews before expires_at", async () => {
    const { server, logIns, values } = await huawei();
    let now = Date.now();
    const connection = door({ baseUrl: server.url, auth: { scheme: "iam-password", values } }, { now: () => now });
    await connection.request(GET_JOB);
    now += 23 * HOUR + 56 * 60_000;
    expect((await connection.request(GET_JOB)).json()).toEqual({ token: 2 });
    expect(logIns()).toBe(2);
  });

  test.each(["APIGW.0307", "APIG.0307"])("%s renews once and sends again without anyone noticing", async (code) => {
    let dead = 0;
    const { server, logIns, values } = await huawei({ code, refused: (token) => token <= dead });
    const connection = door({ baseUrl: server.url, auth: { scheme: "iam-password", values } });
    await connection.request(GET_JOB);
    dead = 1;
    expect((await connection.request(GET_JOB)).json()).toEqual({ token: 2 });
    expect(logIns()).toBe(2);
    expect(connection.backOff()).toBeNull();
  });

  test("a second 401 is misconfiguration: no loop", async () => {
    const { server, logIns, values } = await huawei({ refused: () => true });
    const connection = door({ baseUrl: server.url, auth: { scheme: "iam-password", values } });
    expect((await connection.request(GET_JOB)).status).toBe(401);
    for (let i = 0; i < 5; i++) await failureOf(connection.request(GET_JOB));
    expect(logIns()).toBe(2);
    expect(server.requests).toHaveLength(4);
  });

  test("another 401 is not renewed at all", async () => {
    const { server, logIns, values } = await huawei({ code: "APIGW.0301", refused: () => true });
    expect(
      (await door({ baseUrl: server.url, auth: { scheme: "iam-password", values } }).request(GET_JOB)).status,
    ).toBe(401);
    expect(logIns()).toBe(1);
  });

  test("a wrong password is said once and not retried", async () => {
    const { server, logIns, values } = await huawei({ refuseLogIn: true });
    const connection = door({ baseUrl: server.url, auth: { scheme: "iam-password", values } });
    const failure = await failureOf(connection.request(GET_JOB));
    expect(failure).toMatchObject({ reason: "unauthorized", httpStatus: 401 });
    expect(failure.message).toContain("The username or password is wrong.");
    await failureOf(connection.request(GET_JOB));
    expect(logIns()).toBe(1);
  });
});
