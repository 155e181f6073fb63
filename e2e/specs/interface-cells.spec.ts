import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";
import { watchCells } from "../support/watch-cells";

/** It ticks each second in the rows of what runs. */
const TICKS = "Duration";
/** Its boxes say so when a busy machine has left a connection unasked for a while. */
const SELECT = "Select";
const STEP_MS = 60_000;

async function answered(page: Page, polls: number): Promise<void> {
  for (let n = 0; n < polls; n++) {
    await page.waitForResponse((response) => new URL(response.url()).pathname === "/api/v1/jobs");
  }
}

test("a poll touches the cells that changed, and no other", async ({ operatorPage: page, lake }) => {
  const marker = `cells${Date.now()}`;
  // Its clock stands still between the steps; its own listings are jobs that take their time.
  await lake.turn("listingMs", 0);
  await lake.clock({ speed: 0 });
  const phases = (every: number) =>
    Array.from({ length: 8 }, (_, index) => ({
      state: index % 2 ? "QUEUED" : "ENGINE_START",
      ms: every * STEP_MS,
    }));
  const make = async (every: number) => {
    const sql = `select ${every} as ${marker}_${made++}`;
    const { id } = await lake.createJob({ sql, phases: phases(every) });
    return { sql, cell: `/jobs/lake/query/${id} · State` };
  };
  let made = 0;
  const always = [await make(1), await make(1)];
  const second = [await make(2), await make(2), await make(2)];
  const never = [await make(1_000), await make(1_000)];
  await page.goto(`/jobs?q=${marker}`);
  const rows = page.getByRole("table", { name: "Jobs" }).getByRole("row").filter({ hasText: marker });
  await expect(rows).toHaveCount(always.length + second.length + never.length);
  const cells = (jobs: { cell: string }[]) => jobs.map(({ cell }) => cell).sort();
  const expectAll = async (jobs: { sql: string }[], word: string) => {
    for (const { sql } of jobs) await expect(rows.filter({ hasText: sql })).toContainText(word);
  };

  await answered(page, 2);
  const look = await watchCells(page, [TICKS, SELECT]);
  await answered(page, 2);
  expect(await look()).toMatchObject({ touched: [], changed: [] });

  await lake.clock({ stepMs: STEP_MS });
  await expectAll(always, "QUEUED");
  await answered(page, 2);
  const first = await look();
  expect(first.changed.sort()).toEqual(cells(always));
  expect(first.touched.sort()).toEqual(cells(always));

  await lake.clock({ stepMs: STEP_MS });
  await expectAll(always, "ENGINE START");
  await expectAll(second, "QUEUED");
  await answered(page, 2);
  const next = await look();
  expect(next.changed.sort()).toEqual(cells([...always, ...second]));
  expect(next.touched.sort()).toEqual(cells([...always, ...second]));
  expect([...first.rows, ...next.rows]).not.toContain("the table");
});
