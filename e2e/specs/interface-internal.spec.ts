import type { Page } from "@playwright/test";
import { inAddress, jobRows, openList, untilListed } from "../support/job-list";
import { expect, test } from "../support/test";

/** Opens the menu of types, turns the toggle, and closes the menu. */
async function toggleInternal(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Type", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Internal and accelerator jobs" }).click();
  await page.keyboard.press("Escape");
}

test("what a vendor runs for itself is hidden until the toggle asks for it, and the address carries it", async ({
  operatorPage: page,
  viewerPage: colleague,
  lake,
}) => {
  const marker = `internal_${Date.now()}`;
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as by_a_person` });
  await lake.createJob({
    scenario: "slow-run",
    sql: `REFRESH REFLECTION '${marker}'`,
    queryType: "ACCELERATOR_CREATE",
    user: "$dremio$",
  });
  // The API keeps both unless it is told to hide: a script sees what it always saw.
  await untilListed(page.request, { q: marker }, 2);
  await untilListed(page.request, { q: marker, internal: "hide" }, 1);

  const asked: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/v1/jobs") asked.push(url.searchParams.get("internal") ?? "not told");
  });
  await openList(page, { q: marker });
  const byPerson = jobRows(page).filter({ hasText: "by_a_person" });
  const byVendor = jobRows(page).filter({ hasText: "REFRESH REFLECTION" });
  await expect(byPerson).toBeVisible();
  await expect(byVendor).toHaveCount(0);
  // The counts of the chips are asked for like the rows.
  await expect.poll(() => asked.length).toBeGreaterThan(1);
  expect(new Set(asked)).toEqual(new Set(["hide"]));

  await toggleInternal(page);
  await expect.poll(() => inAddress(page, "internal")).toBe("show");
  await expect(byVendor).toBeVisible();
  await expect(byPerson).toBeVisible();
  await page.reload();
  await expect(byVendor).toBeVisible();
  await colleague.goto(page.url());
  await expect(jobRows(colleague).filter({ hasText: "REFRESH REFLECTION" })).toBeVisible();

  await toggleInternal(page);
  await expect.poll(() => inAddress(page, "internal")).toBeNull();
  await expect(byVendor).toHaveCount(0);
  await expect(byPerson).toBeVisible();
});

test("an empty list says that internal jobs are hidden, and leads to them", async ({ operatorPage: page, lake }) => {
  const marker = `hidden_${Date.now()}`;
  await lake.createJob({
    scenario: "slow-run",
    sql: `REFRESH REFLECTION '${marker}'`,
    queryType: "ACCELERATOR_CREATE",
  });
  await untilListed(page.request, { q: marker }, 1);
  await page.goto(`/jobs?q=${marker}`);
  await expect(page.getByText("Internal and accelerator jobs are hidden.")).toBeVisible();
  await page.getByRole("button", { name: "Show internal jobs too" }).click();
  await expect(jobRows(page)).toHaveCount(1);
  expect(inAddress(page, "internal")).toBe("show");
});

test("a type that is named is asked for, and the timeline hides what the list hides", async ({
  operatorPage: page,
  lake,
}) => {
  const marker = `typed_${Date.now()}`;
  const { id } = await lake.createJob({
    scenario: "slow-run",
    sql: `REFRESH REFLECTION '${marker}'`,
    queryType: "ACCELERATOR_CREATE",
  });
  await untilListed(page.request, { q: marker }, 1);
  await openList(page, { q: marker, type: "ACCELERATOR_CREATE" });
  await expect(page.getByRole("link", { name: new RegExp(marker) }).first()).toHaveAttribute("href", new RegExp(id));

  await page.goto(`/timeline?q=${marker}&from=-15m&view=table`);
  await expect(page.getByText(/No job of this range matches/)).toBeVisible();
  await page.goto(`/timeline?q=${marker}&from=-15m&view=table&internal=show`);
  await expect(page.getByRole("link", { name: new RegExp(marker) }).first()).toBeVisible();
});
