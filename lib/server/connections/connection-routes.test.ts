import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PATCH, DELETE } from "@/app/api/v1/connections/[id]/route";
import { GET, POST } from "@/app/api/v1/connections/route";
import { POST as TEST } from "@/app/api/v1/connections/test/route";
import { deleteStored } from "@/lib/server/connections/stored-connections";
import { configuredConnections } from "@/lib/server/connections/configured-connections";
import { resealAll } from "@/lib/server/credentials/reseal";
import { keyRing } from "@/lib/server/credentials/seal";
import { audit } from "@/lib/server/db/schema/actions";
import { connectionSecrets, storedConnections } from "@/lib/server/db/schema/connections";
import { createTestServices, type TestServices } from "@/lib/server/routes/test-services";

const CANARY = "canary-7f3a9e";
const NEW_KEY = "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=";

/** A vendor that refuses everybody and notes what it was shown. */
function listener(): Promise<{ server: Server; url: string; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(String(request.headers.authorization));
    response.writeHead(401).end();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }),
    );
  });
}

describe("connections of the browser", () => {
  let services: TestServices;
  let admin: Record<string, string>;
  let viewer: Record<string, string>;
  let home: Awaited<ReturnType<typeof listener>>;
  let away: Awaited<ReturnType<typeof listener>>;

  beforeAll(async () => {
    services = await createTestServices({ vendorNetworks: ["127.0.0.0/8"] });
    admin = await services.browser(await services.user("admin"));
    viewer = await services.browser(await services.user("viewer", { connections: ["other"] }));
    home = await listener();
    away = await listener();
  });
  afterAll(async () => {
    home.server.close();
    away.server.close();
    await services.close();
  });
  beforeEach(async () => {
    for (const { id } of await configuredConnections()) await deleteStored(services.db, id);
    home.seen.length = 0;
    away.seen.length = 0;
    expect((await create()).status).toBe(201);
  });

  const lake = () => ({
    id: "lake",
    name: "Lake",
    vendor: "dremio",
    baseUrl: home.url,
    auth: { type: "token", token: CANARY },
  });
  const base = "http://127.0.0.1:3000/api/v1/connections";
  const request = (url: string, method: string, body: unknown) =>
    new Request(url, { method, headers: admin, body: JSON.stringify(body) });
  const create = (more: Record<string, unknown> = {}) => POST(request(base, "POST", { ...lake(), ...more }));
  const patch = (body: unknown, id = "lake") => PATCH(request(`${base}/${id}`, "PATCH", body));
  const test = (body: unknown) => TEST(request(`${base}/test`, "POST", body));
  const codeOf = async (response: Response) =>
    `${response.status} ${((await response.json()) as { code: string }).code}`;
  const tokenOf = async () => (await configuredConnections()).find(({ id }) => id === "lake")?.auth.values.token;

  it("seals the secret and never shows it again, not even its length", async () => {
    const shown = await (await GET(new Request(base, { headers: admin }))).text();
    expect(shown).not.toContain(CANARY);
    expect(JSON.parse(shown)).toMatchObject({
      items: [{ id: "lake", origin: "stored", hasSecret: true, health: "starting" }],
    });
    const stored = JSON.stringify([
      await services.db.select().from(storedConnections),
      await services.db.select().from(connectionSecrets),
    ]);
    expect(stored).not.toContain(CANARY);
    expect(await tokenOf()).toBe(CANARY);
    expect(JSON.stringify(await services.db.select().from(audit))).not.toContain(CANARY);
  });

  it("keeps the secret where a change leaves it out, and takes a new one", async () => {
    const [before] = await configuredConnections();
    expect((await patch({ name: "New name", auth: { type: "token" }, paused: true })).status).toBe(200);
    const [after] = await configuredConnections();
    expect(after).toMatchObject({ name: "New name", paused: true, auth: { values: { token: CANARY } } });
    expect(after?.configVersion).not.toBe(before?.configVersion);
    expect((await patch({ auth: { type: "token", token: "" } })).status).toBe(200);
    expect(await tokenOf()).toBe(CANARY);
    expect((await patch({ auth: { type: "token", token: "fresh" } })).status).toBe(200);
    expect(await tokenOf()).toBe("fresh");
  });

  it("asks for the secret again when the address changes, in saving and in testing", async () => {
    for (const baseUrl of [away.url, home.url.replace("http:", "https:"), home.url.replace("127.0.0.1", "127.0.0.2")]) {
      expect(await codeOf(await patch({ baseUrl }))).toBe("422 secret_required");
      expect(await codeOf(await test({ id: "lake", baseUrl }))).toBe("422 secret_required");
      expect(await codeOf(await test({ ...lake(), baseUrl, auth: { type: "token" } }))).toBe("422 secret_required");
    }
    expect(away.seen).toEqual([]);
    expect((await patch({ baseUrl: `${home.url}/below` })).status).toBe(200);
    expect((await patch({ baseUrl: away.url, auth: { type: "token", token: "for-away" } })).status).toBe(200);
    const entries = await services.db.select().from(audit);
    expect(entries.at(-1)?.reason).toContain(`${home.url} to ${away.url}`);
  });

  it("tests the saved connection with its secret, and a form with its own", async () => {
    const answer = (await (await test({ id: "lake" })).json()) as { ok: boolean; code: string };
    expect(answer).toMatchObject({ ok: false, code: "unauthorized" });
    expect(home.seen).toEqual([`Bearer ${CANARY}`]);
    await test({ id: "lake", baseUrl: away.url, auth: { type: "token", token: "other" } });
    expect(away.seen).toEqual(["Bearer other"]);
    expect(await tokenOf()).toBe(CANARY);
  });

  it("refuses a mask in place of a secret", async () => {
    expect(await codeOf(await patch({ auth: { type: "token", token: "***" } }))).toBe("422 invalid_connection");
    expect(await codeOf(await test({ id: "lake", auth: { type: "token", token: "••••" } }))).toBe(
      "422 invalid_connection",
    );
    expect(await tokenOf()).toBe(CANARY);
  });

  it.each([
    "http://0x0a000001/",
    "http://167772161/",
    "http://10.1",
    "http://①⓪.0.0.1/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:a9fe:a9fe::]/",
    "http://169.254.169.254/latest",
    "http://0/",
    "http://user@10.0.0.1/",
    "file:///etc/passwd",
    "gopher://127.0.0.1/",
    "not a url",
  ])("refuses the address %s in saving and in testing", async (baseUrl) => {
    const auth = { type: "token", token: "x-token" };
    expect(await codeOf(await create({ id: "bad", baseUrl }))).toBe("422 invalid_connection");
    expect(await codeOf(await patch({ baseUrl, auth }))).toBe("422 invalid_connection");
    expect(await codeOf(await test({ id: "lake", baseUrl, auth }))).toBe("422 invalid_connection");
  });

  it("names what is wrong, and what is taken or unknown", async () => {
    expect(await codeOf(await create())).toBe("409 conflict");
    const twins = await Promise.all([create({ id: "twin" }), create({ id: "twin" })]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await codeOf(await create({ id: "UPPER" }))).toBe("400 invalid_body");
    const wrong = await create({ id: "new", vendor: "oracle" });
    expect(await wrong.json()).toMatchObject({ code: "invalid_connection", errors: [{ field: "vendor" }] });
    expect(await codeOf(await create({ id: "new", colour: "red" }))).toBe("422 invalid_connection");
    expect(await codeOf(await patch({ vendor: "datameer" }))).toBe("422 invalid_connection");
    expect(await codeOf(await patch({ name: "x" }, "nowhere"))).toBe("404 not_found");
  });

  it("takes settings in a place of their own or beside the rest, as the file does", async () => {
    expect((await create({ id: "cloud", projectId: "p-1" })).status).toBe(201);
    expect((await create({ id: "cloud-2", settings: { projectId: "p-2" } })).status).toBe(201);
    const projects = (await configuredConnections()).map(({ settings }) => settings.projectId);
    expect(projects).toEqual(["p-1", "p-2", undefined]);
  });

  it("removes, and does not exist for users who are limited to others", async () => {
    const seen = (await (await GET(new Request(base, { headers: viewer }))).json()) as {
      items: unknown[];
      vendors: unknown[];
    };
    expect([seen.items, seen.vendors]).toEqual([[], []]);
    expect((await DELETE(request(`${base}/lake`, "DELETE", {}))).status).toBe(204);
    expect(await codeOf(await DELETE(request(`${base}/lake`, "DELETE", {})))).toBe("404 not_found");
    expect(await configuredConnections()).toEqual([]);
    expect(await services.db.select().from(connectionSecrets)).toEqual([]);
  });

  it("puts every secret under the newest key, after which the old one may go", async () => {
    const [oldKey] = services.env.encryptionKeys;
    const both = keyRing([NEW_KEY, oldKey ?? ""]);
    await expect(resealAll(services.db, keyRing([NEW_KEY]))).rejects.toThrow(
      /ENCRYPTION_KEYS: key [0-9a-f]{8} is missing/,
    );
    expect(await resealAll(services.db, both)).toBe(1);
    expect(await resealAll(services.db, both)).toBe(0);
    expect(await resealAll(services.db, keyRing([NEW_KEY]))).toBe(0);
    await expect(resealAll(services.db, keyRing([oldKey ?? ""]))).rejects.toThrow(/is missing/);
  });
});
