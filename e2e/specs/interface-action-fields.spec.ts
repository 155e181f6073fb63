import type { Page } from "@playwright/test";
import { actByApi } from "../support/act-by-api";
import { stateOf } from "../support/job-page";
import { expect, test } from "../support/test";

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).first().click();

test("stored data is deleted by its id and the job's name typed out, once, and seen to be gone", async ({
  adminPage: page,
  datameer,
}) => {
  const job = await datameer.createJob({ scenario: "quick", type: "import-job" });
  await page.goto(`/jobs/datameer/configuration/${String(job.configurationId)}`);
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  const id = String(19_000 + Number(job.executionId));
  const stored = page.getByRole("region", { name: "Stored data" });
  await expect(stored).toContainText(id);
  const name = await page.getByRole("main").getByRole("heading", { level: 1 }).innerText();
  await datameer.forgetCalls();
  await stored.getByRole("button", { name: `Delete data ${id}` }).click();

  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: new RegExp(id) })).toBeChecked();
  const typed = dialog.getByLabel(/^Type the job's name/);
  const send = dialog.getByRole("button", { name: "Delete data", exact: true });
  await dialog.getByLabel("Reason").fill("loaded twice");
  await typed.fill(`${name}x`);
  await send.click();
  await expect(typed).toBeFocused();
  expect(await typed.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain("not the job's name");
  expect(await datameer.calls(`/rest/data/${id}`)).toEqual([]);
  await typed.fill(name);
  await send.click();
  await expect(dialog).toBeHidden();

  const course = page.getByRole("region", { name: "Delete data: confirmed" });
  await expect(course).toContainText("loaded twice", { timeout: 90_000 });
  await expect(stored).toContainText("It holds no data");
  expect((await datameer.calls(`/rest/data/${id}`)).map(({ method }) => method)).toEqual(["DELETE"]);
  await expect(stateOf(page)).toHaveText(/Succeeded/);
});

test("a sequence takes its artifacts in their order and the workbooks' variables", async ({
  operatorPage: page,
  datameer,
}) => {
  const first = await datameer.createJob({ scenario: "quick", type: "import-job" });
  const second = await datameer.createJob({ scenario: "quick", type: "import-job" });
  await page.goto(`/jobs/datameer/configuration/${String(first.configurationId)}`);
  await expect(stateOf(page)).toHaveText(/Succeeded/);
  await press(page, "Run sequence");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("File id 1")).toHaveValue(String(first.fileId));
  await dialog.getByRole("button", { name: "Add an artifact" }).click();
  await dialog.getByLabel("File id 2").fill(String(second.fileId));
  await dialog.getByRole("button", { name: "Run file 2 earlier" }).click();
  const variables = { day: "2026-07-03", region: "north=east" };
  for (const [at, [name, value]] of Object.entries(variables).entries()) {
    await dialog.getByRole("button", { name: "Add a variable" }).click();
    await dialog.getByLabel(`Name of variable ${at + 1}`).fill(name);
    await dialog.getByLabel(`Value of variable ${at + 1}`).fill(value);
  }
  await datameer.forgetCalls();
  await dialog.getByRole("button", { name: "Run sequence", exact: true }).click();
  const plan = dialog.getByRole("table", { name: "Plan of the sequence" });
  await expect(plan.getByRole("link", { name: /^Execution \d+$/ })).toHaveCount(2);
  const [call] = await datameer.calls("sequence=");
  expect(JSON.parse(call?.body ?? "{}")).toEqual({ variables, fileIds: [second.fileId, first.fileId].map(Number) });
});

test("a stream with a savepoint runs again only by a word on it: from there, or afresh", async ({
  operatorPage: page,
  dliNorth,
  world,
}) => {
  const { id } = await dliNorth.createJob({ kind: "flink", scenario: "stopped-with-savepoint", name: "carts" });
  const job = `/jobs/dli-north/flink/${id}`;
  await page.goto(job);
  await expect(stateOf(page)).toHaveText(/Cancelled/);
  await dliNorth.forgetCalls();
  const wish = { job, action: "trigger", body: { reason: "nobody said how" } };
  const unsaid = await actByApi(page.request, world.baseUrl, wish);
  expect(unsaid.status()).toBe(400);
  expect(JSON.stringify(await unsaid.json())).toContain("resumeSavepoint");
  expect(await dliNorth.calls("/jobs/run")).toEqual([]);

  await press(page, "Run now");
  const dialog = page.getByRole("dialog");
  const ways = dialog.getByRole("group", { name: "This job has a savepoint" });
  await expect(ways.getByRole("radio", { name: /^Go on from the savepoint/ })).toBeChecked();
  await ways.getByRole("radio", { name: /^Start without it/ }).check();
  await dialog.getByLabel("Reason").fill("its state is spoilt");
  await dialog.getByRole("button", { name: "Run now", exact: true }).click();
  await expect(page.getByRole("region", { name: "Run now: confirmed" })).toContainText("its state is spoilt");
  await expect(stateOf(page)).toHaveText(/Starting|Running/);
  const sent = (await dliNorth.calls("/jobs/run")).map(({ body }) => JSON.parse(body) as unknown);
  expect(sent).toEqual([{ job_ids: [Number(id)], resume_savepoint: false }]);
});
