import { ask, stateOf } from "../support/job-page";
import { logInByForm } from "../support/log-in";
import { SandboxControl } from "../support/sandbox-control";
import { openWorld, type OwnWorld } from "../support/start-world";
import { expect, test } from "../support/test";

const ELEVEN_MINUTES = 11 * 60_000;

let world: OwnWorld;

test.describe.configure({ timeout: 400_000 });
test.beforeAll(async () => {
  test.setTimeout(400_000);
  world = await openWorld();
});
test.afterAll(() => world.end());

test("a stop whose end nobody sees is told as unconfirmed ten minutes later, with what to do, and can be asked again", async ({
  browser,
}) => {
  const dli = new SandboxControl(world.sandboxes.dliNorth);
  const { id } = await dli.createJob({ kind: "sql", scenario: "cancel-ignored" });
  const path = `/jobs/dli-north/sql/${id}`;
  const context = await browser.newContext({ baseURL: world.baseUrl });
  const page = await context.newPage();
  await page.goto(path);
  await logInByForm(page, "operator");
  await expect(stateOf(page)).toHaveText(/Running/);
  await ask(page, "Cancel", "Cancel job", "it holds the queue");
  const course = page.getByRole("region", { name: /^Cancel: / });
  await expect(course).toContainText("Accepted by the vendor");
  await expect(stateOf(page)).toHaveText(/Stopping/);

  await world.restart({ laterMs: ELEVEN_MINUTES });
  // The tab that stayed open is told; it asks less often since nobody answered.
  await expect(page.getByRole("region", { name: "Cancel: unconfirmed" })).toContainText(
    "Look in the vendor's console",
    { timeout: 120_000 },
  );
  await expect(course).toContainText("it holds the queue");
  await expect(stateOf(page)).toHaveText(/Running/);
  await expect(page.getByRole("main")).toContainText("ten minutes later the job was still active");
  const stops = (await dli.calls(`/jobs/${id}`)).filter(({ method }) => method === "DELETE");
  expect(stops).toHaveLength(1);
  await page.goto(`/jobs?q=${id}`);
  const row = page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1);
  await expect(row).toContainText("Running");
  await expect(row).toContainText("Stop unconfirmed");

  await page.goto(path);
  await ask(page, "Cancel", "Cancel job", "once more");
  await expect(page.getByRole("region", { name: /^Cancel: / }).filter({ hasText: "once more" })).toContainText(
    "Accepted by the vendor",
  );
  await context.close();
});
