import { readFileSync } from "node:fs";
import { expect, test } from "../support/test";

interface Exported {
  vendor: string;
  state: string;
}

test("a filter by words is the same after back, forward, a reload, for a colleague, and in the export", async ({
  operatorPage: page,
  viewerPage: colleague,
}) => {
  await page.goto("/jobs");
  const search = page.getByRole("combobox", { name: "Search jobs" });
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await search.fill("state:failed vendor:dremio ");
  await expect(page).toHaveURL(/state=failed/);
  await expect(page).toHaveURL(/vendor=dremio/);
  const failed = page.getByRole("group", { name: "Filter by state" }).getByRole("button", { name: /^Failed/ });
  await expect(failed).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Remove vendor:dremio" })).toBeVisible();
  await expect(rows.filter({ hasText: "lake · query" }).first()).toContainText("Failed");
  await expect(rows.filter({ hasNotText: "lake · query" })).toHaveCount(1);
  const url = page.url();

  await page.getByRole("button", { name: "Remove vendor:dremio" }).click();
  await expect(page).not.toHaveURL(/vendor=/);
  await page.goBack();
  await expect(page).toHaveURL(url);
  await expect(rows.filter({ hasNotText: "lake · query" })).toHaveCount(1);
  await page.goForward();
  await expect(page).not.toHaveURL(/vendor=/);
  await page.goBack();
  await page.reload();
  await expect(failed).toHaveAttribute("aria-pressed", "true");
  await expect(rows.filter({ hasNotText: "lake · query" })).toHaveCount(1);
  const names = await rows.getByRole("link").allInnerTexts();
  await colleague.goto(url);
  const theirs = colleague.getByRole("table", { name: "Jobs" }).getByRole("row").getByRole("link");
  await expect(theirs).toHaveText(names);

  await page.getByRole("button", { name: "Export the filtered list" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export as JSON" }).click();
  const { items: jobs } = JSON.parse(readFileSync(await (await download).path(), "utf8")) as { items: Exported[] };
  expect(jobs.length).toBeGreaterThanOrEqual(names.length);
  expect(new Set(jobs.map(({ vendor, state }) => `${vendor} ${state}`))).toEqual(new Set(["dremio failed"]));
});

test("a view is saved, shared, and opened by somebody else", async ({ operatorPage: page, viewerPage: colleague }) => {
  const name = `Failures of the lake ${Date.now()}`;
  await page.goto("/jobs?state=failed&connection=lake");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Share it with everybody").check();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toBeHidden();

  await colleague.goto("/jobs");
  await colleague.getByRole("button", { name: "Views" }).click();
  await colleague.getByRole("menuitemcheckbox", { name: `${name} · shared` }).click();
  await expect(colleague).toHaveURL(/state=failed/);
  await expect(colleague).toHaveURL(/connection=lake/);
  await expect(colleague.getByRole("button", { name: "Remove connection:lake" })).toBeVisible();
  await colleague.getByRole("button", { name: "Views" }).click();
  await expect(colleague.getByRole("menuitem", { name: "Manage views…" })).toBeDisabled();

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Manage views…" }).click();
  await page.getByRole("button", { name: `Rename ${name}` }).click();
  await page.getByRole("textbox", { name: `New name of ${name}` }).fill(`${name}, renamed`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Rename ${name}, renamed` })).toBeVisible();
  await page.getByRole("button", { name: `Keep it to myself: ${name}, renamed` }).click();
  await expect(page.getByRole("button", { name: `Share it: ${name}, renamed` })).toBeVisible();

  // A view is a name for an address: what the address says beyond it counts, and the view is not changed by it.
  await page.goto("/jobs?state=failed&connection=lake");
  await page.getByRole("button", { name: "Views" }).click();
  const mine = page.getByRole("menuitemcheckbox", { name: `${name}, renamed`, exact: true });
  await expect(mine).toBeChecked();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove connection:lake" }).click();
  await page.getByRole("button", { name: "Views" }).click();
  await expect(mine).not.toBeChecked();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page).toHaveURL(/\/jobs\?state=failed$/);
  await colleague.goto("/jobs");
  await colleague.getByRole("button", { name: "Views" }).click();
  await expect(colleague.getByRole("menuitemcheckbox", { name: "All jobs" })).toBeVisible();
  await expect(colleague.getByRole("menuitemcheckbox", { name: new RegExp(name) })).toHaveCount(0);

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Manage views…" }).click();
  await page.getByRole("button", { name: `Remove ${name}, renamed` }).click();
  await expect(page.getByRole("button", { name: `Remove ${name}, renamed` })).toBeHidden();
});
