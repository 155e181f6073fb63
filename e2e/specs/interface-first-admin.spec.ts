import { openEmptyServer, type EmptyServer } from "../support/empty-server";
import { expect, test } from "../support/test";

let server: EmptyServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await openEmptyServer();
});
test.afterAll(() => server.end());

test("on a new server the first admin is made with the code of its console, once", async ({ page }) => {
  const code = /with the code (\S+)/.exec(server.console())?.[1] ?? "";
  expect(code).toMatch(/^\w{5}(-\w{5}){3}$/);
  await page.goto(`${server.baseUrl}/settings`);
  await expect(page.getByText("Nobody is here yet")).toBeVisible();
  const typed = page.getByLabel("Set-up code");
  const make = page.getByRole("button", { name: "Make the first admin" });
  await typed.fill("AAAAA-BBBBB-CCCCC-DDDDD");
  await page.getByLabel("E-mail").fill("first@jobwatch.test");
  await page.getByLabel("Password").fill("the-very-first-one");
  await make.click();
  await expect(page.getByRole("alert").filter({ hasText: /code/ })).toContainText("not printed by this server");

  await typed.fill(code.toLowerCase());
  await make.click();
  await expect(page).toHaveURL(`${server.baseUrl}/settings`);
  const users = page.getByRole("table", { name: "Users" }).getByRole("row", { name: /first@jobwatch\.test/ });
  await expect(users).toContainText("admin");
  await page.context().clearCookies();
  await page.goto(`${server.baseUrl}/login`);
  await expect(page.getByRole("button", { name: "Log in", exact: true })).toBeVisible();
  expect(await (await page.request.get(`${server.baseUrl}/api/v1/setup`)).json()).toEqual({ needed: false });
  await expect(typed).toHaveCount(0);
});
