import { ask, stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

const path = (kind: string, id: unknown) => `/jobs/datameer/${kind}/${String(id)}`;

test("a triggered job queues, runs, completes, and is found in the history with its counters", async ({
  operatorPage: page,
  datameer,
}) => {
  const { configurationId } = await datameer.createJob({ scenario: "quick" });
  await page.goto(path("configuration", configurationId));
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  // The run takes half a minute by the vendor's clock, and is to be seen running: the clock goes slower.
  await datameer.clock({ speed: 0.3 });
  await ask(page, "Run now", "Run now", "the file came late");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/Started/);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("region", { name: "Run now: confirmed" })).toBeVisible({ timeout: 40_000 });
  await expect(stateOf(page)).toHaveText(/Running/);
  await datameer.clock({ stepMs: 2 * 3_600_000 });
  await expect(stateOf(page)).toHaveText(/Succeeded|Warning|Failed/);
  await page.getByRole("tab", { name: /^History/ }).click();
  await page.getByRole("tabpanel").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/jobs\/datameer\/execution\/\d+/);
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await expect(page.getByRole("main")).toContainText(/RECORDS|Records/);
});

test("a job that never ran is a draft", async ({ operatorPage: page }) => {
  await page.goto(path("configuration", 21));
  await expect(stateOf(page)).toHaveText(/Draft/);
  await expect(page.getByRole("main")).toContainText("_NONE");
});

test("a job that completed with warnings is a warning", async ({ operatorPage: page, datameer }) => {
  const { executionId } = await datameer.createJob({ scenario: "warns" });
  await page.goto(path("execution", executionId));
  await expect(stateOf(page)).toHaveText(/Warning/);
  await expect(page.getByRole("main")).toContainText(/COMPLETED_WITH_WARNINGS/i);
});

test("a stop is confirmed, by execution and by configuration alike", async ({ operatorPage: page, datameer }) => {
  const { executionId, configurationId } = await datameer.createJob({ scenario: "slow-run" });
  await page.goto(path("execution", executionId));
  await expect(stateOf(page)).toHaveText(/Running/);
  await ask(page, "Stop", "Stop job", "it reads the wrong folder");
  await expect(page.getByRole("region", { name: "Stop: confirmed" })).toBeVisible({ timeout: 40_000 });
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  await page.goto(path("configuration", configurationId));
  await expect(stateOf(page)).toHaveText(/Cancelled/);
});

test("a sequence comes back as a plan whose steps are followed", async ({ operatorPage: page, datameer }) => {
  const { configurationId, fileId } = await datameer.createJob({ scenario: "quick", type: "import-job" });
  await page.goto(path("configuration", configurationId));
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await page.getByRole("button", { name: "Run sequence", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("File id 1").fill(String(fileId));
  await dialog.getByRole("button", { name: "Run sequence", exact: true }).click();
  const steps = dialog.getByRole("link", { name: /^Execution \d+$/ });
  await expect(steps.first()).toBeVisible();
  await steps.first().click();
  await expect(page).toHaveURL(/\/jobs\/datameer\/execution\/\d+/);
  await expect(stateOf(page)).toHaveText(/Queued|Running|Succeeded|Warning|Failed/);
});

test("a stop that would hit a newer run is refused, and nothing is stopped", async ({
  operatorPage: page,
  datameer,
}) => {
  const { executionId, configurationId } = await datameer.createJob({ scenario: "slow-run" });
  await page.goto(path("execution", executionId));
  await expect(stateOf(page)).toHaveText(/Running/);
  await datameer.createJob({ scenario: "slow-run", configurationId });
  await datameer.forgetCalls();
  await ask(page, "Stop", "Stop job", "the old one");
  await expect(page.getByRole("dialog").getByText(/nothing was sent/)).toBeVisible();
  expect(await datameer.calls("/stop$")).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expect(stateOf(page)).toHaveText(/Running/);
});
