import { stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

test("from the list to a confirmed cancel by keys alone", async ({ operatorPage: page, lake }) => {
  const marker = `keys${Date.now()}`;
  const older = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as older` });
  const newer = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as newer` });
  await page.goto("/jobs");
  const table = page.getByRole("table", { name: "Jobs" });
  await expect(table).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search jobs" })).toBeFocused();
  await page.keyboard.type(marker);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=${marker}`));
  await page.keyboard.press("Escape");
  for (const word of ["older", "newer"]) {
    await expect(table.getByRole("row", { name: new RegExp(`${marker}.*as ${word}`) })).toContainText("Running");
  }
  const linkOf = (at: number) => table.getByRole("row").nth(at).getByRole("link").first();
  await page.keyboard.press("j");
  await expect(linkOf(1)).toBeFocused();
  await page.keyboard.press("j");
  await expect(linkOf(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(linkOf(1)).toBeFocused();
  const id = (await linkOf(1).getAttribute("href"))?.split("/").at(-1) ?? "";
  expect([older.id, newer.id]).toContain(id);

  const selected = page.getByRole("region", { name: "Selected jobs" });
  await page.keyboard.press("x");
  await expect(selected).toContainText("1 job selected");
  await page.keyboard.press("x");
  await expect(selected).toBeHidden();

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/jobs/lake/query/${id}`));
  await expect(stateOf(page)).toHaveText(/Running/);
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByLabel("Reason");
  await expect(reason).toBeVisible();
  for (let tabs = 0; tabs < 6 && !(await isFocused(reason)); tabs += 1) await page.keyboard.press("Tab");
  await page.keyboard.type("asked without a mouse");
  const confirm = dialog.getByRole("button", { name: "Cancel job", exact: true });
  for (let tabs = 0; tabs < 6 && !(await isFocused(confirm)); tabs += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Cancel: confirmed" })).toContainText("asked without a mouse");
  await expect(stateOf(page)).toHaveText(/Cancelled/);
});

test("the help sheet names the keys of the page, and Escape gives the focus back", async ({ viewerPage: page }) => {
  await page.goto("/jobs");
  await expect(page.getByRole("table", { name: "Jobs" })).toBeVisible();
  await page.keyboard.press("j");
  const link = page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1).getByRole("link").first();
  await expect(link).toBeFocused();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  await expect(sheet).toContainText("Next job");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(link).toBeFocused();
});

function isFocused(locator: import("@playwright/test").Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
