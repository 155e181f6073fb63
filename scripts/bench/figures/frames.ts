import { logInByForm } from "../../../e2e/support/log-in";
import { SandboxControl } from "../../../e2e/support/sandbox-control";
import { startWorld } from "../../../e2e/support/start-world";
import { theWorld } from "../../../e2e/support/world";
import { startBrowser, WINDOW } from "../bench-browser";
import type { Figure } from "../figure";
import { framesPerSecond } from "../frame-rate";
import { p50 } from "../statistics";

const SECONDS = 5;
const ROUNDS = 3;

/** Whether a page that moves keeps up with one on which nothing does. */
export const frames: Figure = {
  name: "frames",
  about: "frames a second with 200 subjobs updating, against an empty page",
  needsBuild: true,
  patienceSeconds: 240,
  async run(scenes) {
    scenes.atEndOfFigure(await startWorld({ lively: true }));
    const world = theWorld();
    const dli = new SandboxControl(world.sandboxes.dliNorth);
    await dli.turn("progressErrors", 0);
    const { id } = await dli.createJob({ kind: "sql", scenario: "many-subjobs", count: 200, durationMs: 600_000 });
    const browser = await startBrowser(scenes);
    const page = await browser.newPage({ baseURL: world.baseUrl, viewport: WINDOW });
    await page.goto("/login");
    await logInByForm(page, "viewer");
    await page.waitForURL(/\/jobs/);

    const empty: number[] = [];
    const subjobs: number[] = [];
    // In turns, so that what else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round++) {
      await page.goto("/there-is-no-such-page");
      empty.push(await framesPerSecond(page, SECONDS));
      await page.goto(`/jobs/dli-north/sql/${id}`);
      await page.getByRole("progressbar", { name: /^Subjob 199/ }).waitFor({ state: "attached", timeout: 30_000 });
      // The page's own beginning is over once it has asked again: from here on it only moves.
      await page.waitForResponse(
        (answer) => answer.url().endsWith(`/sql/${id}`) && answer.request().resourceType() === "fetch",
      );
      subjobs.push(await framesPerSecond(page, SECONDS));
    }
    const [base, moving] = [p50(empty), p50(subjobs)];
    return [
      {
        what: "200 subjobs, updating",
        value: moving / base,
        limit: { atLeast: 0.9 },
        absolute: `${moving.toFixed(1)} frames a second, ${base.toFixed(1)} on an empty page`,
      },
    ];
  },
};
