import type { Page } from "@playwright/test";
import { untilListed } from "../support/job-list";
import { stateOf } from "../support/job-page";
import type { SandboxControl } from "../support/sandbox-control";
import { expect, test } from "../support/test";
import { makeDatedJob, pointAt, timelineOf } from "../support/timeline-page";

const MINUTE = 60_000;
const DREMIO = /Dremio lakehouse/;
const RUNNING = [
  { state: "PENDING", ms: 5_000 },
  { state: "RUNNING", ms: 999 * MINUTE },
];

/** Until what has ended is on the next list of what ended lately. */
const LISTED = { timeout: 120_000 };

/** A job that runs, and one each that ends well and badly in a moment, once the list of what is active has told its text. */
async function makeThree(page: Page, lake: SandboxControl, marker: string): Promise<void> {
  const make = (word: string, ageMs: number, last: string, queue: string) => {
    const running = { state: "RUNNING", ms: ageMs - 5_000 };
    const phases = [{ state: "PENDING", ms: 10_000 }, running, { state: last, ms: MINUTE }];
    return makeDatedJob(page, lake, { sql: `select '${marker}' as ${word}`, ageMs, phases, queue });
  };
  await make("well", 8 * MINUTE, "COMPLETED", "High Cost User Queries");
  await make("badly", 6 * MINUTE, "FAILED", "High Cost User Queries");
  await makeDatedJob(page, lake, {
    sql: `select '${marker}' as still`,
    ageMs: 10 * MINUTE,
    phases: RUNNING,
    queue: "UI Previews",
  });
}

const address = (page: Page) => new URL(page.url());
/** What the URL says of the range, ms. */
const spanOf = (page: Page) => {
  const { searchParams } = address(page);
  return Date.parse(searchParams.get("to") ?? "") - Date.parse(searchParams.get("from") ?? "");
};

