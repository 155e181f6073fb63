import type { Browser, Page } from "@playwright/test";
import { makeAnotherBuild, type AnotherBuild } from "../support/another-build";
import { untilAtWork } from "../support/at-work";
import { logInByForm } from "../support/log-in";
import { SandboxControl } from "../support/sandbox-control";
import { openWorld, type OwnWorld } from "../support/start-world";
import { expect, test } from "../support/test";

/** A list that is asked for by its address alone. */
const FILTERED = "/jobs?state=running&owner=redeployer&sort=-startedAt";
const COLUMNS = "Columns and density";

let world: OwnWorld;
let lake: SandboxControl;
const builds: AnotherBuild[] = [];

test.describe.configure({ timeout: 400_000 });
test.beforeAll(async () => {
  test.setTimeout(400_000);
  world = await openWorld();
  lake = new SandboxControl(world.sandboxes.lake);
});
test.afterAll(async () => {
  await world.end();
  for (const build of builds) build.remove();
});

function another(without: readonly string[] = []): AnotherBuild {
  const build = makeAnotherBuild(without);
  builds.push(build);
  return build;
}

/** A tab with the filtered list and one job in it. Counts how often the tab itself is loaded from then on. */
async function openTab(browser: Browser): Promise<{ page: Page; loads: () => number }> {
  const marker = `redeploy${Date.now()}`;
  await lake.createJob({ scenario: "stuck", user: "redeployer", sql: `select '${marker}'` });
  const context = await browser.newContext({ baseURL: world.baseUrl, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(FILTERED);
  await logInByForm(page, "operator");
  await expect(rowsOf(page).filter({ hasText: marker })).toBeVisible();
  let loads = 0;
  page.on("request", (request) => (loads += request.isNavigationRequest() ? 1 : 0));
  return { page, loads: () => loads };
}

const rowsOf = (page: Page) => page.getByRole("table", { name: "Jobs" }).getByRole("row");

/** The page says itself that it is the list, filtered as its address says. */
async function expectFiltered(page: Page): Promise<void> {
  await expect(page).toHaveURL(`${world.baseUrl}${FILTERED}`);
  await expect(page.getByRole("button", { name: /^Running/, pressed: true })).toBeVisible();
  await expect(rowsOf(page).filter({ hasText: "redeploy" }).first()).toBeVisible();
}

/** The names of the files that the dialog of columns needs beyond the page. */
async function filesOfDialog(page: Page): Promise<string[]> {
  const files: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/_next/static/chunks/")) files.push(pathname.split("/").at(-1) ?? "");
  });
  await page.getByRole("button", { name: COLUMNS }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  return files;
}

test("an open tab goes on with the new build, and loads anew once, where it is led next", async ({ browser }) => {
  const { page, loads } = await openTab(browser);
  const build = another();
  await world.restart({ build: build.folder });
  expect(await (await fetch(`${world.baseUrl}/login`)).text()).toContain(build.id);

  const marker = `later${Date.now()}`;
  await lake.createJob({ scenario: "stuck", user: "redeployer", sql: `select '${marker}'` });
  await expect(rowsOf(page).filter({ hasText: marker })).toBeVisible({ timeout: 120_000 });
  await page.getByRole("button", { name: /^Running/ }).click();
  await expect(page).toHaveURL(/\/jobs\?owner=redeployer&sort=-startedAt$/);
  await page.goBack();
  await expectFiltered(page);
  expect(loads()).toBe(0);

  await page.getByRole("link", { name: "Timeline", exact: true }).click();
  await expect(page).toHaveURL(/\/timeline/);
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  expect(loads()).toBe(1);
  // From here on it is a tab of the new build: it is led about without a load, once the page is at work.
  await untilAtWork(page);
  await page.getByRole("link", { name: "Connections", exact: true }).click();
  await expect(page.getByRole("table", { name: "Connections" })).toBeVisible();
  expect(loads()).toBe(1);
});

test("where a file of the old build is gone, the tab loads anew once, and is filtered as before", async ({
  browser,
}) => {
  await world.restart();
  const { page, loads } = await openTab(browser);
  await world.restart({ build: another().folder });
  const missing = page.waitForResponse(
    (response) => response.status() === 404 && response.url().includes("/_next/static/"),
  );
  await page.getByRole("button", { name: COLUMNS }).click();
  await missing;
  await expect.poll(loads).toBe(1);
  await expectFiltered(page);
  await page.getByRole("button", { name: COLUMNS }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(loads()).toBe(1);
});

test("a file that no build has makes the tab load anew once and never again", async ({ browser }) => {
  await world.restart();
  const known = await openTab(browser);
  const files = await filesOfDialog(known.page);
  expect(files).not.toEqual([]);
  const { page, loads } = await openTab(browser);
  await world.restart({ build: another(files).folder });
  await page.getByRole("button", { name: COLUMNS }).click();
  await expect.poll(loads).toBe(1);
  await expectFiltered(page);
  await page.getByRole("button", { name: COLUMNS }).click();
  await expect(page.getByText("This page could not be drawn")).toBeVisible();
  // Longer than a loop of loads would take to show.
  await page.waitForTimeout(5_000);
  expect(loads()).toBe(1);
  await page.getByRole("button", { name: "Reload", exact: true }).click();
  await expectFiltered(page);
  expect(loads()).toBe(2);
});
