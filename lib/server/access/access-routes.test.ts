import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as me } from "@/app/api/v1/me/route";
import { DELETE as deleteToken } from "@/app/api/v1/tokens/[id]/route";
import { GET as tokens, POST as addToken } from "@/app/api/v1/tokens/route";
import { DELETE as deleteUser, PATCH as patchUser } from "@/app/api/v1/users/[id]/route";
import { GET as users, POST as addUser } from "@/app/api/v1/users/route";
import { DELETE as deleteView, PATCH as patchView } from "@/app/api/v1/views/[id]/route";
import { GET as views, POST as addView } from "@/app/api/v1/views/route";
import { audit } from "@/lib/server/db/schema/actions";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";
import { apiTokens } from "@/lib/server/db/schema/access";
import type { UserRow } from "@/lib/server/store/access/users";

type Headers = Record<string, string>;
const BASE = "http://127.0.0.1:3000/api/v1";

describe("users, tokens and views", () => {
  let services: TestServices;
  let root: UserRow;
  let admin: Headers;
  beforeAll(async () => {
    services = await createTestServices();
    root = await services.user("admin", { email: "root@example.com" });
    admin = await services.browser(root);
  });
  afterAll(() => services.close());

  const ask = (path: string, headers: Headers, method = "GET", body?: unknown) =>
    new Request(BASE + path, { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }) });
  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
  const codeOf = async (response: Response | Promise<Response>) =>
    json<{ status: number; code: string }>(response).then(({ status, code }) => `${status} ${code}`);
  const newUser = (facts: Record<string, unknown>) =>
    addUser(ask("/users", admin, "POST", { password: "long enough", role: "viewer", ...facts }));

  it("adds a user without ever answering with the password", async () => {
    const made = await newUser({ email: "Vera@Example.com", connections: ["lake"] });
    expect(made.status).toBe(201);
    const text = await made.text();
    expect(text).not.toMatch(/password|argon|long enough/);
    expect(JSON.parse(text)).toMatchObject({
      email: "vera@example.com",
      role: "viewer",
      connections: ["lake"],
      disabled: false,
    });
    expect(await codeOf(newUser({ email: "VERA@example.com" }))).toBe("409 conflict");
    expect(await codeOf(newUser({ email: "x", role: "viewer" }))).toBe("400 invalid_body");
    expect(await codeOf(newUser({ email: "y@example.com", role: "root" }))).toBe("400 invalid_body");
    expect(await (await users(ask("/users", admin))).text()).not.toMatch(/argon|passwordHash/);
    const [entry] = await services.db.select().from(audit).where(eq(audit.jobId, "vera@example.com"));
    expect(entry).toMatchObject({ by: "root@example.com", action: "user.create", outcome: "confirmed" });
    expect(JSON.stringify(entry)).not.toContain("long enough");
  });

  it("puts a new role, a connection limit and disabling into effect at once", async () => {
    const user = await services.user("operator");
    const own = await services.browser(user);
    const change = (body: unknown) => patchUser(ask(`/users/${user.id}`, admin, "PATCH", body));
    expect((await change({ role: "viewer", connections: ["lake"] })).status).toBe(200);
    expect(await json(me(ask("/me", own)))).toMatchObject({ role: "viewer", connections: ["lake"] });
    expect((await change({ connections: null })).status).toBe(200);
    expect(await json(me(ask("/me", own)))).toMatchObject({ connections: null });
    expect((await change({ disabled: true })).status).toBe(200);
    expect(await codeOf(me(ask("/me", own)))).toBe("401 unauthenticated");
    expect((await change({ disabled: false })).status).toBe(200);
    expect(await codeOf(me(ask("/me", own)))).toBe("401 unauthenticated");
  });

  it("removes a user with sessions and tokens", async () => {
    const user = await services.user("viewer");
    const own = await services.browser(user);
    const { token } = await json<{ token: string }>(addToken(ask("/tokens", own, "POST", { name: "t" })));
    expect((await deleteUser(ask(`/users/${user.id}`, admin, "DELETE"))).status).toBe(204);
    expect(await codeOf(me(ask("/me", own)))).toBe("401 unauthenticated");
    expect(await codeOf(me(ask("/me", { authorization: `Bearer ${token}` })))).toBe("401 unauthenticated");
    expect(await codeOf(deleteUser(ask(`/users/${user.id}`, admin, "DELETE")))).toBe("404 not_found");
  });

  it("keeps the last admin, also against two that remove each other at once", async () => {
    expect(await codeOf(patchUser(ask(`/users/${root.id}`, admin, "PATCH", { role: "viewer" })))).toBe("409 conflict");
    expect(await codeOf(patchUser(ask(`/users/${root.id}`, admin, "PATCH", { disabled: true })))).toBe("409 conflict");
    expect(await codeOf(deleteUser(ask(`/users/${root.id}`, admin, "DELETE")))).toBe("409 conflict");
    const second = await services.user("admin");
    const other = await services.browser(second);
    const both = await Promise.all([
      patchUser(ask(`/users/${root.id}`, other, "PATCH", { role: "viewer" })),
      patchUser(ask(`/users/${second.id}`, admin, "PATCH", { role: "viewer" })),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    if (both[0]?.status === 200) await patchUser(ask(`/users/${root.id}`, other, "PATCH", { role: "admin" }));
  });

  it("shows a token once, stores its hash, counts its use, and forgets it", async () => {
    const [user, stranger] = [await services.user("operator"), await services.user("admin")];
    const [own, others] = [await services.browser(user), await services.browser(stranger)];
    const made = await json<{ id: string; token: string }>(addToken(ask("/tokens", own, "POST", { name: "nightly" })));
    expect(made.token).toMatch(/^jw_[\w-]{43}$/);
    const [row] = await services.db.select().from(apiTokens).where(eq(apiTokens.id, made.id));
    expect(JSON.stringify(row)).not.toContain(made.token.slice(3));
    const bearer = { authorization: `Bearer ${made.token}` };
    expect(await json(me(ask("/me", bearer)))).toMatchObject({ email: user.email, role: "operator" });
    const listed = await (await tokens(ask("/tokens", own))).text();
    expect(listed).not.toContain(made.token);
    expect(JSON.parse(listed)).toMatchObject({ items: [{ name: "nightly", lastUsedAt: expect.any(String) }] });
    expect(await codeOf(deleteToken(ask(`/tokens/${made.id}`, others, "DELETE")))).toBe("404 not_found");
    expect((await deleteToken(ask(`/tokens/${made.id}`, own, "DELETE"))).status).toBe(204);
    expect(await codeOf(me(ask("/me", bearer)))).toBe("401 unauthenticated");
  });

  it("keeps views to their maker unless they are shared, and changes to the maker alone", async () => {
    const [anna, ben] = [
      await services.browser(await services.user("viewer")),
      await services.browser(await services.user("viewer")),
    ];
    const view = { name: "Failed", query: "state=failed" };
    const { id } = await json<{ id: string }>(addView(ask("/views", anna, "POST", view)));
    expect(await json(views(ask("/views", ben)))).toEqual({ items: [] });
    expect(await codeOf(patchView(ask(`/views/${id}`, ben, "PATCH", { shared: true })))).toBe("404 not_found");
    expect(await json(patchView(ask(`/views/${id}`, anna, "PATCH", { shared: true })))).toMatchObject({
      shared: true,
      mine: true,
    });
    expect(await json(patchView(ask(`/views/${id}`, anna, "PATCH", {})))).toMatchObject(view);
    expect(await json(views(ask("/views", ben)))).toMatchObject({ items: [{ ...view, mine: false }] });
    expect(await codeOf(deleteView(ask(`/views/${id}`, ben, "DELETE")))).toBe("404 not_found");
    expect((await deleteView(ask(`/views/${id}`, anna, "DELETE"))).status).toBe(204);
  });
});
