import type { Page, Request } from "@playwright/test";
import { heapOf, type Held } from "../support/heap";
import { logInByApi } from "../support/log-in";
import { SandboxControl } from "../support/sandbox-control";
import { openWorld, type OwnWorld } from "../support/start-world";
import { expect, test } from "../support/test";

const MINUTES = 10;
/** Until what is asked for first, compiled late and kept on purpose is there. */
const WARM_UP_MINUTES = 2;
/** A list in which something moves is asked for this often. */
const POLL_MS = 1_500;
/** Short against that: a question on its way while the page's time goes on must not look slow, or it is asked less often. */
const STEP_MS = 500;
/**
 * The least that is held in the last third of the time over the least in its first third. How many nodes there are also
 * depends on which rows are in view.
 */
const MOST_GROWTH = { heap: 1.1, nodes: 1.3, listeners: 1.3 };

/** What the engine compiles anew as it goes fills the heap for a quarter of an hour, and is nothing that the page keeps. */
const COMPILED_SELDOM = "--js-flags=--no-opt --no-maglev";

// A trace keeps a copy of the page at each of a thousand steps.
test.use({ trace: "off" });

let world: OwnWorld;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  world = await openWorld({ lively: true });
  const { lake, dliNorth, datameer } = world.sandboxes;
  // Ten minutes of the page pass in about one of the servers: as much happens meanwhile as in ten.
  for (const origin of [lake, dliNorth, datameer]) await new SandboxControl(origin).clock({ speed: 10 });
});
test.afterAll(() => world.end());

/** Until the page has done what lies before it, without its time going on. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    }
  });

/** Lets a minute pass for the page; its time stands still while it waits. Resolves to the answers to the list's question. */
async function liveAMinute(page: Page): Promise<number> {
  const asked = new Set<Request>();
  let answers = 0;
  const onAsked = (request: Request) => asked.add(request);
  const onAnswered = (request: Request) => {
    if (asked.delete(request) && new URL(request.url()).pathname === "/api/v1/jobs") answers += 1;
  };
  page.on("request", onAsked).on("requestfinished", onAnswered).on("requestfailed", onAnswered);
  for (let passed = 0; passed < 60_000; passed += STEP_MS) {
    await page.clock.runFor(STEP_MS);
    if (asked.size === 0) continue;
    while (asked.size > 0) await page.waitForEvent("requestfinished", { timeout: 500 }).catch(() => undefined);
    await settled(page);
  }
  page.off("request", onAsked).off("requestfinished", onAnswered).off("requestfailed", onAnswered);
  return answers;
}

test("a list left polling for ten minutes does not grow", async ({ playwright, launchOptions }) => {
  test.setTimeout(900_000);
  const args = [...(launchOptions.args ?? []), COMPILED_SELDOM];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const context = await browser.newContext({ baseURL: world.baseUrl, viewport: { width: 1440, height: 900 } });
  await logInByApi(context.request, world.baseUrl, "operator");
  const page = await context.newPage();
  await page.clock.install();
  await page.goto("/jobs");
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row");
  await page.clock.runFor(3_000);
  await expect(rows.nth(5)).toBeVisible();
  const measure = await heapOf(page);
  for (let minute = 0; minute < WARM_UP_MINUTES; minute++) await liveAMinute(page);
  const samples: Held[] = [await measure()];
  const seen = new Set<string>();
  let answers = 0;
  for (let minute = 0; minute < MINUTES; minute++) {
    answers += await liveAMinute(page);
    samples.push(await measure());
    seen.add(await rows.nth(1).innerText());
  }
  // It was no page that stood still.
  expect(answers).toBeGreaterThan((MINUTES * 60_000) / POLL_MS / 4);
  expect(seen.size).toBeGreaterThan(1);
  const least = (of: keyof Held, among: Held[]) => Math.min(...among.map((one) => one[of]));
  for (const of of ["heap", "nodes", "listeners"] as const) {
    const growth = least(of, samples.slice(-4)) / least(of, samples.slice(0, 4));
    expect(growth, `${of} of ${JSON.stringify(samples)}`).toBeLessThanOrEqual(MOST_GROWTH[of]);
  }
  await browser.close();
});
