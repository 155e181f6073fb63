import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ROOT } from "../../scripts/root";
import { secretsIn, STORED_CANARY } from "../support/secret-canaries";
import { expect, test } from "../support/test";

const COMPLETED = "6j6c34cf-9drf-b07a-5ab7-abea69a66d00";
const PAGES = [
  "/jobs",
  `/jobs/lake/query/${COMPLETED}`,
  `/jobs/lake/query/${COMPLETED}?tab=raw`,
  "/jobs/dli-north/sql/85798b38-ae44-48eb-bb90-7cf0dcdafe7b?tab=raw",
  "/jobs/dli-north/flink/90634?tab=raw",
  "/jobs/datameer/configuration/4?tab=raw",
  "/timeline",
  "/analytics",
  "/connections",
  "/connections/lake",
  "/connections/datameer",
  "/audit",
  "/settings",
  "/login",
];

const CHANGES = { "content-type": "application/json", "x-requested-with": "jobwatch" };

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

test.describe("secrets", () => {
  test("are not in what the browser loads, and neither are source maps", () => {
    const files = filesBelow(join(ROOT, ".next", "static"));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    expect(files.flatMap((file) => secretsIn(readFileSync(file, "latin1")))).toEqual([]);
  });

  test("are in no page, no payload of one and no answer, not even for an admin", async ({
    adminPage: page,
    world,
    lake,
  }) => {
    const headers = { ...CHANGES, origin: world.baseUrl };
    const connection = {
      id: "canary",
      name: "Canary",
      vendor: "dremio",
      baseUrl: "https://dremio.invalid",
      auth: { type: "token", token: STORED_CANARY },
    };
    const made = await page.request.post("/api/v1/connections", { headers, data: connection });
    expect(made.status(), await made.text()).toBe(201);
    // A vendor that repeats what it was sent in its error.
    await lake.fault({ kind: "echo-credential", times: 3 });

    const leaks: string[] = [];
    const bodies: Promise<void>[] = [];
    page.on("response", (response) => {
      const read = response.body().then(
        (body) =>
          void leaks.push(...secretsIn(body.toString("latin1")).map((secret) => `${response.url()}: ${secret}`)),
        () => undefined,
      );
      bodies.push(read);
    });
    for (const path of [...PAGES, "/connections/canary"]) {
      await page.goto(path);
      await expect(page.getByRole(path === "/login" ? "heading" : "main").first()).toBeVisible();
      const payload = await page.request.get(path, { headers: { RSC: "1" } });
      leaks.push(...secretsIn(await payload.text()).map((secret) => `${path} as payload: ${secret}`));
    }

    const openApi = (await (await page.request.get("/api/v1/openapi.json")).json()) as {
      paths: Record<string, object>;
    };
    const asked = Object.entries(openApi.paths).flatMap(([path, methods]) => ("get" in methods ? [path] : []));
    expect(asked.length).toBeGreaterThan(10);
    for (const path of asked) {
      const filled = path
        .replace("{connection}", "lake")
        .replace("{kind}", "query")
        .replace("{id}", path.includes("/jobs/") ? COMPLETED : "canary");
      const query = path.endsWith("/export") ? "?format=json" : "";
      const text = await (await page.request.get(`${filled}${query}`)).text();
      leaks.push(...secretsIn(text).map((secret) => `GET ${path}: ${secret}`));
    }
    for (const path of ["/healthz", "/readyz", "/metrics", "/api/v1/jobs/export?format=csv", "/api/auth/session"]) {
      leaks.push(...secretsIn(await (await page.request.get(path)).text()).map((secret) => `GET ${path}: ${secret}`));
    }
    await Promise.all(bodies);
    expect(leaks).toEqual([]);
    expect((await page.request.delete("/api/v1/connections/canary", { headers, data: {} })).ok()).toBe(true);
  });
});

