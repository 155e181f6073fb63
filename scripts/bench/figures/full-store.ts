import type { BrowserContext, Page } from "@playwright/test";
import { openContext, startBrowser } from "../bench-browser";
import type { Figure, Reading } from "../figure";
import { ms } from "../report";
import { p50 } from "../statistics";

const FEW = 100;
const MANY = 100_000;
const LOADS = 15;
const WARM = 3;
const LIMIT = 1.2;

/** Milliseconds of one load: from the navigation to the first row and to the first key obeyed; from a click to its rows. */
interface Load {
  row: number;
  ready: number;
  chip: number;
}

/** Whether the list opens as fast on a store full of jobs as on a nearly empty one. */
export const fullStore: Figure = {
  name: "full-store",
  about: `/jobs with ${MANY.toLocaleString("en")} stored jobs against ${FEW}: first row, first key, a filter's answer`,
  needsBuild: true,
  patienceSeconds: 300,
  async run(scenes) {
    const browser = await startBrowser(scenes);
    const open = async (jobs: number) => {
      const context = await openContext(browser, await scenes.server(await scenes.store("embedded", jobs)));
      await note(context);
      return context.newPage();
    };
    const few = await open(FEW);
    const many = await open(MANY);
    const loads: { few: Load[]; many: Load[] } = { few: [], many: [] };
    for (let n = 0; n < WARM + LOADS; n++) {
      // Whoever comes first meets the other's last work: they take turns in that too.
      for (const which of n % 2 === 0 ? (["few", "many"] as const) : (["many", "few"] as const)) {
        const load = await measure(which === "few" ? few : many);
        if (n >= WARM) loads[which].push(load);
      }
    }
    const reading = (what: string, of: keyof Load): Reading => {
      const [base, value] = [p50(loads.few.map((load) => load[of])), p50(loads.many.map((load) => load[of]))];
      const absolute = `${ms(value)} over ${ms(base)}, p50 of ${LOADS} loads`;
      return { what, value: value / base, limit: { atMost: LIMIT }, absolute };
    };
    return [
      reading("first row", "row"),
      reading("first key obeyed", "ready"),
      reading("a filter's rows after the click", "chip"),
    ];
  },
};

/** In the page: notes when the first row is painted and when `j` has moved the focus to one. */
async function note(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noted: Record<string, number> = {};
    Object.assign(window, { noted });
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[role=row][aria-rowindex="2"]')) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (noted.row = performance.now())));
      const type = setInterval(
        () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true })),
        10,
      );
      document.addEventListener(
        "focusin",
        () => {
          clearInterval(type);
          requestAnimationFrame(() => setTimeout(() => (noted.ready = performance.now())));
        },
        { once: true },
      );
    });
    watch.observe(document, { subtree: true, childList: true });
  });
}

async function measure(page: Page): Promise<Load> {
  await page.goto("/jobs");
  await page.waitForFunction(() => (window as unknown as { noted: Record<string, number> }).noted.ready, null, {
    timeout: 30_000,
  });
  const { row = 0, ready = 0 } = await page.evaluate(
    () => (window as unknown as { noted: Record<string, number> }).noted,
  );
  // Counts have come, so that nothing is under way but the polls.
  await page.getByRole("button", { name: /^Succeeded [\d,.]+/ }).waitFor();
  return { row, ready, chip: await filter(page) };
}

/** Clicks the chip and waits, in the page, until only its rows are painted. */
function filter(page: Page): Promise<number> {
  return page.getByRole("button", { name: /^Succeeded/ }).evaluate(
    (chip: HTMLElement) =>
      new Promise<number>((resolve) => {
        const clicked = performance.now();
        const watch = new MutationObserver(() => {
          const rows = [...document.querySelectorAll("[role=row]")].slice(1);
          if (rows.length === 0 || rows.some((row) => !row.textContent?.includes("Succeeded"))) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clicked)));
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        chip.click();
      }),
  );
}
