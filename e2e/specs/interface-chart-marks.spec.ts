import type { Locator, Page } from "@playwright/test";
import { untilAllAnswered } from "../support/all-answered";
import { inAddress, jobRows } from "../support/job-list";
import { expect, test } from "../support/test";

const HOUR = 3_600_000;
/** What Recharts puts into the page, and so into its code. */
const RECHARTS = "recharts-wrapper";

/** Where in a picture something can be clicked: a bar has no name, and a table of links stands for it. */
async function markIn(picture: Locator): Promise<{ x: number; y: number }> {
  await picture.scrollIntoViewIfNeeded();
  const find = () =>
    picture.evaluate((chart) => {
      const { left, top, right, bottom } = chart.getBoundingClientRect();
      // From the oldest on: to the newest bar more may come at any moment.
      for (let x = left + 1; x < right; x += 2) {
        for (let y = bottom - 1; y > top; y -= 4) {
          const hit = document.elementFromPoint(x, y);
          if (hit && chart.contains(hit) && getComputedStyle(hit).cursor === "pointer") return { x, y };
        }
      }
      return null;
    });
  await expect.poll(find).not.toBeNull();
  const found = await find();
  if (found === null) throw new Error("Nothing in the picture can be clicked.");
  return found;
}

/** How long a stretch of time is that the list is filtered to. */
function spanOf(page: Page, from: string, to: string): number {
  const at = (name: string) => Date.parse(inAddress(page, name) ?? "");
  return at(to) - at(from);
}

test("a bar leads to the jobs that it counts", async ({ viewerPage: page }) => {
  await untilAllAnswered(page.request);
  await page.goto("/analytics");
  const panel = page.getByRole("region", { name: "Jobs by end state", exact: true });
  const { x, y } = await markIn(panel.getByRole("img", { name: /ended/ }));
  await page.mouse.move(x, y);
  const card = panel.getByRole("listitem").filter({ hasText: /^(Failed|Warning|Cancelled|Succeeded)\d+$/ });
  await expect(card.first()).toBeVisible();
  const counts = new Map(
    (await card.allInnerTexts()).map((text) => [
      text.replace(/[\d\s]/g, "").toLowerCase(),
      Number(text.replace(/\D/g, "")),
    ]),
  );
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/\/jobs\?.*state=/);
  const state = inAddress(page, "state") ?? "";
  expect(spanOf(page, "endedFrom", "endedTo")).toBeGreaterThan(0);
  expect(spanOf(page, "endedFrom", "endedTo")).toBeLessThanOrEqual(HOUR);
  const count = counts.get(state) ?? 0;
  expect(count).toBeGreaterThan(0);
  await expect(page.getByText(new RegExp(`^${count} jobs? loaded`))).toBeVisible();
  await expect(jobRows(page).first()).toContainText(new RegExp(state, "i"));
});

test("an hour of the heat map leads to the jobs that were submitted in it", async ({ viewerPage: page }) => {
  await untilAllAnswered(page.request);
  await page.goto("/analytics");
  const cell = page
    .getByRole("table", { name: /^Jobs submitted by weekday and hour/ })
    .getByRole("link")
    .first();
  const count = Number(await cell.innerText());
  expect(count).toBeGreaterThan(0);
  await cell.click();
  await expect(page).toHaveURL(/\/jobs\?.*from=/);
  expect(spanOf(page, "from", "to")).toBe(HOUR);
  await expect(page.getByText(new RegExp(`^${count} jobs? loaded`))).toBeVisible();
});

test("the charts' code is fetched for the charts alone", async ({ viewerPage: page }) => {
  const scripts = async (path: string, drawn: Locator) => {
    const bodies: Promise<string>[] = [];
    const collect = (response: import("@playwright/test").Response) => {
      if (response.request().resourceType() === "script") bodies.push(response.text());
    };
    page.on("response", collect);
    await page.goto(path);
    await expect(drawn.first()).toBeVisible();
    await page.waitForLoadState("networkidle").catch(() => undefined);
    page.off("response", collect);
    return Promise.all(bodies);
  };
  const list = await scripts("/jobs", jobRows(page));
  expect(list.length).toBeGreaterThan(3);
  expect(list.filter((script) => script.includes(RECHARTS))).toHaveLength(0);
  const charts = await scripts("/analytics", page.getByRole("img", { name: /ended/ }));
  expect(charts.filter((script) => script.includes(RECHARTS)).length).toBeGreaterThan(0);
});
