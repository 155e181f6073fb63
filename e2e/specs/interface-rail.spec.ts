import { expect, test } from "../support/test";

/** The widths of a rail of icons, and of one with names. */
const ICONS_PX = 60;
const NAMES_PX = 150;

test("the rail is of icons alone where the window is small, and as it was chosen where it is not", async ({
  viewerPage: page,
}) => {
  const rail = page.getByRole("navigation", { name: "Main" });
  const width = async () => (await rail.boundingBox())?.width ?? 0;
  const jobs = rail.getByRole("link", { name: "Jobs", exact: true });
  const change = rail.getByRole("button", { name: /^(Collapse|Expand)$/ });
  const [small, large] = [
    { width: 1_000, height: 800 },
    { width: 1_280, height: 800 },
  ];

  await page.setViewportSize(small);
  await page.goto("/jobs");
  await expect(jobs).toHaveAttribute("aria-current", "page");
  await expect(change).toBeHidden();
  expect(await width()).toBeLessThan(ICONS_PX);

  await page.setViewportSize(large);
  await expect.poll(width).toBeGreaterThan(NAMES_PX);
  await change.click();
  await expect.poll(width).toBeLessThan(ICONS_PX);
  await expect(jobs).toHaveAttribute("aria-current", "page");
  await page.setViewportSize(small);
  await page.reload();
  await page.setViewportSize(large);
  await expect(change).toHaveAccessibleName("Expand");
  expect(await width()).toBeLessThan(ICONS_PX);
  await change.click();
  await expect.poll(width).toBeGreaterThan(NAMES_PX);
});
