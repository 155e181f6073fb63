import { untilAllAnswered } from "../support/all-answered";
import { expect, test } from "../support/test";

test("a mark of analytics leads to the list that it counts", async ({ operatorPage: page }) => {
  await untilAllAnswered(page.request);
  await page.goto("/analytics");
  const ends = page.getByRole("region", { name: "Jobs by end state", exact: true });
  const failed = ends.getByRole("link", { name: /Failed/ }).first();
  const count = Number((await failed.innerText()).replace(/\D/g, ""));
  expect(count).toBeGreaterThan(0);
  await failed.click();
  await expect(page).toHaveURL(/\/jobs\?.*state=failed/);
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Failed");
  const filter = new URL(page.url()).searchParams;
  expect(filter.get("endedFrom")).not.toBeNull();
  await expect(page.getByText(new RegExp(`^${count} jobs? loaded`))).toBeVisible();
});
