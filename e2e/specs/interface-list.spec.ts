import type { Page } from "@playwright/test";
import { inAddress, jobRows, openList } from "../support/job-list";
import { expect, test } from "../support/test";

function heads(page: Page): Promise<string[]> {
  return page.getByRole("table", { name: "Jobs" }).getByRole("columnheader").allInnerTexts();
}

async function sizeOf(page: Page, head: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.getByRole("columnheader", { name: head, exact: true }).boundingBox();
  if (!box) throw new Error(`The column ${head} is not shown.`);
  return box;
}

async function rowHeight(page: Page): Promise<number> {
  return (await jobRows(page).first().boundingBox())?.height ?? 0;
}

test("columns chosen, moved and widened are in the address, for a reload and for a colleague", async ({
  operatorPage: page,
  viewerPage: colleague,
}) => {
  await openList(page);
  expect(await heads(page)).not.toContain("Connection");
  await page.getByRole("button", { name: "Columns and density" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await dialog.getByRole("checkbox", { name: "Connection" }).check();
  await dialog.getByRole("checkbox", { name: "Queue" }).uncheck();
  await expect(dialog.getByRole("checkbox", { name: "State" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Move Connection left" }).press("Enter");
  await dialog.getByRole("spinbutton", { name: "Width of Owner in pixels" }).fill("168");
  await dialog.getByRole("radio", { name: /^Compact/ }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  const chosen = ["State", "Job", "Owner", "Started", "Duration", "Progress", "Connection", "Action"];
  expect((await heads(page)).filter(Boolean)).toEqual(chosen);
  await expect.poll(() => inAddress(page, "widths")).toBe("owner:168");
  expect((await sizeOf(page, "Owner")).width).toBe(168);
  expect(await rowHeight(page)).toBe(32);

  await page.reload();
  await expect(jobRows(page).first()).toBeVisible();
  expect((await heads(page)).filter(Boolean)).toEqual(chosen);
  expect((await sizeOf(page, "Owner")).width).toBe(168);
  expect(await rowHeight(page)).toBe(32);

  await colleague.goto(page.url());
  await expect(jobRows(colleague).first()).toBeVisible();
  expect((await heads(colleague)).filter(Boolean)).toEqual(chosen);
  expect((await sizeOf(colleague, "Owner")).width).toBe(168);
  // How dense the rows are is each person's own.
  expect(await rowHeight(colleague)).toBe(44);

  await page.getByRole("button", { name: "Columns and density" }).click();
  await dialog.getByRole("button", { name: "As they were" }).click();
  await dialog.getByRole("radio", { name: /^Comfortable/ }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  expect(await rowHeight(page)).toBe(44);
});

test("a column's edge is dragged, and its head sorts, each told to readers and kept", async ({
  operatorPage: page,
}) => {
  await openList(page);
  const before = await sizeOf(page, "Owner");
  await page.mouse.move(before.x + before.width - 3, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 57, before.y + before.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => inAddress(page, "widths")).toBe(`owner:${Math.round(before.width) + 60}`);
  await page.reload();
  await expect(jobRows(page).first()).toBeVisible();
  expect((await sizeOf(page, "Owner")).width).toBe(Math.round(before.width) + 60);

  const duration = page.getByRole("columnheader", { name: "Duration" });
  await expect(duration).toHaveAttribute("aria-sort", "none");
  await expect(page.getByText("Newest first")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Owner" })).not.toHaveAttribute("aria-sort", /./);
  await duration.getByRole("button").click();
  await expect(duration).toHaveAttribute("aria-sort", "descending");
  await duration.getByRole("button").click();
  await expect(duration).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => inAddress(page, "sort")).toBe("durationMs");
  await page.goBack();
  await expect(duration).toHaveAttribute("aria-sort", "descending");
  await page.reload();
  await expect(duration).toHaveAttribute("aria-sort", "descending");
});

test("filters stay with their page, and come back with it", async ({ operatorPage: page }) => {
  await openList(page, { state: "failed", vendor: "dremio" });
  const main = page.getByRole("navigation", { name: "Main" });
  for (const name of ["Timeline", "Analytics", "Connections", "Settings"]) {
    await main.getByRole("link", { name }).click();
    await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}$`));
    await expect(page.getByRole("button", { name: "Remove vendor:dremio" })).toHaveCount(0);
  }
  await main.getByRole("link", { name: "Jobs" }).click();
  await expect(page).toHaveURL(/\/jobs$/);
  for (let steps = 0; steps < 5; steps += 1) await page.goBack();
  await expect(page).toHaveURL(/\/jobs\?state=failed&vendor=dremio$/);
  await expect(page.getByRole("button", { name: "Remove vendor:dremio" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Failed/ })).toHaveAttribute("aria-pressed", "true");
  await jobRows(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/\/jobs\/lake\/query\//);
  await page.goBack();
  await expect(page).toHaveURL(/\/jobs\?state=failed&vendor=dremio$/);
});

test("failed in the last 24 hours goes by when a job ended", async ({ operatorPage: page, lake }) => {
  const hour = 3_600_000;
  const failedAfter = (ranMs: number) =>
    lake.createJob({
      ageMs: 30 * hour,
      phases: [
        { state: "RUNNING", ms: ranMs },
        { state: "FAILED", ms: 0 },
      ],
    });
  const [late, early] = [await failedAfter(29 * hour), await failedAfter(2 * hour)];
  // They ended before the last sweep: they are on record once somebody has looked at them.
  for (const { id } of [late, early]) {
    await expect.poll(async () => (await page.request.get(`/api/v1/jobs/lake/query/${id}`)).status()).toBe(200);
  }
  await openList(page);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Failed in the last 24 h" }).click();
  await expect.poll(() => inAddress(page, "endedFrom")).toBe("-24h");
  // By its address: a job that was read by its id alone is called by it until the list tells its statement.
  const rowOf = ({ id }: { id: string }) => jobRows(page).filter({ has: page.locator(`a[href$="/${id}"]`) });
  await expect(rowOf(late)).toBeVisible();
  await expect(rowOf(early)).toHaveCount(0);
  // Submitted in the last 24 hours is another question.
  await openList(page, { state: "failed", from: "-24h" });
  await expect(rowOf(late)).toHaveCount(0);
});
