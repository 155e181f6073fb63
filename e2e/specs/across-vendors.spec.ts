import { expect, test } from "../support/test";

test("one list filters across vendors, sorts, and its URL gives a colleague the same view", async ({
  operatorPage: page,
  viewerPage,
  lake,
  dliNorth,
  datameer,
}) => {
  await lake.createJob({ scenario: "slow-run", sql: "select 'across' as lake" });
  await dliNorth.createJob({ kind: "sql", scenario: "slow-run", statement: "select 'across' as dli" });
  await datameer.createJob({ scenario: "slow-run" });
  await page.goto("/jobs");
  await page
    .getByRole("group", { name: "Filter by state" })
    .getByRole("button", { name: /^Running/ })
    .click();
  await expect(page).toHaveURL(/state=running/);
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  for (const vendor of ["lake · query", "dli-north · sql", "datameer · execution"]) {
    await expect(rows.filter({ hasText: vendor }).first()).toBeVisible();
  }
  await page
    .getByRole("columnheader", { name: /Started/ })
    .getByRole("button")
    .first()
    .click();
  await expect(page).toHaveURL(/sort=-?startedAt/);
  const url = page.url();
  await viewerPage.goto(url);
  await expect(viewerPage.getByRole("button", { name: /^Running/ })).toHaveAttribute("aria-pressed", "true");
  await expect(viewerPage.getByRole("row").filter({ hasText: "lake · query" }).first()).toBeVisible();
  await page.getByRole("button", { name: /^Running/ }).click();
  await expect(page).not.toHaveURL(/state=running/);
  await page.goBack();
  await expect(page).toHaveURL(url);
});

test("one bulk action cancels a job of each vendor, with a result for each", async ({
  operatorPage: page,
  lake,
  dliNorth,
  datameer,
}) => {
  const marker = `bulk${Date.now()}`;
  const query = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as lake` });
  const sql = await dliNorth.createJob({
    kind: "sql",
    scenario: "runs-forever",
    statement: `select '${marker}' as dli`,
  });
  const load = await datameer.createJob({ scenario: "slow-run" });
  const jobs = [
    ["lake", "query", query.id],
    ["dli-north", "sql", sql.id],
    ["datameer", "execution", String(load.executionId)],
  ] as const;
  for (const [connection, kind, id] of jobs) {
    await expect
      .poll(async () => {
        const answer = await page.request.get(`/api/v1/jobs/${connection}/${kind}/${id}`);
        return answer.ok() ? ((await answer.json()) as { state: string }).state : answer.status();
      })
      .toBe("running");
  }
  await page.goto("/jobs?state=running&sort=-startedAt");
  for (const [, , id] of jobs) await page.locator(`[data-job="${id}"]`).getByRole("checkbox").check();
  await page.getByRole("region", { name: "Selected jobs" }).getByRole("button", { name: "Cancel 3…" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel 3 jobs" });
  await dialog.getByRole("button", { name: /^Cancel 3/ }).click();
  await expect(dialog.getByText("Accepted by the vendor, not yet in effect")).toHaveCount(3);
  for (const [connection, kind, id] of jobs) {
    await expect
      .poll(
        async () =>
          ((await (await page.request.get(`/api/v1/jobs/${connection}/${kind}/${id}`)).json()) as { state: string })
            .state,
        { timeout: 60_000 },
      )
      .toBe("cancelled");
  }
});
