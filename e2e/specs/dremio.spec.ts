import { ask, stateOf } from "../support/job-page";
import { logInByForm } from "../support/log-in";
import { expect, test } from "../support/test";

const jobPath = (id: string) => `/jobs/lake/query/${id}`;

test("a shared job URL survives the log-in on the way", async ({ page, lake }) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'shared' as link" });
  await page.goto(jobPath(id));
  await expect(page).toHaveURL(/\/login\?/);
  await logInByForm(page, "operator");
  await expect(page).toHaveURL(new RegExp(`${jobPath(id)}$`));
  await expect(page.getByRole("heading", { level: 1, name: /select 'shared'/ })).toBeVisible();
  await expect(page.getByText(id).first()).toBeVisible();
});

test("a queued job is seen running and completed, with the timeline growing", async ({ operatorPage: page, lake }) => {
  const long = 600_000;
  const phases = [
    { state: "PENDING", ms: 100 },
    { state: "QUEUED", ms: long },
    { state: "RUNNING", ms: long },
    { state: "COMPLETED", ms: 0 },
  ];
  const { id } = await lake.createJob({ phases, sql: "select 'watched' as job" });
  await page.goto(jobPath(id));
  await expect(stateOf(page)).toHaveText(/Queued/);
  await lake.clock({ stepMs: long });
  await expect(stateOf(page)).toHaveText(/Running/);
  await page.getByText("As a table").click();
  const table = page.getByRole("table", { name: "States of this job in time" });
  await expect(table.getByRole("row", { name: /RUNNING.*now/ })).toBeVisible();
  await lake.clock({ stepMs: long });
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await expect(table.getByRole("row", { name: /QUEUED/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /COMPLETED/ })).toBeVisible();
  await expect(page).toHaveTitle(/Succeeded/);
});

test("a job in the list changes where it stands", async ({ operatorPage: page, lake }) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'row' as holds_still" });
  await page.goto(`/jobs?q=${id}`);
  const row = page.getByRole("row", { name: /holds_still/ });
  await expect(row).toContainText("Running");
  await lake.clock({ stepMs: 3_600_000 });
  await expect(row).toContainText("Succeeded");
});

test("a cancel is asked, accepted and confirmed, and says so at each step", async ({ operatorPage: page, lake }) => {
  await lake.turn("cancelDelayMs", 300_000);
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'cancel me'" });
  await page.goto(jobPath(id));
  await expect(stateOf(page)).toHaveText(/Running/);
  await ask(page, "Cancel", "Cancel job", "it reads the whole lake");
  const course = page.getByRole("region", { name: /^Cancel: / });
  await expect(course).toContainText("Accepted by the vendor");
  await expect(stateOf(page)).toHaveText(/Stopping/);
  await expect(page.getByRole("main")).toContainText("RUNNING");
  await lake.clock({ stepMs: 300_000 });
  await expect(page.getByRole("region", { name: "Cancel: confirmed" })).toBeVisible();
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  await expect(course).toContainText("it reads the whole lake");
  await expect(page.getByRole("region", { name: "Why it was cancelled" })).toContainText("Query cancelled by user");
  expect(await lake.calls(`${id}/cancel`)).toHaveLength(1);
});

test("a cancel that a completion overtakes is told as overtaken", async ({ operatorPage: page, lake }) => {
  const { id } = await lake.createJob({ scenario: "completes-before-cancel", sql: "select 'too late'" });
  await page.goto(jobPath(id));
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toBeVisible();
  await ask(page, "Cancel", "Cancel job", "too late");
  await expect(page.getByRole("region", { name: "Cancel: overtaken" })).toBeVisible();
  await expect(stateOf(page)).toHaveText(/Succeeded/);
});

test("a viewer sees no cancel, and the API refuses one", async ({ viewerPage: page, lake, world }) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'look only'" });
  await page.goto(jobPath(id));
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(page.getByText("Viewers cannot act on jobs")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toHaveCount(0);
  const answer = await page.request.post(`/api/v1${jobPath(id)}/actions/cancel`, {
    data: {},
    headers: { "x-requested-with": "jobwatch", origin: world.baseUrl },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: "forbidden" });
  expect(await lake.calls(`${id}/cancel`)).toEqual([]);
});

test("a vendor that goes down changes no state, is named with since when, and comes back", async ({
  operatorPage: page,
  lake,
}) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'through the outage'" });
  await page.goto(`/jobs?q=${id}`);
  const row = page.getByRole("row", { name: /through the outage/ });
  await expect(row).toContainText("Running");
  await lake.fault({ kind: "status", status: 502, body: "<html>Bad gateway</html>", contentType: "text/html" });
  const notice = page.getByRole("main").getByText(/has given no good answer since/);
  await expect(notice).toBeVisible();
  await expect(row).toContainText("Running");
  await expect(row).toContainText("Shown as it was last read");
  await lake.mend();
  await expect(notice).toBeHidden({ timeout: 120_000 });
  await expect(row).not.toContainText("Shown as it was last read");
  await expect(row).toContainText("Running");
});

test("a job that the vendor has purged still opens by its URL", async ({ operatorPage: page, lake }) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: "select 'remember me'" });
  await page.goto(jobPath(id));
  // The answer by id has no statement, and the list that is asked often has only what is alive.
  const name = page.getByRole("heading", { level: 1, name: /remember me/ });
  await expect(name).toBeVisible();
  await lake.clock({ stepMs: 3_600_000 });
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await lake.purge(id);
  await page.reload();
  await expect(name).toBeVisible();
  await expect(stateOf(page)).toHaveText(/Succeeded/);
});

test("the seed's completed job shows its reflections, its queue and its rows", async ({ operatorPage: page }) => {
  await page.goto(jobPath("6j6c34cf-9drf-b07a-5ab7-abea69a66d00"));
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  const reflections = page.getByRole("region", { name: "Reflections" });
  await expect(reflections).toContainText("65747723-4133-9e2d-3k86-3d40b26f45ae");
  await expect(reflections.getByRole("row", { name: /^Matched/ }).first()).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1,003,904");
});

test("results are paged, and keep every digit", async ({ operatorPage: page, lake }) => {
  const { id } = await lake.createJob({ scenario: "quick-run", sql: "select * from digits", rows: 250 });
  await page.goto(`${jobPath(id)}?tab=results`);
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await page.getByRole("tab", { name: "Events" }).click();
  await page.getByRole("tab", { name: "Results" }).click();
  const rows = page.getByRole("region", { name: "Result rows" });
  await expect(rows.getByRole("row")).toHaveCount(101);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page).toHaveURL(/offset=100/);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(rows.getByRole("row")).toHaveCount(51);
  await expect(page.getByRole("button", { name: "Next" })).toBeDisabled();
});
