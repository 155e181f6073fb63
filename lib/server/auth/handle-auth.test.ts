import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleAuth } from "@/lib/server/auth/handle-auth";
import { hashPassword } from "@/lib/server/auth/password";
import { setServices } from "@/lib/server/routes/services";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";
import { changeUser, type UserRow } from "@/lib/server/store/access/users";

const BASE = "http://127.0.0.1:3000/api/auth";
const PASSWORD = "correct horse battery";

/** A browser as far as cookies go. */
class Browser {
  readonly jar = new Map<string, string>();
  constructor(private readonly headers: Record<string, string> = {}) {}

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...this.headers, ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const response = await handleAuth(new Request(BASE + path, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined) continue;
      if (/max-age=0/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value ?? "");
    }
    return response;
  }

  async csrf(): Promise<string> {
    return ((await (await this.ask("/csrf")).json()) as { csrfToken: string }).csrfToken;
  }

  async logIn(email: string, password = PASSWORD, more: Record<string, unknown> = {}): Promise<Response> {
    const csrfToken = await this.csrf();
    return this.ask("/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ csrfToken, email, password, json: "true", ...more }),
    });
  }

  async session(): Promise<{ user?: { email: string; role: string }; expires?: string }> {
    return (await (await this.ask("/session")).json()) as { user?: { email: string; role: string } };
  }
}

