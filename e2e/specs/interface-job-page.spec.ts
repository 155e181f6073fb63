import type { Page } from "@playwright/test";
import { actByApi } from "../support/act-by-api";
import { stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

const COMPLETED = "6j6c34cf-9drf-b07a-5ab7-abea69a66d00";

/** Presses a button that copies, and resolves to what it copied. */
async function copied(page: Page, button: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText("nothing"));
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe("nothing");
  return read();
}

test("a job is handed on: its link, its id, its vendor's page and its raw bodies", async ({
  viewerPage: page,
  world,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: world.baseUrl });
  const path = `/jobs/lake/query/${COMPLETED}`;
  await page.goto(`${path}?tab=raw`);
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  expect(await copied(page, "Copy link")).toBe(`${world.baseUrl}${path}`);
  expect(await copied(page, "Copy the job's id")).toBe(COMPLETED);
  const vendor = page.getByRole("link", { name: "Open at the vendor" });
  await expect(vendor).toHaveAttribute("href", `${world.sandboxes.lake}/jobs/job/${COMPLETED}`);
  await expect(vendor).toHaveAttribute("rel", /noreferrer/);

  const raw = page.getByRole("tabpanel", { name: "Raw" });
  await expect(raw).toContainText("jobState");
  const bodies = JSON.parse(await copied(page, "Copy all")) as Record<string, Record<string, unknown>>;
  expect(Object.values(bodies)).toContainEqual(expect.objectContaining({ jobState: "COMPLETED" }));
});

test("the browser's tab carries the job's state, and changes with it", async ({ operatorPage: page, lake, world }) => {
  const marker = `tab${Date.now()}`;
  const { id } = await lake.createJob({ scenario: "slow-run", sql: `select '${marker}'` });
  const job = `/jobs/lake/query/${id}`;
  await page.goto(job);
  await expect(page).toHaveTitle(new RegExp(`^Running · .*${marker}.* · Jobwatch$`));
  expect((await actByApi(page.request, world.baseUrl, { job, action: "cancel", body: {} })).status()).toBe(202);
  await expect(page).toHaveTitle(/^Cancelled · /);
  await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", /cancelled/);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Connections" }).click();
  await expect(page).toHaveTitle(/^Connections · Jobwatch$/);
});

test("a batch's log is read from its end, and copied", async ({ viewerPage: page, world, dliNorth }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: world.baseUrl });
  const { id } = await dliNorth.createJob({ kind: "spark-batch", scenario: "long-log", ageMs: 600_000 });
  await page.goto(`/jobs/dli-north/spark-batch/${id}`);
  await page.getByRole("tab", { name: "Log" }).click();
  await expect(page).toHaveURL(/tab=log/);
  const panel = page.getByRole("tabpanel", { name: "Log" });
  await expect(panel).toContainText(/Lines \d+ to (\d+) of \1/);
  const lines = (await copied(page, "Copy")).split("\n");
  expect(lines).toHaveLength(100);
  await expect(panel.getByRole("region", { name: "Log" })).toContainText(lines.at(-1) ?? "nothing");
});