for (const role of ["operator", "viewer"] as const) {
  test(`as ${role}: a lane is opened to its queues and jobs, a segment leads to its job, and back to the same view`, async ({
    operatorPage,
    viewerPage,
    lake,
  }) => {
    const page = role === "operator" ? operatorPage : viewerPage;
    const marker = `lanes${Date.now()}`;
    for (let n = 10; n < 50; n += 1) {
      const sql = `select '${marker}' as n${n}`;
      await makeDatedJob(page, lake, { sql, ageMs: 5 * MINUTE + n * 1000, phases: RUNNING, queue: "UI Previews" });
    }
    await page.goto(`/timeline?q=${marker}&from=-15m`);
    const { chart, lanes, lane, job, picture } = timelineOf(page);
    await expect(lane(DREMIO)).toHaveAccessibleName(/40 jobs/);
    await expect(lane(/DLI, northern region/)).toHaveAccessibleName(/No jobs in this range/);
    await expect(picture).toHaveAccessibleName("40 jobs of 3 connections on a time axis");
    await expect(lanes.getByRole("link")).toHaveCount(0);
    await lane(DREMIO).click();
    await expect(lane(DREMIO)).toHaveAttribute("aria-expanded", "true");
    await lane(/UI Previews/).click();
    await expect(job(/as n10/)).toBeVisible();

    await picture.hover();
    await page.mouse.wheel(0, 500);
    // The wheel's way is animated: it has to have come to rest.
    const top = 500;
    await expect.poll(() => chart.evaluate((element) => element.scrollTop)).toBe(top);
    await expect(job(/as n30/)).toBeInViewport();
    const before = page.url();
    const { x, y } = await pointAt(picture, job(/as n30/), 0.8);
    await page.mouse.move(x, y);
    await expect(page.getByText(/so far$/)).toBeVisible();
    await page.mouse.click(x, y);
    await expect(page).toHaveURL(/\/jobs\/lake\/query\//);
    await expect(page.getByRole("heading", { name: new RegExp(`${marker}.*n30`) })).toBeVisible();
    await expect(stateOf(page)).toHaveText(/Running/);

    await page.goBack();
    await expect(page).toHaveURL(before);
    await expect(job(/as n30/)).toBeInViewport();
    expect(await chart.evaluate((element) => element.scrollTop)).toBe(top);
    await picture.hover();
    await page.mouse.wheel(0, -2000);
    await expect(lane(DREMIO)).toHaveAttribute("aria-expanded", "true");
    await job(/as n10/).click();
    await expect(page).toHaveURL(/\/jobs\/lake\/query\//);
  });

  test(`as ${role}: by keys alone from the lane to the job`, async ({ operatorPage, viewerPage, lake }) => {
    const page = role === "operator" ? operatorPage : viewerPage;
    const marker = `keyed${Date.now()}`;
    await makeThree(page, lake, marker);
    await page.goto(`/timeline?q=${marker}&from=-15m`);
    const { chart, lane, job } = timelineOf(page);
    await expect(lane(DREMIO)).toHaveAccessibleName(/3 jobs/, LISTED);
    await page.keyboard.press("j");
    await expect(lane(DREMIO)).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(lane(/UI Previews/)).toBeFocused();
    await page.keyboard.press("k");
    await expect(lane(/High Cost User Queries/)).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(job(/as badly/)).toBeFocused();
    await expect(job(/as badly/)).toHaveAccessibleName(/^Failed/);
    await expect(page.getByText("lake · query · High Cost User Queries")).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(chart).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(page).toHaveURL(/[?&]to=/);
    for (const _ of [1, 2, 3]) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/jobs\/lake\/query\//);
    await expect(stateOf(page)).toHaveText(/Failed/);
  });
}

test("wheel, drag and keys move the range, and reload and a colleague show the same", async ({
  operatorPage: page,
  viewerPage,
  lake,
}) => {
  const marker = `moved${Date.now()}`;
  await makeThree(page, lake, marker);
  await page.goto(`/timeline?q=${marker}&from=-1h`);
  const { lane, picture, chart, range, now } = timelineOf(page);
  await expect(lane(DREMIO)).toHaveAccessibleName(/3 jobs/, LISTED);
  await expect(now).toHaveAttribute("aria-pressed", "true");

  const box = (await picture.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -60);
  await page.keyboard.up("Control");
  await expect(page).toHaveURL(/[?&]to=/);
  await expect(now).toHaveAttribute("aria-pressed", "false");
  const zoomed = spanOf(page);
  expect(zoomed).toBeLessThan(60 * MINUTE);
  expect(zoomed).toBeGreaterThan(20 * MINUTE);

  const end = () => Date.parse(address(page).searchParams.get("to") ?? "");
  const beforeDrag = end();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(end).toBeLessThan(beforeDrag - zoomed * 0.2);
  expect(beforeDrag - end()).toBeLessThan(zoomed * 0.3);
  expect(spanOf(page)).toBe(zoomed);

  const beforeWheel = end();
  await page.keyboard.down("Shift");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Shift");
  await expect.poll(end).toBeLessThan(beforeWheel);

  await chart.focus();
  const beforeKeys = end();
  await page.keyboard.press("ArrowRight");
  await expect.poll(end).toBeGreaterThan(beforeKeys);
  await page.keyboard.press("-");
  await expect.poll(() => spanOf(page) / zoomed).toBeCloseTo(1.5, 2);
  await page.keyboard.press("+");
  await expect.poll(() => spanOf(page) / zoomed).toBeCloseTo(1, 2);

  const words = range.getByRole("button", { name: / – / });
  const said = await words.innerText();
  const summary = (await picture.getAttribute("aria-label"))!;
  const url = page.url();
  await page.reload();
  await expect(words).toHaveText(said);
  await expect(picture).toHaveAccessibleName(summary);
  expect(page.url()).toBe(url);
  await viewerPage.goto(url);
  const theirs = timelineOf(viewerPage);
  await expect(theirs.range.getByRole("button", { name: / – / })).toHaveText(said);
  await expect(theirs.picture).toHaveAccessibleName(summary);
  expect(viewerPage.url()).toBe(url);

  await page.keyboard.press("n");
  await expect(now).toHaveAttribute("aria-pressed", "true");
  await expect(page).not.toHaveURL(/[?&]to=/);
});

test("at the right edge new jobs arrive by themselves, and what runs grows", async ({ operatorPage: page, lake }) => {
  const marker = `live${Date.now()}`;
  await makeDatedJob(page, lake, {
    sql: `select '${marker}' as first`,
    ageMs: 3 * MINUTE,
    phases: RUNNING,
    queue: null,
  });
  await page.goto(`/timeline?q=${marker}&from=-15m`);
  const { lane, job, picture } = timelineOf(page);
  await page.getByRole("button", { name: "Open lanes" }).click();
  await expect(job(/as first/)).toBeVisible();
  await expect(job(/as first/)).toHaveAccessibleName(/^Running/);
  const { x, y } = await pointAt(picture, job(/as first/), 0.92);
  await page.mouse.move(x, y);
  const length = page.getByText(/ · .* so far$/);
  const first = await length.innerText();
  await expect(length).not.toHaveText(first);
  await makeDatedJob(page, lake, {
    sql: `select '${marker}' as second`,
    ageMs: 1000,
    phases: RUNNING,
    queue: "UI Previews",
  });
  await expect(job(/as second/)).toBeVisible();
  await expect(lane(DREMIO)).toHaveAccessibleName(/2 jobs/);
  await expect(page.getByRole("button", { name: "Close lanes" })).toBeVisible();
});

test("open lanes outlast a reload, also with jobs that the vendor's clock dates later than now", async ({
  operatorPage: page,
  lake,
}) => {
  const marker = `ahead${Date.now()}`;
  await lake.clock({ stepMs: 3 * 60 * MINUTE });
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as ahead` });
  await page.goto(`/timeline?q=${marker}`);
  const { lane, job } = timelineOf(page);
  await page.getByRole("button", { name: "Open lanes" }).click();
  await expect(job(/^Running.*as ahead/)).toBeVisible();
  await page.reload();
  await expect(job(/^Running.*as ahead/)).toBeVisible();
  await expect(lane(DREMIO)).toHaveAccessibleName(/1 job/);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(timelineOf(page).table.getByRole("link", { name: /as ahead/ })).toBeVisible();
});

test("the table names each job with its states, from, to and duration, and leads to it", async ({
  viewerPage: page,
  lake,
}) => {
  const marker = `table${Date.now()}`;
  await makeThree(page, lake, marker);
  await page.goto(`/timeline?q=${marker}&from=-15m`);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  const { table } = timelineOf(page);
  await expect(table).toHaveAccessibleName(/^3 jobs with their states/, LISTED);
  await expect(table.getByRole("columnheader")).toHaveText(["State", "From", "To", "Duration"]);
  const group = (word: string) =>
    table.getByRole("rowgroup").filter({ has: page.getByRole("link", { name: `as ${word}` }) });
  const well = group("well").getByRole("row");
  await expect(well.filter({ hasText: /Running.*00:07:55/ })).toHaveCount(1);
  await expect(well.filter({ hasText: /Succeeded.*COMPLETED.*an end/ })).toHaveCount(1);
  await expect(
    group("badly")
      .getByRole("row")
      .filter({ hasText: /Failed.*an end/ }),
  ).toHaveCount(1);
  const still = group("still")
    .getByRole("row")
    .filter({ hasText: /Running.*still/ });
  const cell = still.getByRole("cell").last();
  await expect(cell).toHaveText(/^00:\d\d:\d\d$/);
  const first = await cell.innerText();
  await expect(cell).not.toHaveText(first);
  await page.reload();
  await table.getByRole("link", { name: /as badly/ }).click();
  await expect(stateOf(page)).toHaveText(/Failed/);
  await page.goBack();
  await expect(table.getByRole("link", { name: /as badly/ })).toBeVisible();
});

test("a change that only looks bound is told as between them", async ({ viewerPage: page, dliNorth }) => {
  const marker = `fuzzy${Date.now()}`;
  // It is seen starting, and only then goes on: the change lies between two looks.
  await dliNorth.clock({ speed: 0 });
  await dliNorth.createJob({ kind: "sql", scenario: "slow-run", statement: `select '${marker}' as fuzzy` });
  await untilListed(page.request, { q: marker, state: "starting" }, 1);
  await dliNorth.clock({ speed: 1 });
  await page.goto(`/timeline?q=${marker}&from=-15m&view=table`);
  const { table, job, picture } = timelineOf(page);
  await expect(table.getByRole("link", { name: /as fuzzy/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /Running/ })).toContainText(/between \d\d:\d\d:\d\d and \d\d:\d\d:\d\d/);
  await page.getByRole("button", { name: "Chart" }).click();
  await page.getByRole("button", { name: "Open lanes" }).click();
  await expect(job(/as fuzzy/)).toBeVisible();
  // At the right edge it runs, however long the page took; the card tells each of its stretches.
  const { x, y } = await pointAt(picture, job(/as fuzzy/), 0.979);
  await page.mouse.move(x, y);
  await expect(page.getByText(/between \d\d:\d\d:\d\d and \d\d:\d\d:\d\d/).first()).toBeVisible();
});
