import type { Page } from "@playwright/test";

/** What happened in the page since the last look. A cell is called `/jobs/lake/query/1 · State`, by its job's page. */
export interface Touched {
  /** Cells of the list in which anything was changed, to whatever. */
  touched: string[];
  /** Cells of the list that look otherwise than at the last look. */
  changed: string[];
  /** Rows that were themselves changed, or got or lost a cell; the table, where it got or lost a row. */
  rows: string[];
  /** Labels of what was touched outside the list. */
  elsewhere: string[];
}

/** What the page keeps between two looks. */
interface Watch {
  nodes: Set<Element>;
  looks: Map<string, string>;
}

/**
 * Watches the whole document from now on. Each look tells what happened since the one before, and begins anew.
 * @param without heads of columns that are left out
 */
export async function watchCells(page: Page, without: readonly string[]): Promise<() => Promise<Touched>> {
  await page.evaluate(() => {
    const watch: Watch = { nodes: new Set(), looks: new Map() };
    Object.assign(window, { watch });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const node = target instanceof Element ? target : target.parentElement;
        if (node) watch.nodes.add(node);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const look = () => page.evaluate(tell, [...without]);
  await look();
  return look;
}

/** Runs in the page. Without functions that have a name: what the test runner adds to them does not reach it. */
function tell(without: string[]): Touched {
  const { watch } = window as unknown as { watch: Watch };
  const nodes = watch.nodes;
  watch.nodes = new Set();
  const table = document.querySelector("[role=table][aria-label=Jobs]");
  const heads = [...(table?.querySelectorAll("[role=columnheader]") ?? [])].map((head) => head.textContent || "Select");
  const looks = new Map<string, string>();
  const [touched, changed] = [new Set<string>(), new Set<string>()];
  const [rows, elsewhere] = [new Set<string>(), new Set<string>()];
  const holders = new Set([...nodes].map((node) => node.closest("[role=cell]")));
  for (const row of table?.querySelectorAll("[role=row]") ?? []) {
    const job = row.querySelector("a")?.getAttribute("href") ?? "the head";
    if (nodes.has(row)) rows.add(job);
    for (const [index, cell] of [...row.querySelectorAll("[role=cell]")].entries()) {
      if (without.includes(heads[index] ?? "")) continue;
      const name = `${job} · ${heads[index]}`;
      looks.set(name, cell.outerHTML);
      if (holders.has(cell)) touched.add(name);
      if (watch.looks.has(name) && watch.looks.get(name) !== cell.outerHTML) changed.add(name);
    }
  }
  for (const node of nodes) {
    if (!table?.contains(node)) elsewhere.add(node.closest("[aria-label]")?.getAttribute("aria-label") ?? node.tagName);
    else if (!node.closest("[role=row]")) rows.add("the table");
  }
  watch.looks = looks;
  return { touched: [...touched], changed: [...changed], rows: [...rows], elsewhere: [...elsewhere] };
}
