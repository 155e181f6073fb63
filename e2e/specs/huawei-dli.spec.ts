import { ask, stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

const path = (kind: string, id: string) => `/jobs/dli-north/${kind}/${id}`;

test("a SQL job's subjobs fill, and the next one starts again", async ({ operatorPage: page, dliNorth }) => {
  await dliNorth.turn("progressErrors", 0);
  const { id } = await dliNorth.createJob({ kind: "sql", scenario: "subjobs", count: 3, durationMs: 600_000 });
  await page.goto(path("sql", id));
  await expect(stateOf(page)).toHaveText(/Running/);
  const first = page.getByRole("progressbar", { name: /^Subjob 0/ });
  await expect(first).toBeVisible();
  await expect(first).toHaveAttribute("aria-valuenow", /\d+/);
  // The first takes 0.6 of the time at most.
  await dliNorth.clock({ stepMs: 360_000 });
  await expect(page.getByRole("progressbar", { name: /^Subjob 1/ })).toBeVisible({ timeout: 40_000 });
  await expect(
    page
      .getByRole("main")
      .getByText(/Subjob [12]/)
      .first(),
  ).toBeVisible();
  await dliNorth.clock({ stepMs: 600_000 });
  await expect(stateOf(page)).toHaveText(/Succeeded/);
});

test("progress that the vendor cannot give changes no state", async ({ operatorPage: page, dliNorth }) => {
  const { id } = await dliNorth.createJob({ kind: "sql", scenario: "no-progress" });
  await page.goto(path("sql", id));
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(page.getByRole("progressbar", { name: /^Subjob/ })).toHaveCount(0);
});

test("the document's finished query shows its columns, its statement and its count", async ({ operatorPage: page }) => {
  await page.goto(path("sql", "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa"));
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  const main = page.getByRole("main");
  await expect(main).toContainText("FINISHED");
  await expect(main).toContainText("select * from t1");
  await expect(main.getByRole("table", { name: /columns/i })).toContainText("integer");
  await expect(main).toContainText("dbtest");
});

test("a Flink job's configuration is found field by field", async ({ operatorPage: page }) => {
  await page.goto(path("flink", "90634"));
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  const value = (label: string) =>
    page
      .getByRole("main")
      .getByRole("term")
      .filter({ hasText: new RegExp(`^${label}`, "i") })
      .first()
      .locator("xpath=following-sibling::dd[1]");
  await expect(value("Checkpoint interval")).toContainText(/600 s|10 min/);
  await expect(value("Checkpoint mode")).toContainText(/exactly once/i);
  await expect(value("OBS bucket")).toContainText("dli-test");
  await expect(page.getByRole("main")).toContainText("flink_test-1.0-SNAPSHOT-jar-with-dependencies.jar");
});

test("a stream stopped with a savepoint is seen stopping, then confirmed", async ({ operatorPage: page, dliNorth }) => {
  const { id } = await dliNorth.createJob({ kind: "flink", scenario: "savepoint-stop", name: "clicks" });
  await page.goto(path("flink", id));
  await expect(stateOf(page)).toHaveText(/Running/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: "Stop with savepoint" })).toBeChecked();
  await dialog.getByLabel("Reason").fill("release");
  await dialog.getByRole("button", { name: "Stop with savepoint", exact: true }).click();
  await expect(page.getByRole("region", { name: "Stop with savepoint: confirmed" })).toBeVisible({ timeout: 40_000 });
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  await expect(page.getByRole("main")).toContainText("job_cancel_success");
});

test("a stop that the vendor fails says that it may still run and cost", async ({ operatorPage: page, dliNorth }) => {
  const { id } = await dliNorth.createJob({ kind: "flink", scenario: "stop-fails", name: "payments" });
  await page.goto(path("flink", id));
  await expect(stateOf(page)).toHaveText(/Running/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Stop", exact: true }).check();
  await dialog.getByRole("button", { name: "Stop job" }).click();
  await expect(page.getByRole("main").getByText(/may still run, and cost/)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("region", { name: "Stop: refused" })).toBeVisible();
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(page.getByRole("main")).toContainText("job_cancel_fail");
});

test("a stopped stream runs again, and its earlier run stays in the history", async ({
  operatorPage: page,
  dliNorth,
}) => {
  const { id } = await dliNorth.createJob({ kind: "flink", scenario: "stopped", name: "nightly" });
  await page.goto(path("flink", id));
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  await ask(page, "Run now", "Run now", "again");
  await expect(page.getByRole("region", { name: "Run now: confirmed" })).toBeVisible({ timeout: 40_000 });
  await expect(stateOf(page)).toHaveText(/Starting|Running/);
  await page.getByRole("tab", { name: /^History/ }).click();
  await page.getByRole("tabpanel").getByRole("link").first().click();
  await expect(page).toHaveURL(/run=\d+/);
  await expect(stateOf(page)).toHaveText(/Cancelled/);
});

test("a batch that we cancelled and that dies is cancelled, not failed", async ({ operatorPage: page, dliNorth }) => {
  const { id } = await dliNorth.createJob({ kind: "spark-batch", scenario: "slow-run", name: "compaction" });
  await page.goto(path("spark-batch", id));
  await expect(stateOf(page)).toHaveText(/Running/);
  await ask(page, "Cancel", "Cancel job", "wrong day");
  await expect(page.getByRole("region", { name: "Cancel: confirmed" })).toBeVisible({ timeout: 40_000 });
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  await expect(page.getByRole("main")).toContainText("dead");
});
