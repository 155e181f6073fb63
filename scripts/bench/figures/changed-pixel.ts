import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { openContext, startBrowser } from "../bench-browser";
import type { Figure, Reading } from "../figure";
import { ms } from "../report";
import { p50, percentile } from "../statistics";
import { makeStore } from "../store";
import { control, dremio, stillDatameer, stillDli, type Vendor } from "../vendors";

const POLL_SECONDS = 5;
const LIMIT = 1.3;
/** Ends are spread evenly by chance over this time, and begin after the first, so that they meet every phase of a poll. */
const SPREAD_MS = 60_000;
const FIRST_MS = 10_000;
/** A screen on which all of the jobs are drawn. */
const SCREEN = { width: 1440, height: 3_600 };

/** A job that will have ended at a known instant of this machine's clock, and what its row's link ends with. */
interface Due {
  vendor: string;
  link: string;
  at: number;
}

/** From the instant at which a job ends at its vendor to the frame in which its cell says so. */
export const changedPixel: Figure = {
  name: "changed-pixel",
  about: `from a vendor's change to the changed pixel, with an interval of ${POLL_SECONDS} s`,
  needsBuild: true,
  patienceSeconds: 200,
  async run(scenes) {
    const datameer = await stillDatameer(scenes, POLL_SECONDS);
    // Two dozen runs at once, each looked at by itself: more than the usual budget allows at this interval.
    datameer.connection.budgetPerMinute = 1_000;
    const vendors = {
      lake: await dremio(scenes, POLL_SECONDS),
      dli: await stillDli(scenes, POLL_SECONDS),
      datameer,
    };
    for (const { sandbox } of Object.values(vendors)) await control(sandbox, "POST", "/clock", { speed: 1 });
    const { postgres } = scenes;
    const store = await makeStore({ engine: "embedded", jobs: 0, dataDir: scenes.newFolder("pixel"), postgres });
    const connections = Object.values(vendors).map(({ connection }) => connection);
    const server = await scenes.server(store, { connections });
    const context = await openContext(await startBrowser(scenes), server, SCREEN);
    const page = await context.newPage();
    await page.goto("/jobs");
    // The first sweep looks back 30 days: an operator who starts a server waits for that once.
    for (const { connection } of Object.values(vendors)) {
      await page.getByRole("row").filter({ hasText: connection.id }).first().waitFor({ timeout: 60_000 });
    }
    await notePainted(page);
    const due = await makeJobs(vendors);
    const ages = await agesOf(page, due);
    const interval = POLL_SECONDS * 1000;
    const reading = (what: string, of: readonly number[], limit: Reading["limit"]): Reading => ({
      what,
      value: percentile(of, 0.95) / interval,
      limit,
      absolute: `p95 ${ms(percentile(of, 0.95))} over ${ms(interval)}; p50 ${ms(p50(of))}, ${of.length} changes`,
    });
    const all = due.map(({ link }) => ages.get(link) ?? Infinity);
    const ofVendor = (name: string) => due.flatMap((one) => (one.vendor === name ? [ages.get(one.link) ?? 0] : []));
    return [
      reading("p95 of all over the interval", all, { atMost: LIMIT }),
      ...Object.keys(vendors).map((name) => reading(`p95 of ${name}`, ofVendor(name), null)),
    ];
  },
};

/** In the page: notes when a row's state was painted as succeeded. */
async function notePainted(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted: Record<string, number> = {};
    Object.assign(window, { painted });
    new MutationObserver(() => {
      const fresh: string[] = [];
      for (const row of document.querySelectorAll("[role=table][aria-label=Jobs] [role=row]")) {
        const link = row.querySelector("a")?.getAttribute("href");
        if (!link || painted[link] !== undefined || !row.textContent?.includes("Succeeded")) continue;
        painted[link] = Infinity;
        fresh.push(link);
      }
      if (fresh.length === 0) return;
      // After the frame: the timer runs when the frame's work is done.
      requestAnimationFrame(() => setTimeout(() => fresh.forEach((link) => (painted[link] = Date.now()))));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function makeJobs({ lake, dli, datameer }: Record<"lake" | "dli" | "datameer", Vendor>): Promise<Due[]> {
  const due: Due[] = [];
  const make = async (vendor: string, { sandbox, connection }: Vendor, kind: string, wish: (ms: number) => object) => {
    const lasts = FIRST_MS + Math.random() * SPREAD_MS;
    const asked = Date.now();
    const made = await control<{ id?: string; executionId?: number }>(sandbox, "POST", "/jobs", wish(lasts));
    const at = (asked + Date.now()) / 2 + lasts;
    due.push({ vendor, link: `/jobs/${connection.id}/${kind}/${made.executionId ?? made.id}`, at });
  };
  for (let n = 0; n < 20; n++) {
    await make("lake", lake, "query", (lasts) => ({
      phases: [
        { state: "RUNNING", ms: lasts },
        { state: "COMPLETED", ms: 0 },
      ],
    }));
    // It launches for 5 s.
    await make("dli", dli, "sql", (lasts) => ({ kind: "sql", scenario: "slow-run", durationMs: lasts - 5_000 }));
    if (n % 4 === 3) continue;
    const plan = (lasts: number) => ({ compileMs: 200, runMs: lasts - 200 });
    await make("datameer", datameer, "execution", (lasts) => ({ scenario: "slow-run", plan: plan(lasts) }));
  }
  return due;
}

/** Milliseconds by the job's link. @throws where a change was never painted */
async function agesOf(page: Page, due: readonly Due[]): Promise<Map<string, number>> {
  const last = Math.max(...due.map(({ at }) => at));
  for (;;) {
    const painted = await page.evaluate(() => (window as unknown as { painted: Record<string, number> }).painted);
    const missing = due.filter(({ link }) => !Number.isFinite(painted[link]));
    if (missing.length === 0) return new Map(due.map(({ link, at }) => [link, Math.max(0, (painted[link] ?? 0) - at)]));
    if (Date.now() > last + 6 * POLL_SECONDS * 1000) {
      throw new Error(`${missing.length} of ${due.length} changes were never painted, e.g. ${missing[0]?.link}`);
    }
    await sleep(500);
  }
}
