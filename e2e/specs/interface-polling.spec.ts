import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

interface Shift {
  sources: { node: Node | null }[];
}

/** Notes what moves in the table from now on, outside the cells of states: there two words of one job make room. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const moved: string[] = [];
    (window as unknown as { moved: string[] }).moved = moved;
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as unknown as Shift[]) {
        const others = sources.filter(({ node }) => {
          const place = node?.parentElement;
          return !place || (place.closest("[role=table]") && !place.closest("[data-column=state]"));
        });
        moved.push(...others.map(({ node }) => node?.textContent ?? "something that is gone"));
      }
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
}

/** Counts the answers to the list's polls from now on. */
function polls(page: Page): { count: () => number; sent: () => number } {
  let answered = 0;
  let sent = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/v1/")) sent += 1;
  });
  page.on("response", (response) => {
    if (new URL(response.url()).pathname === "/api/v1/jobs") answered += 1;
  });
  return { count: () => answered, sent: () => sent };
}

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (value ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
}

test("polls move no row and leave unchanged rows alone, while a changed one changes where it stands", async ({
  operatorPage: page,
  lake,
}) => {
  const marker = `still${Date.now()}`;
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as changes` });
  await page.goto("/jobs?sort=-submittedAt");
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  const changing = rows.filter({ hasText: marker });
  await expect(changing).toContainText("Running");
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const { count } = polls(page);
  const before = await rows.elementHandles();
  const shifts = await watchShifts(page);
  await expect.poll(count).toBeGreaterThanOrEqual(2);
  await lake.clock({ stepMs: 3_600_000 });
  await expect(changing).toContainText("Succeeded");
  const seen = count();
  await expect.poll(count).toBeGreaterThanOrEqual(seen + 2);
  expect(await shifts()).toEqual([]);
  const kept = await Promise.all(before.map((row) => row.evaluate((element) => element.isConnected)));
  expect(kept).not.toContain(false);
});

test("a hidden tab asks nothing, and asks each thing once when it is seen again", async ({ operatorPage: page }) => {
  await page.goto("/jobs");
  await expect(page.getByRole("table", { name: "Jobs" })).toBeVisible();
  const { count, sent } = polls(page);
  await expect.poll(count).toBeGreaterThanOrEqual(1);
  await setHidden(page, true);
  // What was on its way when the tab was hidden may still come in.
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const [sentBefore, countBefore] = [sent(), count()];
  await page.waitForTimeout(7_000);
  expect(sent()).toBe(sentBefore);
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  await setHidden(page, false);
  await expect.poll(count).toBe(countBefore + 1);
  expect(paths.filter((path) => path === "/api/v1/jobs")).toHaveLength(1);
  await expect.poll(count).toBeGreaterThanOrEqual(countBefore + 2);
});

test("new jobs wait behind a bar while one reads, and the selection outlasts the polls", async ({
  operatorPage: page,
  lake,
}) => {
  await page.goto("/jobs?sort=-submittedAt");
  const list = page.getByRole("region", { name: "Job list" });
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  await rows.nth(2).getByRole("checkbox").check();
  const label = await rows.nth(2).getByRole("checkbox").getAttribute("aria-label");
  await list.hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  const top = await list.evaluate((element) => element.scrollTop);
  const marker = `fresh${Date.now()}`;
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as newcomer` });
  const bar = page.getByRole("button", { name: /^\d+\+? new jobs?$/ });
  await expect(bar).toBeVisible();
  expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
  const selected = page.getByRole("region", { name: "Selected jobs" });
  await expect(selected).toContainText("1 job selected");
  await bar.click();
  await expect(rows.filter({ hasText: marker })).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(selected).toContainText("1 job selected");
  await expect(page.getByRole("checkbox", { name: label ?? "", exact: true, checked: true })).toHaveCount(1);
});
