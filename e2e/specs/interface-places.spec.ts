import { expect, test } from "../support/test";

test("back from a job returns to the rows that one left, with the focus where it was", async ({ viewerPage: page }) => {
  await page.goto("/jobs?sort=name");
  const list = page.getByRole("region", { name: "Job list" });
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(5)).toBeVisible();
  for (let step = 0; step < 30; step += 1) await page.keyboard.press("j");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href") ?? null);
  const top = () => list.evaluate((element) => element.scrollTop);
  await expect.poll(top).toBeGreaterThan(100);
  const [href, left] = [await focused(), await top()];
  expect(href).toMatch(/^\/jobs\//);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await expect.poll(focused).toBe(href);
  expect(await top()).toBe(left);
  // A new visit begins at the top.
  await page.getByRole("navigation").getByRole("link", { name: "Jobs" }).click();
  await expect.poll(top).toBe(0);
});

test("an address that asks for what nobody can read says so, and keeps the rest", async ({ viewerPage: page }) => {
  await page.goto("/jobs?state=borked&vendor=dremio");
  const main = page.getByRole("main");
  await expect(main).toContainText("The address asks for state:borked, which cannot be read and is left out.");
  await expect(page.getByRole("button", { name: "Remove vendor:dremio" })).toBeVisible();
});

test("the key for cancel is about the selected jobs, and says where there is nothing to cancel", async ({
  operatorPage: page,
  lake,
}) => {
  const marker = `chosen${Date.now()}`;
  for (const word of ["one", "two"]) {
    await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as ${word}` });
  }
  await page.goto(`/jobs?q=${marker}`);
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row", { name: new RegExp(marker) });
  await expect(rows.filter({ hasText: "Running" })).toHaveCount(2);
  for (const row of await rows.all()) await row.getByRole("checkbox").check();
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: /2 jobs/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto("/jobs?state=succeeded&vendor=dremio");
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  await page.keyboard.press("j");
  // Words that go away by themselves are waited for from before the press.
  const told = page.getByText("This job cannot be cancelled now").waitFor();
  await page.keyboard.press("c");
  await told;
});
