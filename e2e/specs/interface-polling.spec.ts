import type { Page, Request } from "@playwright/test";
import { expect, test } from "../support/test";

const STATES = "draft queued starting running suspended stopping succeeded warning failed cancelled unknown".split(" ");

/**
 * Notes what the browser itself calls a shift of layout, anywhere on the page, from now on. A text of another length in its
 * own place is none.
 */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const moved: string[] = [];
    (window as unknown as { moved: string[] }).moved = moved;
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as unknown as { sources: { node: Node | null }[] }[]) {
        moved.push(...sources.map(({ node }) => node?.textContent ?? "something that is gone"));
      }
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
}

/** Where everything that outlasts a poll stands, and how large it is; of words in a chip only where they begin. */
async function places(page: Page): Promise<string[]> {
  const banner = page.getByRole("banner");
  const main = page.getByRole("main");
  const chips = main.getByRole("group", { name: "Filter by state" }).getByRole("button");
  const parts = {
    bar: banner.getByRole("button").or(banner.getByRole("link")),
    chip: chips,
    search: main.getByRole("search"),
    tool: main.getByRole("button").and(page.getByText(/^(Vendor|Kind|Owner|Time|Views)$/)),
    head: main.getByRole("columnheader"),
    row: main.getByRole("row"),
    link: main.getByRole("row").getByRole("link"),
  };
  const found: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const boxes = await part.evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((px) => px.toFixed(1)).join(" ");
      }),
    );
    found.push(...boxes.map((box, at) => `${name} ${at}: ${box}`));
  }
  // A cell is as high as what is in it: its row says where it stands.
  const cells = await main
    .getByRole("cell")
    .evaluateAll((elements) =>
      elements
        .map((element) => element.getBoundingClientRect())
        .map(({ x, width }) => `${x.toFixed(1)} ${width.toFixed(1)}`),
    );
  const words = await chips.evaluateAll((buttons) =>
    buttons.flatMap((button) => [...button.children].map((child) => child.getBoundingClientRect().x.toFixed(1))),
  );
  const narrow = { cell: cells, word: words };
  return [...found, ...Object.entries(narrow).flatMap(([name, boxes]) => boxes.map((x, at) => `${name} ${at}: ${x}`))];
}

