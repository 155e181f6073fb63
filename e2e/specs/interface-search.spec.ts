import type { Page } from "@playwright/test";
import { inAddress, openList } from "../support/job-list";
import { expect, test } from "../support/test";

const box = (page: Page) => page.getByRole("combobox", { name: "Search jobs" });

test("words are completed by keys alone, and menus write the same address", async ({ operatorPage: page }) => {
  await openList(page);
  await page.keyboard.press("/");
  await page.keyboard.type("sta");
  const options = page.getByRole("listbox", { name: "Completions" }).getByRole("option");
  await expect(options).toHaveText([/^state:/]);
  await page.keyboard.press("ArrowDown");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", /./);
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("state:");
  await page.keyboard.type("fai");
  await expect(options).toHaveText([/^failed/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect.poll(() => inAddress(page, "state")).toBe("failed");
  await expect(box(page)).toHaveValue("");
  await expect(page.getByRole("button", { name: /^Failed/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type("vendor:dre");
  await expect(options).toHaveText([/^dremio/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => inAddress(page, "vendor")).toBe("dremio");
  const byWords = new URL(page.url()).search;

  await page.keyboard.press("Backspace");
  await expect.poll(() => inAddress(page, "vendor")).toBeNull();
  await page.goto("/jobs");
  await page
    .getByRole("group", { name: "Filter by state" })
    .getByRole("button", { name: /^Failed/ })
    .click();
  await page.getByRole("button", { name: "Vendor", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: /Dremio/ }).click();
  await expect.poll(() => new URL(page.url()).search).toBe(byWords);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove vendor:dremio" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?state=failed");
});

test("a wrong value is said and kept, and what is right beside it counts", async ({ operatorPage: page }) => {
  await openList(page);
  await box(page).pressSequentially("state:exploded vendor:dremio orders ");
  const problem = page.getByRole("alert").filter({ hasText: "“exploded” is not a state: draft, queued" });
  await expect(problem).toBeVisible();
  await expect(box(page)).toHaveAttribute("aria-invalid", "true");
  await expect(box(page)).toHaveValue("state:exploded orders ");
  await expect.poll(() => inAddress(page, "q")).toBe("orders");
  expect(inAddress(page, "vendor")).toBe("dremio");
  expect(inAddress(page, "state")).toBeNull();

  await box(page).fill("vendor:d");
  await expect(page.getByRole("option", { name: /^dremio/ })).toBeVisible();
  await box(page).fill("vendor:oracle");
  await box(page).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "“oracle” is not a vendor" })).toBeVisible();
  await expect(box(page)).toHaveValue("vendor:oracle");
  expect(new URL(page.url()).searchParams.getAll("vendor")).toEqual(["dremio"]);

  await box(page).fill("stat:failed");
  await box(page).press("Enter");
  await expect(page.getByText("“stat” is no filter, so it is searched for as text")).toBeVisible();
  await expect.poll(() => inAddress(page, "q")).toBe("stat:failed");
  await expect(page.getByText("No job matches")).toBeVisible();
});

test("a value with a blank is one word, typed key by key", async ({ operatorPage: page }) => {
  await openList(page);
  await box(page).pressSequentially('owner:"ana b" "select * from" ');
  await expect(page.getByRole("button", { name: 'Remove owner:"ana b"' })).toBeVisible();
  await expect.poll(() => new URL(page.url()).searchParams.getAll("owner")).toEqual(["ana b"]);
  await expect.poll(() => inAddress(page, "q")).toBe("select * from");
});

test("on a phone the completions are in sight, and a chosen filter makes the search no higher", async ({
  operatorPage: page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openList(page);
  const search = page.getByRole("search");
  const bare = await search.boundingBox();
  await box(page).pressSequentially("vendor:");
  const options = page.getByRole("listbox", { name: "Completions" }).getByRole("option");
  await expect(options).toHaveCount(3);
  for (const option of await options.all()) await expect(option).toBeInViewport({ ratio: 1 });
  await options.filter({ hasText: "dremio" }).click();
  await expect(page.getByRole("button", { name: "Remove vendor:dremio" })).toBeInViewport({ ratio: 1 });
  expect((await search.boundingBox())?.height).toBe(bare?.height);
});
