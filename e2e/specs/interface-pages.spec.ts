import { expect, test } from "../support/test";

const COMPLETED = "/jobs/lake/query/6j6c34cf-9drf-b07a-5ab7-abea69a66d00";
const PAGES = [
  "/jobs",
  COMPLETED,
  "/jobs/dli-north/flink/90634",
  "/jobs/datameer/configuration/4",
  "/timeline",
  "/analytics",
  "/connections",
  "/connections/lake",
  "/audit",
  "/settings",
];

test("no page asks anything of another host, and none writes an error to the console", async ({
  adminPage: page,
  world,
}) => {
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== world.baseUrl) elsewhere.push(request.url());
  });
  page.on("console", (message) => (message.type() === "error" ? errors.push(message.text()) : undefined));
  page.on("pageerror", (error) => errors.push(String(error)));
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await page.waitForLoadState("networkidle").catch(() => undefined);
  }
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});

test("at 200 % zoom nothing has to be scrolled sideways", async ({ browser, sessions, world }) => {
  const context = await browser.newContext({
    baseURL: world.baseUrl,
    storageState: await sessions("operator"),
    // What is left of a window of 1280 by 800.
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  for (const path of ["/jobs", COMPLETED]) {
    await page.goto(path);
    await expect(
      page
        .getByRole("main")
        .getByText(/Succeeded/)
        .first(),
    ).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
    await expect(page.getByRole("button", { name: /^Account: / })).toBeInViewport();
  }
  await context.close();
});

test("a slow machine takes over what the server drew, without drawing it again", async ({ adminPage: page }) => {
  test.slow();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const main = page.getByRole("main");
  const drawn = {
    "/connections": main.getByRole("table", { name: "Connections" }),
    "/connections/lake": main.getByRole("region", { name: "Answers" }),
  };
  for (const [path, part] of Object.entries(drawn)) {
    for (let visit = 0; visit < 3; visit++) {
      await page.goto(path);
      await expect(part).toBeVisible();
    }
  }
  expect(errors).toEqual([]);
});
