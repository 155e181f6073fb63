import * as z from "zod/mini";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Endpoint } from "@/lib/contract/api";
import { JobListQuery } from "@/lib/contract/list-query";
import { AppError } from "@/lib/server/app-error";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";
import { withRoute } from "@/lib/server/routes/with-route";
import { createApiToken } from "@/lib/server/store/access/api-tokens";
import { revokeSession } from "@/lib/server/store/access/sessions";
import { changeUser } from "@/lib/server/store/access/users";
import { sessionIdFromCookie } from "@/lib/server/auth/session-cookie";
import { VendorError } from "@/lib/vendors/errors";

const read = {
  method: "GET",
  path: "/api/v1/things/{id}",
  summary: "",
  role: "viewer",
  params: z.object({ id: z.string().check(z.regex(/^[a-z]+$/)) }),
  query: JobListQuery,
  response: z.object({ id: z.string() }),
} satisfies Endpoint;
const change = {
  method: "POST",
  path: "/api/v1/things",
  summary: "",
  role: "operator",
  body: z.strictObject({ name: z.string() }),
  status: 201,
  response: z.object({ name: z.string(), by: z.string() }),
} satisfies Endpoint;

const URL_READ = "http://127.0.0.1:3000/api/v1/things/one";
const URL_CHANGE = "http://127.0.0.1:3000/api/v1/things";

