import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { chromium, type Page, request } from "@playwright/test";
import { logInByApi, logInByForm } from "../e2e/support/log-in";
import { SandboxControl } from "../e2e/support/sandbox-control";
import { startWorld } from "../e2e/support/start-world";
import { theWorld } from "../e2e/support/world";
import { ROOT } from "./root";
import { findChromium } from "./tools/find-chromium";

/** Until the first sweeps are in, and until the newest jobs are such as arrived before our eyes. */
const WARM_UP_MS = { sweeps: 12_000, arrivals: 50_000 };
/** `npm run screenshots`: every page, in both themes, on a desk and on a phone, into docs/screenshots. */
const FOLDER = join(ROOT, "docs/screenshots");
const SIZES = [
  [1440, 900],
  [360, 740],
] as const;

const end = await startWorld({ lively: true });
try {
  // A page that is no more leaves no picture behind.
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const world = theWorld();
  const dli = new SandboxControl(world.sandboxes.dliNorth);
  const { id: sql } = await dli.createJob({
    kind: "sql",
    scenario: "subjobs",
    count: 4,
    durationMs: 400_000,
  });
  await setTimeout(WARM_UP_MS.sweeps);
  await actOnSome(world.baseUrl);
  await setTimeout(WARM_UP_MS.arrivals);
  const pages: [string, string][] = [
    ["jobs", "/jobs"],
    ["job", "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d00"],
    ["job-dli-sql", `/jobs/dli-north/sql/${sql}`],
    ["job-dli-flink", "/jobs/dli-north/flink/90701"],
    ["job-datameer", "/jobs/datameer/configuration/4"],
    ["timeline", "/timeline"],
    ["timeline-open", "/timeline?from=-15m&open=*"],
    ["timeline-table", "/timeline?view=table"],
    ["analytics", "/analytics"],
    ["connections", "/connections"],
    ["connection", "/connections/lake"],
    ["audit", "/audit"],
    ["settings", "/settings"],
  ];
  const { path: executablePath } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of SIZES) {
      const context = await browser.newContext({ baseURL: world.baseUrl, viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      await page.goto("/login");
      await shoot(page, "login", colorScheme, width);
      await logInByForm(page, "admin");
      await page.waitForURL(/\/jobs/);
      for (const [name, path] of pages) {
        await page.goto(path);
        await settled(page);
        await shoot(page, name, colorScheme, width);
      }
      await context.close();
    }
  }
  await browser.close();
} finally {
  await end();
}

/** Asks for a few ends as an operator would, so that the audit has something to show. */
async function actOnSome(baseUrl: string): Promise<void> {
  const api = await request.newContext({
    baseURL: baseUrl,
    extraHTTPHeaders: { origin: baseUrl, "x-requested-with": "jobwatch" },
  });
  await logInByApi(api, baseUrl, "operator");
  for (const [connection, action, reason] of [
    ["lake", "cancel", "superseded by a newer export"],
    ["dli-north", "cancel", "wrong partition"],
    ["datameer", "stop", "the source is being reloaded"],
  ] as const) {
    const list = (await (await api.get(`/api/v1/jobs?state=running&connection=${connection}&limit=50`)).json()) as {
      items: { kind: string; id: string; actions: string[] }[];
    };
    const job = list.items.find(({ actions }) => actions.includes(action));
    if (!job) continue;
    const path = `/api/v1/jobs/${connection}/${job.kind}/${encodeURIComponent(job.id)}/actions/${action}`;
    await api.post(path, { data: { reason } });
  }
  await api.dispose();
}

/** Drawn, with its data, and what loads late is there. */
async function settled(page: Page): Promise<void> {
  await page.getByRole("main").waitFor();
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await page.waitForTimeout(1_500);
}

async function shoot(page: Page, name: string, scheme: string, width: number): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}-${scheme}-${width}.png`) });
  console.log(`${name}-${scheme}-${width}.png`);
}
