import type { Page } from "@playwright/test";
import { logInByForm } from "../support/log-in";
import { expect, test } from "../support/test";

const pathOf = (url: string) => new URL(url).pathname;

const questionOf = (url: string) => pathOf(url) + new URL(url).search;

/** Notes what is asked of our API and not yet answered. */
function watchQuestions(page: Page) {
  const open = new Set<unknown>();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!pathOf(request.url()).startsWith("/api/v1/")) return;
    open.add(request);
    asked.push(questionOf(request.url()));
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return { asked, open: () => open.size };
}

/** The lid is closed while nothing is on its way: no timer runs until `fastForward`. */
async function closeLid(page: Page, open: () => number): Promise<void> {
  // Later by more than a stall lasts: a clock cannot be stopped in its past.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
  await expect.poll(open).toBe(0);
}

test("after a night's sleep each thing is asked once, and until then the page says how old it is", async ({
  operatorPage: page,
}) => {
  await page.clock.install();
  const { asked, open } = watchQuestions(page);
  await page.goto("/jobs?state=succeeded");
  const live = page.getByRole("banner").getByRole("button", { name: /^Live/ });
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  await expect(live).toContainText("now");
  await closeLid(page, open);
  let wake = () => undefined as void;
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route("**/api/v1/**", async (route) => {
    await awake;
    await route.continue();
  });
  asked.length = 0;
  await page.clock.fastForward("08:00:00");
  await expect.poll(() => asked.some((question) => question.startsWith("/api/v1/jobs?state=succeeded"))).toBe(true);
  await page.clock.runFor(1_000);
  await expect(live).toContainText("8 h");
  expect(asked).toEqual([...new Set(asked)]);
  await page.clock.resume();
  wake();
  await expect(live).toContainText("now");
});

test("a session that ended overnight is one prompt in the morning, and a log-in leads back to the view", async ({
  page,
  context,
}) => {
  await page.clock.install();
  const { open } = watchQuestions(page);
  await page.goto("/jobs?state=succeeded&sort=-startedAt");
  await logInByForm(page, "viewer");
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  await closeLid(page, open);
  await context.clearCookies();
  await page.clock.fastForward("08:00:00");
  await page.clock.resume();
  const prompt = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(prompt).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await prompt.getByRole("link", { name: "Log in" }).click();
  await logInByForm(page, "viewer");
  await expect(page).toHaveURL(/\/jobs\?state=succeeded&sort=-startedAt$/);
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
});