/** Texts that a page would run, or load something for, if it took them for anything but text. */
const CORPUS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<img src=http://collector.test/img>",
  "<svg/onload=alert(1)>",
  "<svg><script href=http://collector.test/svg></script></svg>",
  "</script><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "</textarea><script>alert(1)</script>",
  "--><script>alert(1)</script>",
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)' x='",
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "<a href=javascript:alert(1)>click</a>",
  "[click](javascript:alert(1))",
  "![x](http://collector.test/markdown)",
  "<iframe srcdoc='<script>parent.alert(1)</script>'>",
  "<iframe src=javascript:alert(1)>",
  "<object data=http://collector.test/object>",
  "<embed src=http://collector.test/embed>",
  "<link rel=stylesheet href=http://collector.test/css>",
  "<style>@import 'http://collector.test/style'</style>",
  "<meta http-equiv=refresh content='0;url=http://collector.test/meta'>",
  "<base href=http://collector.test/>",
  "<form action=http://collector.test/form><button>x</button></form>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)>",
  "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "`${alert(1)}`",
  "\u2028alert(1)//",
  "url(http://collector.test/url)",
  "//collector.test/relative",
  "http://collector.test/plain-link",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<IMG SRC=JaVaScRiPt:alert(1)>",
  "<x onclick=alert(1) tabindex=0 autofocus onfocus=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<body onload=alert(1)>",
  "<isindex type=image src=http://collector.test/isindex onerror=alert(1)>",
  "<audio src=x onerror=alert(1)>",
  "<marquee onstart=alert(1)>",
  "<script src=//collector.test/x.js></script>",
  "<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></x>",
  "__proto__",
  "constructor",
  "toString",
  "=HYPERLINK('http://collector.test/cell')",
  "<!--<img src='--><img src=x onerror=alert(1)>",
  "<a href='http://collector.test/ping' ping='http://collector.test/ping'>x</a>",
  "<b>bold</b><u>under</u>",
  "<plaintext>",
  "<xmp><img src=x onerror=alert(1)></xmp>",
];

/** What must not happen on a page; `found()` says what did. */
async function watch(page: Page, origin: string): Promise<{ found(): Promise<string[]> }> {
  const found: string[] = [];
  page.on("dialog", (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, href } = new URL(request.url());
    const ours = href.startsWith(`${origin}/`) || protocol === "data:" || protocol === "blob:";
    if (!ours) found.push(`request: ${href}`);
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) found.push(`CSP: ${message.text()}`);
  });
  return {
    async found() {
      const links = await page.evaluate(() =>
        [...document.querySelectorAll("a[href], area[href]")].map((link) => (link as HTMLAnchorElement).href),
      );
      return [
        ...found,
        ...links.filter((href) => !/^https?:/.test(href)),
        ...links.filter((href) => href.includes("//collector.test")),
      ];
    },
  };
}

test("vendor texts are text: no dialog, no request, no link of theirs, on any page", async ({
  adminPage: page,
  world,
  lake,
}) => {
  test.setTimeout(300_000);
  const seen = await watch(page, world.baseUrl);
  // Ten texts a job, each of them in every field; one short job shows that the whole of a text is there.
  const jobs: { id: string; text: string }[] = [];
  for (let from = 0; from < CORPUS.length; from += 10) {
    const text = CORPUS.slice(from, from + 10).join(" ");
    const wish = { sql: `select ${text}`, user: text, queue: text, errorMessage: text };
    const { id } = await lake.createJob({ scenario: "fails-in-planning", ageMs: 60_000, ...wish });
    jobs.push({ id, text });
  }
  // The texts of the SQL come with the vendor's list of what ended lately, which is asked for once a minute.
  await page.goto(`/jobs?q=${encodeURIComponent(CORPUS[0] ?? "")}`);
  await expect(page.getByRole("row", { name: /<script>alert\(1\)<\/script>/ }).first()).toBeVisible({
    timeout: 100_000,
  });
  for (const { id, text } of jobs) {
    await page.goto(`/jobs/lake/query/${id}?tab=raw`);
    const main = page.getByRole("main");
    await expect(main).toContainText("Failed");
    const shown = (await main.innerText()).replace(/\s+/g, " ");
    for (const piece of text
      .split(" ")
      .filter((word) => /^[\w<>/=():.]+$/.test(word))
      .slice(0, 10)) {
      expect(shown).toContain(piece);
    }
  }
  for (const path of ["/jobs?connection=lake", "/timeline", "/analytics", "/audit", "/connections/lake"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  }
  expect(await seen.found()).toEqual([]);
});

test("a text that turns its own reading order shows how it does it", async ({ operatorPage: page, lake }) => {
  const running = await lake.createJob({ scenario: "slow-run", sql: "select 'invoice\u202egpj.exe' as name" });
  await page.goto(`/jobs?q=${running.id}`);
  await expect(page.getByRole("row", { name: /‹U\+202E›/ })).toBeVisible();
  await page.goto(`/jobs/lake/query/${running.id}`);
  const main = page.getByRole("main");
  await expect(main).toContainText("‹U+202E›");
  expect(await page.locator("body").innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);

  const errorMessage = "a\u200bb\u2066c";
  const failed = await lake.createJob({ scenario: "fails-in-planning", ageMs: 60_000, errorMessage });
  await page.goto(`/jobs/lake/query/${failed.id}`);
  await expect(main).toContainText("a‹U+200B›b‹U+2066›c");
});
