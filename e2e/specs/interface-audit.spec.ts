import { ask, stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

test("a cancel stands in the audit with who, why and what came of it, and the chain is verified", async ({
  operatorPage,
  adminPage: page,
  lake,
}) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'for the record'" });
  await operatorPage.goto(`/jobs/lake/query/${id}`);
  await ask(operatorPage, "Cancel", "Cancel job", "kept for the record");
  await expect(stateOf(operatorPage)).toHaveText(/Cancelled/);

  await page.goto("/audit");
  const entries = page.getByRole("table", { name: "Actions, newest first" }).getByRole("row");
  await page.getByRole("searchbox", { name: "Job id" }).fill(id);
  await expect(page).toHaveURL(new RegExp(`job=${id}`));
  await expect(entries).toHaveCount(2);
  const entry = entries.nth(1);
  await expect(entry).toContainText("operator@jobwatch.test");
  await expect(entry).toContainText("kept for the record");
  await expect(entry).toContainText("Confirmed");
  await page.getByRole("button", { name: "Outcome" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Confirmed", exact: true }).click();
  await expect(page).toHaveURL(/outcome=confirmed/);
  await expect(entries).toHaveCount(2);
  await page.goBack();
  await expect(page).not.toHaveURL(/outcome=/);
  await page.getByRole("button", { name: "Verify chain" }).click();
  await expect(page.getByText("The chain is whole:")).toBeVisible();
  await entry.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/jobs/lake/query/${id}`));
});

test("others are told that the audit is not theirs, and nothing is asked for it", async ({ viewerPage: page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/audit");
  await expect(page.getByText("The audit needs the role admin")).toBeVisible();
  expect(asked.filter((path) => path.startsWith("/api/v1/audit"))).toEqual([]);
});
