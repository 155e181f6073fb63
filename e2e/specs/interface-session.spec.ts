import type { Request, Response } from "@playwright/test";
import { untilAtWork } from "../support/at-work";
import { hydratedAfterLoad } from "../support/hydrated";
import { type Role, accountOf, logInByForm } from "../support/log-in";
import { expect, test } from "../support/test";
import { violations } from "../support/violations";

/** Two questions may have one path: the list and its counts. */
function questionOf(response: Response): string {
  const { pathname, search } = new URL(response.url());
  return pathname + search;
}

test("the log-in form takes no press that it would not hear, and keeps what was typed before it hears", async ({
  context,
}) => {
  const page = await context.newPage();
  let hear = () => undefined as void;
  const mayHear = new Promise<void>((resolve) => (hear = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await mayHear;
    await route.continue();
  });
  await page.goto("/login", { waitUntil: "commit" });
  const { email, password } = accountOf("viewer");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  const submit = page.getByRole("button", { name: "Log in", exact: true });
  await expect(submit).toBeDisabled();
  await page.keyboard.press("Enter");
  hear();
  await expect(submit).toBeEnabled();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await submit.click();
  await expect(page).toHaveURL(/\/jobs/);
});

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
    if (response.status() === 401) refused.push(questionOf(response));
  });
  await context.clearCookies();
  const prompt = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(prompt).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  const before = sent;
  // Longer than any poll of this page waits.
  await page.waitForTimeout(5_000);
  expect(sent).toBe(before);
  // What was on its way at that moment may be refused with it; nothing is asked again.
  expect(refused).toEqual([...new Set(refused)]);
  await prompt.getByRole("link", { name: "Log in" }).click();
  await logInByForm(page, "operator");
  await expect(page).toHaveURL(/\/jobs\?state=succeeded&sort=-startedAt$/);
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
});

test("after the first refusal the page gives up what it still has on its way", async ({ page, context }) => {
  await page.goto("/jobs");
  await logInByForm(page, "viewer");
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  const held = new Set<string>();
  const givenUp: string[] = [];
  const refused: string[] = [];
  // Of one that was refused, the rest of its body may not be waited for: that is not given up.
  const answered = new Set<Request>();
  const pathOf = (url: string) => new URL(url).pathname;
  page.on("requestfailed", (request) => {
    if (pathOf(request.url()).startsWith("/api/") && !answered.has(request)) {
      givenUp.push(`${pathOf(request.url())} ${request.failure()?.errorText}`);
    }
  });
  page.on("response", (response) => {
    answered.add(response.request());
    if (response.status() === 401) refused.push(pathOf(response.url()));
  });
  // The server takes its time over this one; the list goes on.
  await page.route("**/api/v1/connections", (route) => void held.add(pathOf(route.request().url())));
  await expect.poll(() => [...held]).toEqual(["/api/v1/connections"]);
  await context.clearCookies();
  await expect(page.getByRole("dialog", { name: "Your session has ended" })).toBeVisible();
  await expect.poll(() => givenUp).toEqual(["/api/v1/connections net::ERR_ABORTED"]);
  expect(refused).toEqual(["/api/v1/jobs"]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a log-out in one tab stops the others with one prompt, and a log-in lets them go on", async ({ context }) => {
  const tab = await context.newPage();
  await tab.goto("/jobs");
  await logInByForm(tab, "viewer");
  await expect(tab.getByRole("table", { name: "Jobs" })).toBeVisible();
  const others = [await context.newPage(), await context.newPage()];
  const sent = [0, 0];
  for (const [index, other] of others.entries()) {
    other.on("request", (request) => {
      if (new URL(request.url()).pathname.startsWith("/api/")) sent[index] = (sent[index] ?? 0) + 1;
    });
    await other.goto(index === 0 ? "/connections" : "/jobs?state=succeeded");
    await expect(other.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  }
  await tab.getByRole("button", { name: /^Account: / }).click();
  await tab.getByRole("menuitem", { name: "Log out" }).click();
  await expect(tab).toHaveURL(/\/login/);
  for (const other of others) {
    await expect(other.getByRole("dialog", { name: "Your session has ended" })).toBeVisible();
    await expect(other.getByRole("dialog")).toHaveCount(1);
  }
  const before = [...sent];
  // Longer than any poll of these pages waits.
  await tab.waitForTimeout(5_000);
  expect(sent).toEqual(before);
  await logInByForm(tab, "viewer");
  await expect(tab.getByRole("table", { name: "Jobs" })).toBeVisible();
  for (const [index, other] of others.entries()) {
    await expect(other.getByRole("dialog")).toHaveCount(0);
    await expect.poll(() => (sent[index] ?? 0) - (before[index] ?? 0)).toBeGreaterThan(1);
  }
});

test("after a log-in as somebody else in one tab, the others are that person's too", async ({ context }) => {
  const tab = await context.newPage();
  await tab.goto("/jobs");
  await logInByForm(tab, "viewer");
  await expect(tab.getByRole("table", { name: "Jobs" })).toBeVisible();
  // It hears other tabs once its effects have had their turn.
  const other = hydratedAfterLoad(await context.newPage());
  await other.goto("/jobs?state=succeeded");
  const accountButton = (role: Role) =>
    other.getByRole("button", { name: `Account: ${accountOf(role).email}`, exact: true });
  await expect(accountButton("viewer")).toBeVisible();
  await tab.goto("/login");
  await logInByForm(tab, "operator");
  await expect(tab).toHaveURL(/\/jobs/);
  await expect(accountButton("operator")).toBeVisible();
  await expect(other).toHaveURL(/\/jobs\?state=succeeded$/);
  await expect(other.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  await expect(other.getByRole("dialog")).toHaveCount(0);
});

test("a user whom an admin disables loses the open page at its next poll, and cannot log in again", async ({
  adminPage,
  page,
}) => {
  const email = `leaver-${Date.now()}@jobwatch.test`;
  const password = "leaves-on-short-notice";
  await adminPage.goto("/settings");
  await adminPage.getByRole("button", { name: "Add a user" }).click();
  const add = adminPage.getByRole("dialog", { name: "Add a user" });
  await add.getByLabel("E-mail").fill(email);
  await add.getByLabel("Password").fill(password);
  await add.getByRole("button", { name: "Save", exact: true }).click();
  const row = adminPage.getByRole("table", { name: "Users" }).getByRole("row", { name: new RegExp(email) });
  await expect(row).toBeVisible();

  const logIn = async () => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Log in", exact: true }).click();
  };
  await page.goto("/jobs?state=succeeded");
  await logIn();
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(1)).toBeVisible();
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() === 401) refused.push(questionOf(response));
  });

  await row.getByRole("button", { name: `Edit ${email}` }).click();
  const edit = adminPage.getByRole("dialog", { name: `Edit ${email}` });
  await edit.getByRole("checkbox", { name: /Disabled/ }).check();
  await edit.getByRole("button", { name: "Save", exact: true }).click();
  await expect(row).toContainText("disabled");
  const asked = new Set<Request>();
  const answers: number[] = [];
  page.on("request", (request) => asked.add(request));
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/api/v1/") && asked.has(response.request())) answers.push(response.status());
  });
  const prompt = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(prompt).toBeVisible();
  // Whatever was asked since then was refused.
  expect(answers.filter((status) => status !== 401)).toEqual([]);
  await expect(page.getByRole("dialog")).toHaveCount(1);
  expect(refused).toEqual([...new Set(refused)]);
  await prompt.getByRole("link", { name: "Log in" }).click();
  await logIn();
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await page.goto("/jobs");
  await expect(page).toHaveURL(/\/login/);

  await row.getByRole("button", { name: `Remove ${email}` }).click();
  await adminPage.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(row).toHaveCount(0);
});