describe("withRoute", () => {
  let services: TestServices;
  let viewer: Record<string, string>;
  let operator: Record<string, string>;
  const getOne = withRoute(read, async ({ params }) => ({ id: params.id }));
  const handled = vi.fn();
  const post = withRoute(change, async ({ body, user }) => {
    handled();
    return { name: body.name, by: user.by };
  });

  beforeAll(async () => {
    services = await createTestServices();
    viewer = await services.browser(await services.user("viewer"));
    operator = await services.browser(await services.user("operator"));
  });
  afterAll(() => services.close());

  const get = (headers: Record<string, string>, search = "", url = URL_READ) =>
    getOne(new Request(url + search, { headers }));
  const send = (headers: Record<string, string | undefined>, body: BodyInit | null = '{"name":"n"}', search = "") => {
    const set = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return post(
      new Request(URL_CHANGE + search, { method: "POST", headers: set, body, duplex: "half" } as RequestInit),
    );
  };
  async function codeOf(response: Response | Promise<Response>): Promise<string> {
    const { status, code } = (await (await response).json()) as { status: number; code: string };
    return `${status} ${code}`;
  }

  it("answers, and says how it may be kept", async () => {
    const response = await get(viewer);
    expect(await response.json()).toEqual({ id: "one" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("vary")).toContain("Cookie");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("strict-transport-security")).toBeNull();
    expect((await send(operator)).status).toBe(201);
  });

  it.each([
    ["none", {}],
    ["an unreadable token", { authorization: "Bearer %" }],
    ["another scheme", { authorization: "Basic eDp5" }],
    ["an unknown token", { authorization: `Bearer jw_${"a".repeat(43)}` }],
    ["a malformed cookie", { cookie: "jobwatch.session-token=%E0%A4%A; =; jobwatch.session-token" }],
    ["a cookie of no session", { cookie: "jobwatch.session-token=abc.def" }],
  ])("is a 401 problem for credentials: %s", async (_name, headers) => {
    const response = await get(headers);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status: 401, code: "unauthenticated" });
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  });

  it("checks in the contract's order: each fault hides those behind it", async () => {
    const bad = { ...viewer, "content-type": "text/plain", "x-requested-with": "" };
    const big = "x".repeat(70_000);
    expect(await codeOf(send({}, big))).toBe("401 unauthenticated");
    expect(await codeOf(send(bad, big))).toBe("403 cross_site");
    expect(await codeOf(send({ ...viewer, "content-type": "text/plain" }, big))).toBe("415 not_json");
    expect(await codeOf(send(viewer, big))).toBe("413 body_too_large");
    expect(await codeOf(send(viewer, "{"))).toBe("403 forbidden");
    expect(await codeOf(send(operator, "{"))).toBe("400 invalid_body");
    expect(await codeOf(send(operator, '{"name":"n"}', "?x=1"))).toBe("400 invalid_query");
  });

  it.each([
    ["no Origin", { origin: undefined }],
    ["Origin null", { origin: "null" }],
    ["another site", { origin: "http://evil.example" }],
    ["another port", { origin: "http://127.0.0.1:3001" }],
    ["a name that begins like ours", { origin: "http://127.0.0.1:3000.evil.example" }],
    ["a path behind it", { origin: "http://127.0.0.1:3000/" }],
    ["no custom header", { "x-requested-with": undefined }],
  ])("refuses a change with a cookie and %s", async (_name, headers) => {
    handled.mockClear();
    expect(await codeOf(send({ ...operator, ...headers }))).toBe("403 cross_site");
    expect(handled).not.toHaveBeenCalled();
  });

  it.each(["http://localhost:3000", "http://[::1]:3000", "http://127.0.0.2:3000"])(
    "knows %s as its own",
    async (origin) => {
      expect((await send({ ...operator, origin })).status).toBe(201);
    },
  );

  it.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", "text/json"])(
    "refuses a body of type %s",
    async (type) => expect(await codeOf(send({ ...operator, "content-type": type }))).toBe("415 not_json"),
  );

  it("stops reading at 64 KiB where no length was announced", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
    });
    expect(await codeOf(send(operator, endless))).toBe("413 body_too_large");
    expect(pulled).toBeLessThan(12);
  });

  it.each([
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
    ["NUL", '{"name":"a\\u0000b"}'],
    ["half a surrogate pair", '{"name":"\\ud800"}'],
    ["an unknown field", '{"name":"n","role":"admin"}'],
    ["a prototype", '{"name":"n","__proto__":{"role":"admin"}}'],
    ["deep nesting", `{"name":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["a list", "[]"],
    ["nothing", ""],
  ])("refuses a body with %s", async (_name, body) => {
    expect(await codeOf(send(operator, body))).toBe("400 invalid_body");
  });

  it.each([
    ["?colour=red", "colour"],
    ["?limit=1e9", "limit"],
    ["?limit=0", "limit"],
    ["?limit=5&limit=6", "limit"],
    ["?state=sleeping", "state.0"],
    ["?q=%00", "q"],
    ["?__proto__=x", "__proto__"],
    ["?constructor=x", "constructor"],
    ["?from=yesterday", "from"],
    [`?q=${"(a+)+$".repeat(2000)}`, "q"],
  ])("names the wrong parameter of %s", async (search, field) => {
    const response = await get(viewer, search);
    const problem = (await response.json()) as { code: string; errors: { field: string }[] };
    expect([response.status, problem.code, problem.errors[0]?.field]).toEqual([400, "invalid_query", field]);
  });

  it("reads repeated parameters as lists", async () => {
    const query = vi.fn();
    const route = withRoute(read, async (context) => {
      query(context.query);
      return { id: "x" };
    });
    await route(new Request(`${URL_READ}?state=running&state=queued&owner=a&limit=7`, { headers: viewer }));
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({ state: ["running", "queued"], owner: ["a"], limit: 7 }),
    );
  });

  it.each(["%E0%A4%A", "UPPER", "%00", "a%2Fb"])("is a 404 for the malformed id %s", async (id) => {
    expect(await codeOf(get(viewer, "", `http://127.0.0.1:3000/api/v1/things/${id}`))).toBe("404 not_found");
  });

  it("takes API tokens without an Origin, and names them in the audit", async () => {
    const user = await services.user("operator");
    const { token } = await createApiToken(services.db, user.id, "nightly", services.clock.at);
    const headers = {
      authorization: `Bearer ${token}`,
      "x-requested-with": "jobwatch",
      "content-type": "application/json",
    };
    const response = await send(headers);
    expect(await response.json()).toEqual({ name: "n", by: `${user.email} (nightly)` });
    expect(await codeOf(send({ ...headers, "x-requested-with": undefined }))).toBe("403 cross_site");
    await changeUser(services.db, user.id, { role: "viewer" }, services.clock.at);
    expect(await codeOf(send(headers))).toBe("403 forbidden");
    await changeUser(services.db, user.id, { disabled: true }, services.clock.at);
    expect(await codeOf(send(headers))).toBe("401 unauthenticated");
  });

  it("does not let a good cookie stand in for a bad token", async () => {
    expect(await codeOf(get({ ...viewer, authorization: "Bearer wrong" }))).toBe("401 unauthenticated");
  });

  it("ends a session by its revocation and by its age, however busy it is", async () => {
    const headers = await services.browser(await services.user("viewer"));
    const sid = await sessionIdFromCookie(headers.cookie ?? null, services.env);
    await revokeSession(services.db, sid ?? "", services.clock.at);
    expect((await get(headers)).status).toBe(401);
    const other = await services.browser(await services.user("viewer"));
    const before = services.clock.at;
    services.clock.at = before + 24 * 3_600_000 - 1;
    expect((await get(other)).status).toBe(200);
    services.clock.at = before + 24 * 3_600_000;
    expect((await get(other)).status).toBe(401);
    services.clock.at = before;
  });

  it("limits a session to 200 at once and 50 a second, and nobody else", async () => {
    const [busy, calm] = [await services.user("viewer"), await services.user("viewer")];
    const [headers, others] = [await services.browser(busy), await services.browser(calm)];
    const statuses: number[] = [];
    for (let index = 0; index < 210; index++) statuses.push((await get(headers)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(200);
    const refused = await get(headers);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await get(others)).status).toBe(200);
    services.clock.at += 1000;
    const later = await Promise.all(Array.from({ length: 60 }, () => get(headers)));
    expect(later.filter(({ status }) => status === 200)).toHaveLength(50);
  });

  it("turns errors into problems without their insides", async () => {
    const failing = (error: unknown) =>
      withRoute(read, async () => {
        throw error;
      })(new Request(URL_READ, { headers: viewer }));
    const crash = await failing(new Error("canary at /srv/app.js:1"));
    expect(await crash.clone().text()).not.toMatch(/canary|stack|app\.js/);
    expect(await codeOf(crash)).toBe("500 internal");
    const vendor = (reason: "rejected" | "rate-limited") =>
      failing(new VendorError({ vendor: "v", operation: "GET /", reason, message: "no such job", retryAfterMs: 6500 }));
    expect(await (await vendor("rejected")).json()).toMatchObject({
      status: 502,
      code: "vendor_refused",
      detail: "no such job",
    });
    const limited = await vendor("rate-limited");
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([503, "7"]);
    const ours = failing(new AppError("action_pending", { extra: { auditId: "7", status: 200 } }));
    expect(await (await ours).json()).toMatchObject({ status: 409, code: "action_pending", auditId: "7" });
    const database = Object.assign(new Error("x"), { cause: Object.assign(new Error("y"), { code: "ECONNREFUSED" }) });
    expect(await codeOf(failing(database))).toBe("503 database_unavailable");
  });
});
