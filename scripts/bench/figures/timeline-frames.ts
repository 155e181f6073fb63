import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { logInByForm } from "../../../e2e/support/log-in";
import { startWorld } from "../../../e2e/support/start-world";
import { timelineOf } from "../../../e2e/support/timeline-page";
import { theWorld } from "../../../e2e/support/world";
import { findChromium } from "../../tools/find-chromium";
import type { Figure, Reading } from "../figure";
import { p50 } from "../statistics";

const SECONDS = 3;
const ROUNDS = 5;
const JOBS = 500;
const [WIDTH, HEIGHT] = [1440, 900];

type Move = (page: Page, step: number) => Promise<void>;

/** Turns the wheel with a key held, back and forth, so that a range is not left. */
const wheel =
  (key: "Control" | "Shift"): Move =>
  async (page, step) => {
    if (step === 0) await page.keyboard.down(key);
    await page.mouse.wheel(0, Math.floor(step / 8) % 2 === 0 ? -40 : 40);
  };

/** Away from now first: there the page follows, and its buttons say so. */
const AWAY = ["ArrowLeft", "ArrowLeft", "ArrowLeft"];
const KEYS = ["ArrowLeft", "-", "ArrowRight", "+"];
const keys: Move = (page, step) => page.keyboard.press(AWAY[step] ?? KEYS[step % KEYS.length] ?? "n");

const drag: Move = async (page, step) => {
  if (step === 0) await page.mouse.down();
  const far = step % 100;
  await page.mouse.move(WIDTH * 0.4 + (far < 50 ? far : 100 - far) * 12, HEIGHT / 2);
};

/** With what a hand gives in a second at most: a key that is held repeats 30 times, a mouse tells of itself at each frame. */
const MOVES: Record<string, { move: Move; perSecond: number }> = {
  "zoomed by the wheel": { move: wheel("Control"), perSecond: 60 },
  "panned by the wheel": { move: wheel("Shift"), perSecond: 60 },
  "dragged by the mouse": { move: drag, perSecond: 60 },
  "moved by keys": { move: keys, perSecond: 30 },
};

/** Whether an axis full of jobs keeps up with the hand, against an empty page under the same hand. */
export const timelineFrames: Figure = {
  name: "timeline-frames",
  about: `frames a second while a timeline with ${JOBS} jobs open is panned and zoomed, against an empty page`,
  needsBuild: true,
  patienceSeconds: 420,
  async run(scenes) {
    scenes.atEndOfFigure(await startWorld({ lively: true }));
    const { path: executablePath } = await findChromium();
    const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
    const browser = await chromium.launch({ executablePath, args });
    scenes.atEndOfFigure(() => browser.close());
    const page = await browser.newPage({ baseURL: theWorld().baseUrl, viewport: { width: WIDTH, height: HEIGHT } });
    await page.goto("/login");
    await logInByForm(page, "viewer");
    await page.waitForURL(/\/jobs/);

    const found: Record<string, { timeline: number[]; empty: number[] }> = {};
    // In turns, so that what else the machine does falls on all of them.
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, hand] of Object.entries(MOVES)) {
        const { timeline, empty } = (found[name] ??= { timeline: [], empty: [] });
        await page.goto("/there-is-no-such-page");
        empty.push((await framesUnder(page, hand)).rate);
        await openTimeline(page);
        const { rate, ranges } = await framesUnder(page, hand);
        // Frames of a still picture prove nothing.
        if (ranges < 10) throw new Error(`"${name}" did not reach the axis: ${ranges} ranges were shown.`);
        timeline.push(rate);
      }
    }
    return Object.entries(found).map(([name, { timeline, empty }]): Reading => ({
      what: `${JOBS} jobs, ${name}`,
      value: p50(timeline) / p50(empty),
      limit: { atLeast: 0.9 },
      absolute: `${p50(timeline).toFixed(1)} frames a second, ${p50(empty).toFixed(1)} on an empty page`,
    }));
  },
};

/** Every lane opened, as many jobs as one answer holds, all over the axis, and those that are seen drawn one by one. */
async function openTimeline(page: Page): Promise<void> {
  await page.goto("/timeline?open=*&from=-75m");
  const { picture, job } = timelineOf(page);
  await page.getByRole("img", { name: new RegExp(`^${JOBS} jobs of`) }).waitFor({ timeout: 60_000 });
  await job(/./).first().waitFor();
  await picture.hover();
}

/** Frames a second, counted by the browser itself while real input comes in; and how many ranges were shown. */
async function framesUnder(
  page: Page,
  { move, perSecond }: { move: Move; perSecond: number },
): Promise<{ rate: number; ranges: number }> {
  await page.mouse.move(WIDTH * 0.6, HEIGHT / 2);
  const counting = page.evaluate(async (milliseconds) => {
    const range = document.querySelector('[aria-label="Time range"]');
    const ranges = new Set<string>();
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < milliseconds) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      ranges.add(range?.textContent ?? "");
      count += 1;
    }
    return { rate: count / ((performance.now() - start) / 1000), ranges: ranges.size };
  }, SECONDS * 1000);
  let over = false;
  const counted = counting.finally(() => (over = true));
  for (let step = 0; !over; step += 1) await Promise.all([move(page, step), sleep(1000 / perSecond)]);
  await page.mouse.up();
  for (const key of ["Control", "Shift"]) await page.keyboard.up(key);
  return counted;
}
