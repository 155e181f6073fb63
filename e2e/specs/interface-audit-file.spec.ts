import { readFileSync } from "node:fs";
import { actByApi } from "../support/act-by-api";
import { untilListed } from "../support/job-list";
import { readCsv } from "../support/read-csv";
import { expect, test } from "../support/test";

test("the audit is filtered by who and by what, and saved as a file that no spreadsheet runs", async ({
  operatorPage,
  adminPage: page,
  lake,
  world,
}) => {
  const reason = `=HYPERLINK("https://elsewhere.test","${Date.now()}")`;
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'for a file'" });
  const { request } = operatorPage;
  await untilListed(request, { q: id, state: "running" }, 1);
  const wish = { job: `/jobs/lake/query/${id}`, action: "cancel", body: { reason } };
  expect((await actByApi(request, world.baseUrl, wish)).status()).toBe(202);

  await page.goto(`/audit?job=${id}`);
  const entries = page.getByRole("table", { name: "Actions, newest first" }).getByRole("row");
  const none = page.getByText("No entry matches");
  const who = page.getByRole("searchbox", { name: "Who" });
  await expect(entries).toHaveCount(2);
  await who.fill("viewer@jobwatch.test");
  await expect(page).toHaveURL(/by=viewer/);
  await expect(none).toBeVisible();
  await who.fill("operator@jobwatch.test");
  await expect(entries).toHaveCount(2);

  const choose = async (button: string, what: string) => {
    await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: what, exact: true }).click();
  };
  await choose("What", "Stop");
  await expect(page).toHaveURL(/action=stop/);
  await expect(none).toBeVisible();
  await choose("Stop", "Cancel");
  await expect(entries).toHaveCount(2);
  await expect(entries.nth(1)).toContainText("operator@jobwatch.test");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^jobwatch-audit-\d{4}-\d\d-\d\d\.csv$/);
  const rows = readCsv(readFileSync(await file.path(), "utf8").replace(/^\uFEFF/, ""));
  expect(rows).toEqual([
    expect.objectContaining({
      by: "operator@jobwatch.test",
      action: "cancel",
      connection: "lake",
      kind: "query",
      jobId: id,
      reason: `'${reason}`,
    }),
  ]);
});