test("offline is said, nothing can be changed meanwhile, and it goes on by itself", async ({
  operatorPage: page,
  lake,
}) => {
  const { id } = await lake.createJob({ scenario: "slow-run", sql: `select 'offline${Date.now()}'` });
  await page.goto(`/jobs/lake/query/${id}`);
  const cancel = page.getByRole("main").getByRole("button", { name: "Cancel", exact: true });
  await expect(cancel).toBeEnabled();
  // What it is like before the network goes: at work, and with a state that stays.
  await untilAtWork(page);
  await expect(page.getByRole("main").getByRole("status", { name: "State" })).toHaveText(/Running/);
  const name = page.getByRole("main").getByRole("heading", { level: 1 });
  const colour = () => name.evaluate((heading) => getComputedStyle(heading).color);
  const [bright, before] = [await colour(), await name.boundingBox()];
  await page.context().setOffline(true);
  const banner = page.getByRole("alert").filter({ hasText: "You are offline" });
  await expect(banner).toBeVisible();
  const asking = page.getByRole("banner").getByRole("button", { name: / updates / });
  await expect(asking).toHaveAccessibleName(/^Offline/);
  await expect(cancel).toBeDisabled();
  await expect(page.getByRole("main").getByRole("status", { name: "State" })).toHaveText(/Running/);
  // Old data is dimmed, and can still be read; it stands where it stood.
  expect(await colour()).not.toBe(bright);
  expect((await name.boundingBox())?.y).toBe(before?.y);
  expect(await violations(page)).toEqual([]);
  await page.context().setOffline(false);
  await expect(banner).toBeHidden();
  await expect(asking).toHaveAccessibleName(/^Live/);
  await expect.poll(colour).toBe(bright);
  await expect(cancel).toBeEnabled();
  await lake.clock({ stepMs: 3_600_000 });
  await expect(page.getByRole("main").getByRole("status", { name: "State" })).toHaveText(/Succeeded/);
});
