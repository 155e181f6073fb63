import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api, type Endpoint } from "@/lib/contract/api";
import type { Role } from "@/lib/contract/primitives";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";

const ROLES: readonly (Role | null)[] = [null, "viewer", "operator", "admin"];
const RANK: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 };
/** Routes that are not in the list of endpoints, each with its reason. */
const OTHERS = ["/api/[...path]", "/api/auth/[...nextauth]", "/api/v1/openapi.json"];

const folderOf = (endpoint: Endpoint): string => path.join("app", endpoint.path.replace(/\{(\w+)\}/g, "[$1]"));

function routesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routesBelow(path.join(folder, entry.name));
    return entry.name === "route.ts" ? [`/${path.relative("app", folder)}`] : [];
  });
}

type Handler = (request: Request) => Promise<Response>;

describe("the access matrix", () => {
  let services: TestServices;
  const browsers = new Map<Role, Record<string, string>>();
  beforeAll(async () => {
    services = await createTestServices();
    for (const role of ["viewer", "operator", "admin"] as const) {
      browsers.set(role, await services.browser(await services.user(role)));
    }
  });
  afterAll(() => services.close());

  async function ask(
    endpoint: Endpoint,
    headers: Record<string, string>,
    body: string,
  ): Promise<{ status: number; code: string }> {
    const file = path.resolve(folderOf(endpoint), "route.ts");
    const handlers = (await import(file)) as Partial<Record<string, Handler>>;
    const handler = handlers[endpoint.method];
    if (handler === undefined) throw new Error(`${file} has no ${endpoint.method}`);
    const url = `http://127.0.0.1:3000${endpoint.path.replace(/\{\w+\}/g, "none")}`;
    const init = endpoint.method === "GET" ? { headers } : { method: endpoint.method, headers, body };
    const response = await handler(new Request(url, init));
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const type = response.headers.get("content-type") ?? "";
    const code = type.includes("problem+json") ? ((await response.json()) as { code: string }).code : "";
    return { status: response.status, code };
  }

  it("has a route for every endpoint, and an endpoint for every route", () => {
    const wanted = [...new Set(Object.values(api).map((endpoint) => folderOf(endpoint).slice(3)))];
    expect(routesBelow("app/api").sort()).toEqual([...wanted, ...OTHERS].sort());
  });

  it("answers a path that no route has like any other: 401 for strangers, 404 for users", async () => {
    const { POST: nowhere } = (await import(path.resolve("app/api/[...path]/route.ts"))) as { POST: Handler };
    const codeFor = async (headers: Record<string, string>) => {
      const response = await nowhere(new Request("http://127.0.0.1:3000/api/v1/nope?x=1", { method: "POST", headers }));
      return ((await response.json()) as { code: string }).code;
    };
    expect([await codeFor({}), await codeFor(browsers.get("viewer") ?? {})]).toEqual(["unauthenticated", "not_found"]);
  });

  for (const route of routesBelow("app/api/v1")) {
    it(`app${route} answers a method that it does not have with 401 for strangers, 405 for users`, async () => {
      const handlers = (await import(path.resolve(`app${route}/route.ts`))) as Partial<Record<string, Handler>>;
      const url = `http://127.0.0.1:3000${route.replace(/\[\w+\]/g, "none")}?x=1`;
      const own = Object.values(api as Record<string, Endpoint>).filter(
        (endpoint) => folderOf(endpoint) === `app${route}`,
      );
      const has = route.endsWith("openapi.json") ? ["GET"] : own.map(({ method }) => method).sort();
      const isOpen = own.some(({ role }) => role === "none");
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        if (has.some((one) => one === method)) continue;
        const ask = async (headers: Record<string, string>) => {
          const response = await handlers[method]?.(new Request(url, { method, headers }));
          const problem = (await response?.json()) as { code: string } | undefined;
          return { code: problem?.code, allow: response?.headers.get("allow") };
        };
        const refused = { code: "method_not_allowed", allow: has.join(", ") };
        expect(await ask({})).toEqual(isOpen ? refused : { code: "unauthenticated", allow: null });
        expect(await ask(browsers.get("viewer") ?? {})).toEqual(refused);
      }
    });
  }

  const guarded = Object.entries(api).filter(([, endpoint]) => existsSync(path.join(folderOf(endpoint), "route.ts")));
  for (const [id, endpoint] of guarded) {
    for (const role of ROLES) {
      const least: Role | "none" = endpoint.role;
      const allowed = least === "none" || (role !== null && RANK[role] >= RANK[least]);
      const expected = allowed ? "passes" : role === null ? "401 unauthenticated" : "403 forbidden";
      it(`${id} for ${role ?? "nobody"}: ${expected}`, async () => {
        const headers = (role && browsers.get(role)) ?? {
          "content-type": "application/json",
          "x-requested-with": "jobwatch",
          origin: "http://127.0.0.1:3000",
        };
        // A body that fits nothing: whoever passes gets as far as the fields, and changes nothing.
        const { status, code } = await ask(endpoint, headers, '{"nothing":true}');
        if (allowed) expect([401, 403, 500]).not.toContain(status);
        else expect(`${status} ${code}`).toBe(expected);
      });
    }
    if (endpoint.method !== "GET") {
      it(`${id} refuses another site's page`, async () => {
        const headers: Record<string, string> = { ...browsers.get("admin"), origin: "https://evil.example" };
        if (endpoint.role === "none") headers["x-requested-with"] = "";
        expect(await ask(endpoint, headers, "{}")).toMatchObject({ status: 403, code: "cross_site" });
      });
    }
  }
});
