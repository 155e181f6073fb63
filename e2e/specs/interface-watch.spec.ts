import { stateOf } from "../support/job-page";
import { jobRows, openList, untilListed } from "../support/job-list";
import { stubNotifications } from "../support/stub-notifications";
import { expect, test } from "../support/test";

test("one job's end is told once, after a reload too, and the tab carries its state", async ({
  operatorPage: page,
  lake,
}) => {
  const notes = await stubNotifications(page);
  const marker = `told${Date.now()}`;
  const { id } = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}'` });
  await untilListed(page.request, { q: marker, state: "running" }, 1);
  await page.goto(`/jobs/lake/query/${id}`);
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(page).toHaveTitle(/^Running · .* · Jobwatch$/);
  const icon = () => page.evaluate(() => document.querySelector('link[rel="icon"]')?.getAttribute("href"));
  await expect.poll(icon).toMatch(/running\.svg$/);
  const tell = page.getByRole("button", { name: "Tell me when it ends" });
  // Words that go away by themselves are waited for from before the press.
  const told = page.getByText("You will be told when it ends").waitFor();
  await tell.click();
  await told;
  await expect(tell).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(tell).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveTitle(/Settings/);
  expect(await notes()).toEqual([]);

  await page.goBack();
  await lake.clock({ stepMs: 3_600_000 });
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await expect(page).toHaveTitle(/^Succeeded · /);
  await expect.poll(icon).toMatch(/succeeded\.svg$/);
  await expect.poll(notes).toEqual([{ title: "Succeeded · lake", body: `select '${marker}'` }]);
  await expect(tell).toHaveCount(0);
});

test("many chosen jobs are each told of once, wherever one is by then", async ({
  operatorPage: page,
  lake,
  dliNorth,
}) => {
  const notes = await stubNotifications(page);
  const marker = `each${Date.now()}`;
  const statement = (name: string) => `select '${marker}' as ${name}`;
  await lake.createJob({ scenario: "slow-run", sql: statement("one") });
  await lake.createJob({ scenario: "slow-run", sql: statement("two") });
  await lake.createJob({
    sql: statement("three"),
    phases: [
      { state: "RUNNING", ms: 600_000 },
      { state: "FAILED", ms: 0 },
    ],
  });
  await dliNorth.createJob({ kind: "sql", scenario: "runs-forever", statement: statement("four") });
  await lake.createJob({ scenario: "quick-run", sql: statement("over") });
  await untilListed(page.request, { q: marker, state: "running" }, 4);
  await untilListed(page.request, { q: marker, state: "succeeded" }, 1);
  await openList(page, { q: marker });
  await expect(jobRows(page)).toHaveCount(5);
  await page.getByRole("checkbox", { name: "Select all loaded jobs" }).check();
  const selected = page.getByRole("region", { name: "Selected jobs" });
  const promised = page.getByText("You will be told when they end").waitFor();
  await selected.getByRole("button", { name: "Tell me when they end" }).click();
  await promised;
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveTitle(/Settings/);
  await lake.clock({ stepMs: 3_600_000 });
  const titles = async () => (await notes()).map(({ title, body }) => `${title} ${body}`).toSorted();
  const told = [
    `Failed · lake ${statement("three")}`,
    `Succeeded · lake ${statement("one")}`,
    `Succeeded · lake ${statement("two")}`,
  ];
  await expect.poll(async () => (await titles()).length, { timeout: 120_000 }).toBeGreaterThanOrEqual(3);
  expect(await titles()).toEqual(told);
  // The one that still runs is asked about again: by then nothing was told twice.
  await page.waitForRequest(/\/api\/v1\/jobs\?.*state=running/);
  expect(await titles()).toEqual(told);
});
