import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";
import { violations } from "../support/violations";

const PAGES = [
  ["the list", "/jobs"],
  ["an empty list", "/jobs?q=nothing-is-called-this"],
  ["a completed query", "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d00"],
  ["a failed query", "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d03"],
  ["raw bodies", "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d00?tab=raw"],
  ["no such job", "/jobs/lake/query/nobody-has-seen-this"],
  ["a DLI SQL job", "/jobs/dli-north/sql/85798b38-ae44-48eb-bb90-7cf0dcdafe7b"],
  ["a Flink job", "/jobs/dli-north/flink/90634"],
  ["a Datameer configuration", "/jobs/datameer/configuration/4"],
  ["the timeline", "/timeline"],
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
    test(`no page has a violation: ${colorScheme}, ${width} px`, async ({ adminPage: page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      for (const [name, path] of PAGES) {
        await page.goto(path);
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
