import type { Page } from "@playwright/test";
import { actByApi } from "../support/act-by-api";
import { untilAtWork } from "../support/at-work";
import { untilListed } from "../support/job-list";
import { stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

const table = (page: Page) => page.getByRole("table", { name: "Jobs" });

test("the palette finds a page and a job, and Enter opens them", async ({ viewerPage: page, lake }) => {
  const marker = `palette${Date.now()}`;
  const { id } = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}'` });
  await untilListed(page.request, { q: marker }, 1);
  await page.goto("/settings");
  await untilAtWork(page);
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const chosen = palette.getByRole("option", { selected: true });

  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("conn");
  await expect(chosen).toHaveText("Connections");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/\/connections$/);

  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(marker);
  await expect(palette.getByRole("option")).toHaveText(new RegExp(marker));
  await expect(chosen).toContainText(marker);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/jobs/lake/query/${id}$`));
  await expect(stateOf(page)).toHaveText(/Running/);
});

test("paused, nothing is asked and the age grows; resumed, it is asked at once", async ({ viewerPage: page }) => {
  await page.clock.install();
  const asked: string[] = [];
  const open = new Set<unknown>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/api/v1/")) return;
    asked.push(pathname);
    open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  await page.goto("/jobs");
  await expect(table(page).getByRole("row").nth(1)).toBeVisible();
  const live = page.getByRole("banner").getByRole("button", { name: /^(Live|Paused)/ });
  await expect(live).toHaveAttribute("aria-pressed", "true");

  await live.click();
  await expect(live).toHaveAccessibleName(/^Paused/);
  await expect(live).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => open.size).toBe(0);
  asked.length = 0;
  await page.clock.runFor(90_000);
  await expect(live).toContainText(/\d+ min/);
  expect(asked).toEqual([]);

  await live.click();
  await expect(live).toHaveAccessibleName(/^Live/);
  await expect.poll(() => asked).toContain("/api/v1/jobs");
  await expect(live).toContainText("now");
});

test.describe("five and a half hours ahead of UTC", () => {
  test.use({ timezoneId: "Asia/Kolkata", colorScheme: "light" });

  test("times in UTC and a dark theme are chosen in the bar, and outlast a reload", async ({ viewerPage: page }) => {
    await page.goto("/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d00");
    const ended = page
      .getByRole("main")
      .getByRole("term")
      .filter({ hasText: /^Ended/ })
      .first()
      .locator("xpath=following-sibling::dd[1]")
      .getByRole("time");
    const at = Date.parse((await ended.getAttribute("datetime")) ?? "");
    const clock = (aheadMs: number) => new Date(at + aheadMs).toISOString().slice(11, 19);
    const zone = page.getByRole("banner").getByRole("button", { name: /^Times in/ });
    const theme = page.getByRole("banner").getByRole("button", { name: /^Theme:/ });
    await expect(ended).toContainText(clock(5.5 * 3_600_000));
    const light = await brightness(page);

    await zone.click();
    await theme.click();
    await page.getByRole("menuitemcheckbox", { name: "Dark", exact: true }).click();
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      await expect(ended).toContainText(clock(0));
      // The full instant is written when somebody points at the short one.
      await ended.hover();
      await expect(ended).toHaveAttribute("title", /UTC$/);
      await expect(zone).toHaveAccessibleName("Times in UTC, switch to local time");
      await expect(theme).toHaveAccessibleName("Theme: dark");
      expect(await brightness(page)).toBeLessThan(light / 2);
    }
  });
});

/** How light the page's ground is: 0 is black. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!pen) throw new Error("There is nothing to draw on.");
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return red + green + blue;
  });
}

test("by keys alone: past the navigation, to what is typed, and to each page", async ({ viewerPage: page }) => {
  await page.goto("/jobs");
  await expect(table(page)).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  for (const label of ["Command palette", "Go to Jobs", "Go to Timeline", "Go to Connections"]) {
    await expect(sheet.getByRole("definition").filter({ hasText: label })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  const navigation = page.getByRole("navigation", { name: "Main" });
  for (const [key, label] of Object.entries({ t: "Timeline", c: "Connections", j: "Jobs" })) {
    // Two keys are a sequence where they come soon after each other: on a busy machine they may not.
    await expect(async () => {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await expect(page).toHaveURL(new RegExp(`/${label.toLowerCase()}`), { timeout: 5_000 });
    }).toPass();
    await expect(navigation.getByRole("link", { name: label })).toHaveAttribute("aria-current", "page");
  }
});

test("readers are told politely what became of a job in the list", async ({ operatorPage: page, lake, world }) => {
  const marker = `said${Date.now()}`;
  const { id } = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}'` });
  await untilListed(page.request, { q: marker, state: "running" }, 1);
  await page.goto(`/jobs?q=${marker}`);
  await expect(table(page).getByRole("row", { name: new RegExp(marker) })).toContainText("Running");
  const said = page.getByRole("status", { name: "Announcements" });
  await expect(said).toBeEmpty();
  await expect(said).toHaveAttribute("aria-live", "polite");
  const wish = { job: `/jobs/lake/query/${id}`, action: "cancel", body: { reason: "no longer wanted" } };
  expect((await actByApi(page.request, world.baseUrl, wish)).status()).toBe(202);
  await expect(said).toContainText(new RegExp(`${marker}.* is now cancelled`));
});
