import type { SandboxControl } from "../support/sandbox-control";
import { untilListed } from "../support/job-list";
import { stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

/** Earlier runs of one configuration, which have ended, and one that runs. */
async function runsOfOne(datameer: SandboxControl, earlier: readonly number[]): Promise<string> {
  let configurationId: unknown;
  for (const runMs of earlier) {
    const made = await datameer.createJob({ scenario: "quick", configurationId, plan: { runMs } });
    configurationId ??= made.configurationId;
    await datameer.clock({ stepMs: runMs + 60_000 });
  }
  await datameer.createJob({ scenario: "slow-run", configurationId });
  return String(configurationId);
}

test("when a run will end is expected from the runs before it, with their median and quartiles", async ({
  operatorPage: page,
  datameer,
}) => {
  const seconds = [100, 110, 120, 130, 3_000];
  const id = await runsOfOne(
    datameer,
    seconds.map((length) => length * 1_000),
  );
  await page.goto(`/jobs/datameer/configuration/${id}`);
  await expect(stateOf(page)).toHaveText(/Running/);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText(
    /usually 2 min, mostly 1 min 50 s to 2 min 10 s \(5 runs\), so about (\d\d:\d\d:\d\d|\d+ \w+ \d\d:\d\d)/,
  );
  const tab = page.getByRole("tab", { name: /^History/ });
  await expect(tab).toContainText("5");
});

test("too few earlier runs are said to be too few, and none to be none", async ({
  operatorPage: page,
  datameer,
  lake,
}) => {
  const id = await runsOfOne(datameer, [60_000, 90_000]);
  await page.goto(`/jobs/datameer/configuration/${id}`);
  await expect(stateOf(page)).toHaveText(/Running/);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText("too few earlier runs to say how long it takes (needs 5)");
  await expect(timeline).not.toContainText("usually");
  const query = await lake.createJob({ scenario: "slow-run", sql: `select 'never before ${Date.now()}'` });
  await page.goto(`/jobs/lake/query/${query.id}`);
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(timeline).toContainText("no earlier run is on record to say how long it takes");
});

test("a statement that ran before says how long it usually takes", async ({ operatorPage: page, lake }) => {
  const marker = `again${Date.now()}`;
  const sql = `select '${marker}'`;
  // They are seen alive: read by its id alone, a query does not tell its statement.
  for (const ms of [100_000, 110_000, 120_000, 130_000, 140_000]) {
    const phases = [
      { state: "RUNNING", ms },
      { state: "COMPLETED", ms: 0 },
    ];
    await lake.createJob({ sql, phases });
  }
  await untilListed(page.request, { q: marker, state: "running" }, 5);
  // Past their ends, and ahead of our clock: the next run takes no longer than usual while it is looked at.
  await lake.clock({ stepMs: 600_000 });
  await untilListed(page.request, { q: marker, state: "succeeded" }, 5);
  const { id } = await lake.createJob({ scenario: "slow-run", sql });
  await page.goto(`/jobs/lake/query/${id}`);
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText(/usually 2 min.*\(5 runs\), so about/);
  await page.getByRole("tab", { name: /^History/ }).click();
  await expect(page.getByRole("table", { name: "Runs" }).getByRole("link")).toHaveCount(5);
});
