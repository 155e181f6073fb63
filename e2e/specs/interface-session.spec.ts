import { logInByForm } from "../support/log-in";
import { expect, test } from "../support/test";

test("when the session ends, polling stops after one refusal, one prompt is shown, and a log-in leads back", async ({
  page,
  context,
}) => {
  await page.goto("/jobs?state=succeeded&sort=-startedAt");
  await logInByForm(page, "operator");
  await expect(page).toHaveURL(/\/jobs\?state=succeeded&sort=-startedAt$/);
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  const refused: string[] = [];
  let sent = 0;
  page.on("request", (request) => (sent += new URL(request.url()).pathname.startsWith("/api/v1/") ? 1 : 0));
  page.on("response", (response) => {
    if (response.status() === 401) refused.push(new URL(response.url()).pathname);
  });
  await context.clearCookies();
  const prompt = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(prompt).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  const before = sent;
  // Longer than any poll of this page waits.
  await page.waitForTimeout(5_000);
  expect(sent).toBe(before);
  // What was on its way at that moment is refused with it; nothing is asked again.
  expect(refused).toEqual([...new Set(refused)]);
  await prompt.getByRole("link", { name: "Log in" }).click();
  await logInByForm(page, "operator");
  await expect(page).toHaveURL(/\/jobs\?state=succeeded&sort=-startedAt$/);
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
});

test("offline is said, nothing can be changed meanwhile, and it goes on by itself", async ({
  operatorPage: page,
  lake,
}) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: `select 'offline${Date.now()}'` });
  await page.goto(`/jobs/lake/query/${id}`);
  const cancel = page.getByRole("main").getByRole("button", { name: "Cancel", exact: true });
  await expect(cancel).toBeEnabled();
  await page.context().setOffline(true);
  const banner = page.getByRole("alert").filter({ hasText: "You are offline" });
  await expect(banner).toBeVisible();
  await expect(cancel).toBeDisabled();
  await expect(page.getByRole("main").getByRole("status", { name: "State" })).toHaveText(/Running/);
  await page.context().setOffline(false);
  await expect(banner).toBeHidden();
  await expect(cancel).toBeEnabled();
  await lake.clock({ stepMs: 3_600_000 });
  await expect(page.getByRole("main").getByRole("status", { name: "State" })).toHaveText(/Succeeded/);
});