describe("handleAuth", () => {
  let services: TestServices;
  let user: UserRow;
  let hash: string;
  beforeAll(async () => {
    hash = await hashPassword(PASSWORD);
    services = await createTestServices();
    user = await services.user("operator", { email: "olga@example.com", passwordHash: hash });
  });
  afterAll(() => services.close());

  it("logs in by JSON and by form, whatever the case of the address", async () => {
    const browser = new Browser();
    const answer = await browser.logIn("Olga@Example.com");
    expect([answer.status, await answer.json()]).toEqual([200, { url: "http://127.0.0.1:3000/" }]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await browser.session()).toEqual({
      user: { id: user.id, email: "olga@example.com", role: "operator" },
      expires: new Date(services.clock.at + 24 * 3_600_000).toISOString(),
    });
    const form = new Browser();
    const fields = { csrfToken: await form.csrf(), email: user.email, password: PASSWORD, json: "true" };
    const posted = await form.ask("/callback/credentials", { method: "POST", body: new URLSearchParams(fields) });
    expect([posted.status, await posted.json()]).toEqual([200, { url: "http://127.0.0.1:3000/" }]);
    const plain = new Browser();
    const body = new URLSearchParams({
      ...fields,
      csrfToken: await plain.csrf(),
      json: "",
      callbackUrl: "/jobs/a/b/c?run=1",
    });
    const redirected = await plain.ask("/callback/credentials", { method: "POST", body });
    expect([redirected.status, redirected.headers.get("location")]).toEqual([302, "/jobs/a/b/c?run=1"]);
  });

  it("puts the session into a cookie that scripts cannot read", async () => {
    const browser = new Browser();
    const cookies = (await browser.logIn(user.email)).headers.getSetCookie();
    const session = cookies.find((line) => line.startsWith("jobwatch.session-token="));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    expect(session).toMatch(/Path=\//);
    expect(session).not.toMatch(/Secure|Domain/i);
  });

  it("gives a __Host- cookie, secure, where PUBLIC_URL is https", async () => {
    setServices({ ...services, env: { ...services.env, publicUrl: "https://jobs.example.com" } });
    const browser = new Browser({ host: "evil.example", "x-forwarded-host": "evil.example" });
    const answer = await browser.logIn(user.email, PASSWORD, { callbackUrl: "/jobs" });
    expect(await answer.json()).toEqual({ url: "https://jobs.example.com/jobs" });
    expect(answer.headers.get("strict-transport-security")).toBeTruthy();
    const session = answer.headers.getSetCookie().find((line) => line.startsWith("__Host-jobwatch.session-token="));
    expect(session).toMatch(/Secure/);
    setServices(services);
  });

  it("answers 401 alike for a wrong password, an unknown address and a disabled account", async () => {
    const disabled = await services.user("viewer", { passwordHash: hash, disabled: true });
    const none = await services.user("viewer", { passwordHash: null });
    for (const [email, password] of [
      [user.email, "wrong password"],
      ["nobody@example.com", PASSWORD],
      [disabled.email, PASSWORD],
      [none.email, ""],
    ] as const) {
      const answer = await new Browser().logIn(email, password);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, "wrong_credentials"]);
    }
  });

  it("does not log in without the csrf token that fits the cookie, and counts no try for it", async () => {
    const browser = new Browser();
    for (let index = 0; index < 8; index++) {
      const answer = await browser.logIn(user.email, PASSWORD, { csrfToken: "wrong" });
      expect(answer.status).toBe(401);
    }
    expect(await browser.session()).toEqual({});
    expect((await browser.logIn(user.email)).status).toBe(200);
  });

  it("ends the session at sign-out, also for a copy of its cookie", async () => {
    const browser = new Browser();
    await browser.logIn(user.email);
    const copy = new Browser();
    for (const [name, value] of browser.jar) copy.jar.set(name, value);
    expect((await copy.session()).user?.email).toBe(user.email);
    const body = new URLSearchParams({ csrfToken: await browser.csrf(), json: "true" });
    const out = await browser.ask("/signout", { method: "POST", body });
    expect(out.status).toBe(200);
    expect(out.headers.get("clear-site-data")).toContain("cache");
    expect(await copy.session()).toEqual({});
  });

  it("ends the earlier session of a browser that logs in anew", async () => {
    const browser = new Browser();
    await browser.logIn(user.email);
    const before = browser.jar.get("jobwatch.session-token");
    await browser.logIn(user.email);
    expect(browser.jar.get("jobwatch.session-token")).not.toBe(before);
    const old = new Browser();
    old.jar.set("jobwatch.session-token", before ?? "");
    expect(await old.session()).toEqual({});
  });

  it("ends every session when the password changes or the account is disabled", async () => {
    const changed = await services.user("viewer", { passwordHash: hash });
    const browser = new Browser();
    await browser.logIn(changed.email);
    await changeUser(
      services.db,
      changed.id,
      { passwordHash: await hashPassword("another password") },
      services.clock.at,
    );
    expect(await browser.session()).toEqual({});
  });

  it("lets five of many parallel guesses through, then answers 429 until the window is over", async () => {
    const target = await services.user("viewer", { passwordHash: hash });
    const guesses = await Promise.all(Array.from({ length: 20 }, () => new Browser().logIn(target.email, "guess")));
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    const refused = await new Browser().logIn(target.email);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "300"]);
    expect(((await refused.json()) as { code: string }).code).toBe("too_many_requests");
    expect((await new Browser().logIn(user.email)).status).toBe(200);
    services.clock.at += 5 * 60_000;
    expect((await new Browser().logIn(target.email)).status).toBe(200);
  });

  it("stops one address that tries many accounts, without locking these", async () => {
    services.clock.at += 5 * 60_000;
    const spray = new Browser({ "x-jobwatch-peer": "203.0.113.9" });
    const statuses: number[] = [];
    for (let index = 0; index < 52; index++)
      statuses.push((await spray.logIn(`user${index}@example.com`, "guess")).status);
    expect(statuses.indexOf(429)).toBe(50);
    expect((await spray.logIn(user.email)).status).toBe(429);
    expect((await new Browser({ "x-jobwatch-peer": "203.0.113.10" }).logIn(user.email)).status).toBe(200);
  }, 60_000);

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "/%2f%2fevil.example",
    "javascript:alert(1)",
    "https://app.evil.example",
    "http://127.0.0.1:3000.evil.example/",
    "http://127.0.0.1:3000@evil.example/",
    "/\r\nLocation: https://evil.example",
    "\thttps://evil.example",
    "%",
    "x".repeat(10_000),
  ])("lands on this site for the callbackUrl %.40j", async (callbackUrl) => {
    const browser = new Browser({ host: "evil.example", "x-forwarded-host": "evil.example" });
    const answer = await browser.logIn(user.email, PASSWORD, { callbackUrl });
    const { url } = (await answer.json()) as { url: string };
    expect([answer.status, new URL(url).origin]).toEqual([200, "http://127.0.0.1:3000"]);
    const asked = await new Browser().ask(`/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    expect(asked.status).toBe(302);
    expect(asked.headers.get("location")).toMatch(/^\/login\?/);
    const cookie = new Browser();
    cookie.jar.set("jobwatch.callback-url", encodeURIComponent(callbackUrl));
    expect((await cookie.ask("/csrf")).status).toBe(200);
  });

  it.each([
    [
      "a malformed cookie",
      "/session",
      { headers: { cookie: "jobwatch.session-token=%E0%A4%A; jobwatch.csrf-token=%" } },
    ],
    ["an unreadable token", "/session", { headers: { authorization: "Bearer %" } }],
    [
      "broken JSON",
      "/callback/credentials",
      { method: "POST", headers: { "content-type": "application/json" }, body: "{" },
    ],
    [
      "a list",
      "/callback/credentials",
      { method: "POST", headers: { "content-type": "application/json" }, body: "[]" },
    ],
    ["an odd form", "/callback/credentials", { method: "POST", body: new URLSearchParams({ email: "\0" }) }],
    ["a large body", "/callback/credentials", { method: "POST", body: "x".repeat(70_000) }],
    ["next-auth's log door", "/_log", { method: "POST", body: "code=x&level=error" }],
    ["an unknown action", "/constructor", {}],
    ["nothing", "", {}],
  ])("never fails over %s", async (_name, path, init) => {
    expect((await handleAuth(new Request(BASE + path, init))).status).toBeLessThan(500);
  });
});
