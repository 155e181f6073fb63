import type { Page } from "@playwright/test";
import { watchCells, type Touched } from "../../../e2e/support/watch-cells";
import { openContext, startBrowser } from "../bench-browser";
import type { Figure } from "../figure";
import type { Scenes } from "../scenes";
import { makeStore } from "../store";
import { control, dremio, stillDatameer, type Vendor } from "../vendors";

const POLL_SECONDS = 3;
const STEPS = 8;
const STEP_MS = 60_000;
/** In the names of this figure's jobs: the list shows only them. */
const NAMED = "slow-run";
/** It ticks each second, in each row. What else ticks, the age of the data, stands outside the list. */
const LEFT_OUT = ["Duration"];

/** Cells that look otherwise after every n-th step, by their names. */
type Known = Map<string, number>;

/** Whether a poll touches the cells that changed and no other. */
export const touchedCells: Figure = {
  name: "touched-cells",
  about: `cells touched by polls that bring known changes; without the column ${LEFT_OUT.join()}, which ticks`,
  needsBuild: true,
  patienceSeconds: 200,
  async run(scenes) {
    const vendors = await frozenVendors(scenes);
    const { postgres } = scenes;
    const store = await makeStore({ engine: "embedded", jobs: 0, dataDir: scenes.newFolder("cells"), postgres });
    const connections = Object.values(vendors).map(({ connection }) => connection);
    const server = await scenes.server(store, { connections });
    const context = await openContext(await startBrowser(scenes), server);
    const page = await context.newPage();
    const known = await makeJobs(vendors);
    await step(vendors);
    await page.goto(`/jobs?q=${NAMED}`);
    for (const cell of known.keys()) await page.locator(`a[href="${cell.split(" ")[0]}"]`).waitFor({ timeout: 60_000 });
    await page.getByRole("progressbar").nth(5).waitFor();
    const look = await watchCells(page, LEFT_OUT);
    const looks: Touched[] = [];
    let expected = 0;
    for (let number = 1; number <= STEPS; number++) {
      const due = new Set([...known].flatMap(([cell, every]) => (number % every === 0 ? [cell] : [])));
      expected += due.size;
      // Two polls that bring nothing, before and after.
      for (let quiet = 0; quiet < 2; quiet++) looks.push(await lookAfterPoll(page, look));
      await step(vendors);
      for (let polls = 0; due.size > 0; polls++) {
        if (polls > 30) throw new Error(`never changed: ${[...due].join(", ")}`);
        const seen = await lookAfterPoll(page, look);
        looks.push(seen);
        for (const cell of seen.changed) due.delete(cell);
      }
    }
    for (let quiet = 0; quiet < 2; quiet++) looks.push(await lookAfterPoll(page, look));
    const sum = (of: "touched" | "changed" | "rows") => looks.reduce((total, seen) => total + seen[of].length, 0);
    const elsewhere = [...new Set(looks.flatMap((seen) => seen.elsewhere))].join(", ");
    return [
      {
        what: "touched cells over changed ones",
        value: sum("touched") / sum("changed"),
        limit: { atMost: 1 },
        absolute: `${sum("touched")} over ${sum("changed")}, ${looks.length} polls, ${known.size} jobs; elsewhere: ${elsewhere}`,
      },
      {
        what: "changed cells over those that were to change",
        value: sum("changed") / expected,
        limit: { atMost: 1 },
        absolute: `${sum("changed")} over ${expected}`,
      },
      {
        what: "rows made, removed or changed themselves",
        value: sum("rows"),
        unit: "rows",
        limit: { atMost: 0 },
        absolute: [...new Set(looks.flatMap((seen) => seen.rows))].join(", ") || "none",
      },
    ];
  },
};

type Vendors = Record<"lake" | "datameer", Vendor>;

/** Two vendors whose clocks stand still between the steps. */
async function frozenVendors(scenes: Scenes): Promise<Vendors> {
  const lake = await dremio(scenes, POLL_SECONDS);
  await control(lake.sandbox, "POST", "/fault", { switch: "listingMs", value: 0 });
  await control(lake.sandbox, "POST", "/clock", { speed: 0 });
  const datameer = await stillDatameer(scenes, POLL_SECONDS);
  // So many steps so close together would spend the usual budget, and rows would be shown as stale.
  datameer.connection.budgetPerMinute = 1_000;
  return { lake, datameer };
}

async function step(vendors: Vendors): Promise<void> {
  for (const { sandbox } of Object.values(vendors)) await control(sandbox, "POST", "/clock", { stepMs: STEP_MS });
}

/** Queries that change their word every first, second or third step, and runs whose progress grows at each. */
async function makeJobs({ lake, datameer }: Vendors): Promise<Known> {
  const known: Known = new Map();
  for (let n = 0; n < 12; n++) {
    const every = 1 + (n % 3);
    // The first step is made before the watch begins.
    const phases = Array.from({ length: 2 * STEPS }, (_, index) => ({
      state: index % 2 ? "QUEUED" : "ENGINE_START",
      ms: (index === 0 ? every + 1 : every) * STEP_MS,
    }));
    const wish = { phases, sql: `select ${n} as "${NAMED}"` };
    const { id } = await control<{ id: string }>(lake.sandbox, "POST", "/jobs", wish);
    known.set(`/jobs/lake/query/${id} · State`, every);
  }
  for (let n = 0; n < 3; n++) {
    const plan = { compileMs: 0, runMs: 30 * STEP_MS };
    const wish = { scenario: NAMED, plan };
    const made = await control<{ executionId: number; configurationId: number }>(
      datameer.sandbox,
      "POST",
      "/jobs",
      wish,
    );
    known.set(`/jobs/datameer/execution/${made.executionId} · Progress`, 1);
    known.set(`/jobs/datameer/configuration/${made.configurationId} · Progress`, 1);
  }
  return known;
}

async function lookAfterPoll(page: Page, look: () => Promise<Touched>): Promise<Touched> {
  await page.waitForResponse((response) => new URL(response.url()).pathname === "/api/v1/jobs");
  return look();
}
