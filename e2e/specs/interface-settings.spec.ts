import { expect, test } from "../support/test";

test("a token is made, works until it is revoked, and then no longer", async ({
  operatorPage: page,
  playwright,
  world,
}) => {
  const name = `nightly ${Date.now()}`;
  await page.goto("/settings");
  const tokens = page.getByRole("region", { name: "API tokens" });
  await tokens.getByLabel("Name of a new token").fill(name);
  await tokens.getByRole("button", { name: "Make a token" }).click();
  const token = await tokens.getByRole("status").or(tokens.getByRole("alert")).getByRole("code").innerText();
  const script = await playwright.request.newContext({
    baseURL: world.baseUrl,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await script.get("/api/v1/jobs?limit=1")).status()).toBe(200);
  await tokens.getByRole("button", { name: `Revoke ${name}` }).click();
  await expect(tokens.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
  expect((await script.get("/api/v1/jobs?limit=1")).status()).toBe(401);
  await script.dispose();
  await page.reload();
  await expect(tokens).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
});

test("a user who may see one connection sees no other", async ({ adminPage, page }) => {
  const email = `guest-${Date.now()}@jobwatch.test`;
  const password = "guest-of-one-lake";
  await adminPage.goto("/settings");
  await adminPage.getByRole("button", { name: "Add a user" }).click();
  const dialog = adminPage.getByRole("dialog", { name: "Add a user" });
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Password").fill(password);
  await dialog.getByLabel("Only these").check();
  await dialog.getByLabel("Dremio lakehouse").check();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  const row = adminPage.getByRole("table", { name: "Users" }).getByRole("row", { name: new RegExp(email) });
  await expect(row).toContainText("lake");

  await page.goto("/connections");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  const connections = page.getByRole("table", { name: "Connections" }).getByRole("row");
  await expect(connections).toHaveCount(2);
  await expect(connections.nth(1)).toContainText("lake");
  await page.goto("/jobs");
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await expect(rows.filter({ hasText: "lake · query" }).first()).toBeVisible();
  await expect(rows.filter({ hasText: /dli-north|datameer/ })).toHaveCount(0);
  await page.goto("/jobs/dli-north/flink/90634");
  await expect(page.getByText("There is no such job")).toBeVisible();

  await row.getByRole("button", { name: `Remove ${email}` }).click();
  await adminPage.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(row).toHaveCount(0);
});
