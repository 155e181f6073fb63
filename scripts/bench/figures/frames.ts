import { chromium, type Page } from "@playwright/test";
import { logInByForm } from "../../../e2e/support/log-in";
import { SandboxControl } from "../../../e2e/support/sandbox-control";
import { startWorld } from "../../../e2e/support/start-world";
import { theWorld } from "../../../e2e/support/world";
import { findChromium } from "../../tools/find-chromium";
import type { Figure } from "../figure";

const SECONDS = 5;
const ROUNDS = 3;

/** Whether a page that moves keeps up with one on which nothing does. */
export const frames: Figure = {
  name: "frames",
  about: "frames a second with 200 subjobs updating, and while the list is scrolled, against an empty page",
  needsBuild: true,
  patienceSeconds: 240,
  async run(scenes) {
    scenes.atEndOfFigure(await startWorld({ lively: true }));
    const world = theWorld();
    const dli = new SandboxControl(world.sandboxes.dliNorth);
    await dli.turn("progressErrors", 0);
    const { id } = await dli.createJob({ kind: "sql", scenario: "many-subjobs", count: 200, durationMs: 600_000 });
    const { path: executablePath } = await findChromium();
    const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
    const browser = await chromium.launch({ executablePath, args });
    scenes.atEndOfFigure(() => browser.close());
    const page = await browser.newPage({ baseURL: world.baseUrl, viewport: { width: 1440, height: 900 } });
    await page.goto("/login");
    await logInByForm(page, "viewer");
    await page.waitForURL(/\/jobs/);

    const empty: number[] = [];
    const subjobs: number[] = [];
    const scrolled: number[] = [];
    // In turns, so that what else the machine does falls on all of them.
    for (let round = 0; round < ROUNDS; round++) {
      await page.goto("/there-is-no-such-page");
      empty.push(await framesPerSecond(page));
      await page.goto(`/jobs/dli-north/sql/${id}`);
      await page.getByRole("progressbar", { name: /^Subjob 199/ }).waitFor({ state: "attached", timeout: 30_000 });
      subjobs.push(await framesPerSecond(page));
      await page.goto("/jobs");
      await page.getByRole("table", { name: "Jobs" }).getByRole("row").nth(5).waitFor();
      scrolled.push(await framesPerSecond(page, "Job list"));
    }
    const base = median(empty);
    const reading = (what: string, values: number[]) => ({
      what,
      value: median(values) / base,
      limit: { atLeast: 0.9 },
      absolute: `${median(values).toFixed(1)} frames a second, ${base.toFixed(1)} on an empty page`,
    });
    return [reading("200 subjobs, updating", subjobs), reading("the list, scrolled without an end", scrolled)];
  },
};

/** Counted by the browser itself; with a region's name, that region is scrolled by a screen ten times a second. */
function framesPerSecond(page: Page, region?: string): Promise<number> {
  return page.evaluate(
    async ({ seconds, label }) => {
      const target = label ? document.querySelector(`[aria-label="${label}"]`) : null;
      const timer = target ? setInterval(() => target.scrollBy({ top: 600 }), 100) : undefined;
      const start = performance.now();
      let count = 0;
      while (performance.now() - start < seconds * 1000) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        count += 1;
      }
      clearInterval(timer);
      return count / ((performance.now() - start) / 1000);
    },
    { seconds: SECONDS, label: region },
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