/** Counts the answers to the list's polls from now on, and all questions: those sent, and those not answered yet. */
function polls(page: Page): { count: () => number; sent: () => number; open: () => number } {
  let answered = 0;
  let sent = 0;
  const open = new Set<Request>();
  page.on("request", (request) => {
    if (!new URL(request.url()).pathname.startsWith("/api/v1/")) return;
    sent += 1;
    open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  page.on("response", (response) => {
    if (new URL(response.url()).pathname === "/api/v1/jobs") answered += 1;
  });
  return { count: () => answered, sent: () => sent, open: () => open.size };
}

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (value ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
}

test("polls move no row and leave unchanged rows alone, while a changed one changes where it stands", async ({
  operatorPage: page,
  lake,
  dliNorth,
}) => {
  const marker = `still${Date.now()}`;
  // Looked for by name: the vendors' clocks are apart, and other jobs would push these out of the page.
  const { id: refreshed } = await dliNorth.createJob({
    kind: "sql",
    scenario: "subjobs",
    count: 2,
    durationMs: 3_600_000,
    statement: `refresh ${marker}`,
  });
  for (let still = 0; still < 5; still += 1) {
    await dliNorth.createJob({ kind: "sql", scenario: "runs-forever", statement: `select '${marker}' as n${still}` });
  }
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as changes` });
  await page.goto(`/jobs?q=${marker}&sort=-submittedAt`);
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  const changing = rows.filter({ hasText: `${marker}' as changes` });
  await expect(changing).toContainText("Running");
  await expect(rows.filter({ hasText: marker })).toHaveCount(7);
  // The running jobs take turns to be asked how far they are, but for one that somebody looks at.
  await page.request.get(`/api/v1/jobs/dli-north/sql/${refreshed}`);
  await expect(rows.filter({ hasText: `refresh ${marker}` })).toContainText(/Running.* %/);
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const { count } = polls(page);
  const before = await rows.elementHandles();
  const stood = await places(page);
  const shifts = await watchShifts(page);
  await expect.poll(count).toBeGreaterThanOrEqual(2);
  await lake.clock({ stepMs: 3_600_000 });
  await expect(changing).toContainText("Succeeded");
  const seen = count();
  await expect.poll(count).toBeGreaterThanOrEqual(seen + 2);
  expect(await places(page)).toEqual(stood);
  expect(await shifts()).toEqual([]);
  const kept = await Promise.all(before.map((row) => row.evaluate((element) => element.isConnected)));
  expect(kept).not.toContain(false);
});

test("counts that gain digits move no chip", async ({ operatorPage: page }) => {
  // The counts alone are made up, as no world has all of them: each poll is answered by the server.
  let count = 9;
  await page.route(/\/api\/v1\/jobs\?/, async (route) => {
    const headers = { ...route.request().headers() };
    delete headers["if-none-match"];
    const response = await route.fetch({ headers });
    const list = (await response.json()) as { counts: { byState: Record<string, number> } | null };
    const byState = Object.fromEntries(STATES.map((state) => [state, count]));
    await route.fulfill({ response, json: { ...list, counts: { byState } } });
  });
  await page.goto("/jobs");
  const chips = page.getByRole("group", { name: "Filter by state" }).getByRole("button");
  const all = (text: string) => expect(chips.filter({ hasText: new RegExp(`[a-z]${text}$`) })).toHaveCount(11);
  await all("9");
  // The chips may be there before the table is.
  await expect(page.getByRole("columnheader", { name: "Duration" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Jobs" }).getByRole("link").first()).toBeVisible();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const stood = await places(page);
  const shifts = await watchShifts(page);
  for (const [next, text] of [
    [10, "10"],
    [99, "99"],
    [100, "100"],
    [1_000, "1,000"],
    [9_999, "9,999"],
    [123_456, "123,456"],
  ] as const) {
    count = next;
    await all(text);
    expect(await places(page)).toEqual(stood);
  }
  await expect(chips.first()).toHaveAttribute("title", "123,456 running");
  expect(await shifts()).toEqual([]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a hidden tab asks nothing, and asks each thing once when it is seen again", async ({ operatorPage: page }) => {
  await page.goto("/jobs");
  await expect(page.getByRole("table", { name: "Jobs" })).toBeVisible();
  const { count, sent, open } = polls(page);
  await expect.poll(count).toBeGreaterThanOrEqual(1);
  await setHidden(page, true);
  // What was on its way when the tab was hidden may still come in.
  await expect.poll(open).toBe(0);
  const [sentBefore, countBefore] = [sent(), count()];
  await page.waitForTimeout(7_000);
  expect(sent()).toBe(sentBefore);
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  const askedByTheFirstAnswer = new Promise<number>((resolve) =>
    page.on("response", (response) => {
      if (new URL(response.url()).pathname !== "/api/v1/jobs") return;
      resolve(paths.filter((path) => path === "/api/v1/jobs").length);
    }),
  );
  await setHidden(page, false);
  expect(await askedByTheFirstAnswer).toBe(1);
  await expect.poll(count).toBeGreaterThanOrEqual(countBefore + 2);
});

test("new jobs wait behind a bar while one reads, and the selection outlasts the polls", async ({
  operatorPage: page,
  lake,
}) => {
  // Of one vendor, since the vendors' clocks are apart: its newest job is the list's first.
  await page.goto("/jobs?vendor=dremio&sort=-submittedAt");
  const list = page.getByRole("region", { name: "Job list" });
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  await rows.nth(2).getByRole("checkbox").check();
  const label = await rows.nth(2).getByRole("checkbox").getAttribute("aria-label");
  await list.hover();
  await page.mouse.wheel(0, 300);
  // The wheel's way is animated: it has to have come to rest.
  const top = 300;
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(top);
  const marker = `fresh${Date.now()}`;
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as newcomer` });
  const bar = page.getByRole("button", { name: /^\d+\+? new jobs?$/ });
  await expect(bar).toBeVisible();
  expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
  const selected = page.getByRole("region", { name: "Selected jobs" });
  await expect(selected).toContainText("1 job selected");
  await bar.click();
  await expect(rows.filter({ hasText: marker })).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(selected).toContainText("1 job selected");
  await expect(page.getByRole("checkbox", { name: label ?? "", exact: true, checked: true })).toHaveCount(1);
});

test("a vendor that fails and the bar of chosen jobs push no row", async ({ operatorPage: page, lake }) => {
  await page.goto("/jobs?sort=-submittedAt");
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await expect(rows.nth(5)).toBeVisible();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const stood = await rows.nth(2).boundingBox();
  await rows.nth(2).getByRole("checkbox").check();
  await expect(page.getByRole("region", { name: "Selected jobs" })).toContainText("1 job selected");
  expect(await rows.nth(2).boundingBox()).toEqual(stood);
  await lake.fault({ kind: "status", status: 503 });
  await expect(page.getByRole("main").getByText(/has given no good answer since/)).toBeVisible();
  expect(await rows.nth(2).boundingBox()).toEqual(stood);
});
