import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";
import { violations } from "../support/violations";

const COMPLETED = "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d00";
const PAGES = [
  ["the list", "/jobs"],
  ["an empty list", "/jobs?q=nothing-is-called-this"],
  ["a completed query with its rows", `${COMPLETED}?tab=results`],
  ["a failed query", "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d03"],
  ["raw bodies", `${COMPLETED}?tab=raw`],
  ["no such job", "/jobs/lake/query/nobody-has-seen-this"],
  ["a DLI SQL job", "/jobs/dli-north/sql/85798b38-ae44-48eb-bb90-7cf0dcdafe7b"],
  ["a Flink job", "/jobs/dli-north/flink/90634"],
  ["a Spark batch with its log", "/jobs/dli-north/spark-batch/BATCH?tab=log"],
  ["a Datameer configuration with its history", "/jobs/datameer/configuration/4?tab=history"],
  ["a Datameer execution", "/jobs/datameer/execution/30"],
  ["the timeline", "/timeline"],
  ["the timeline as a table", "/timeline?view=table"],
  ["analytics", "/analytics"],
  ["connections", "/connections"],
  ["a connection", "/connections/lake"],
  ["audit", "/audit"],
  ["settings", "/settings"],
] as const;

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await page.waitForLoadState("networkidle").catch(() => {});
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [360, 740],
  ] as const) {
    test(`no page has a violation: ${colorScheme}, ${width} px`, async ({ adminPage: page, dliNorth }) => {
      test.setTimeout(600_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const { id: batch } = await dliNorth.createJob({ kind: "spark-batch", scenario: "long-log", ageMs: 60_000 });
      for (const [name, path] of PAGES) {
        await page.goto(path.replace("BATCH", batch));
        await settled(page);
        expect(await violations(page), name).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
      }
    });
  }

  test(`the log-in page has none: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/login");
    await expect(page.getByRole("button", { name: "Log in", exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("nor has one at 200 % zoom", async ({ browser, sessions, world }) => {
  const context = await browser.newContext({
    baseURL: world.baseUrl,
    storageState: await sessions("operator"),
    // What is left of a window of 1280 by 800.
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  for (const path of ["/jobs", COMPLETED]) {
    await page.goto(path);
    await settled(page);
    expect(await violations(page), path).toEqual([]);
  }
  await context.close();
});
