import type { Page } from "@playwright/test";
import { openList, untilListed } from "../support/job-list";
import { expect, test } from "../support/test";
import { COLUMN_IDS, type ColumnId } from "../../lib/url/jobs-search";

/** Words of a cell that are painted beyond its edges, where its neighbours begin, by column. */
function runningOver(page: Page): Promise<string[]> {
  return page.getByRole("table", { name: "Jobs" }).evaluate((table) => {
    const over: string[] = [];
    for (const cell of table.querySelectorAll("[role=cell]")) {
      const edges = cell.getBoundingClientRect();
      const row = cell.parentElement?.getBoundingClientRect() ?? edges;
      const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
        let right = Math.max(0, ...boxes.map((box) => box.right));
        for (let box = walk.currentNode.parentElement; box && cell.contains(box); box = box.parentElement) {
          if (getComputedStyle(box).overflowX !== "visible") right = Math.min(right, box.getBoundingClientRect().right);
        }
        const [top, bottom] = [
          Math.min(row.top, ...boxes.map((box) => box.top)),
          Math.max(...boxes.map((box) => box.bottom)),
        ];
        if (right > edges.right + 1 || top < row.top - 1 || bottom > row.bottom + 1)
          over.push(`${cell.getAttribute("data-column")}: ${walk.currentNode.textContent}`);
      }
    }
    return over;
  });
}

const widths = (px: number, columns: readonly ColumnId[] = COLUMN_IDS) => columns.map((id) => `${id}:${px}`).join(",");

test("no cell runs into its neighbour: long words, long names, columns that somebody made narrow, rows of one line", async ({
  operatorPage: page,
  lake,
}) => {
  const name = `select '${"wide".repeat(40)}${Date.now()}'`;
  const wide = { sql: name, user: "WWWWWWWWWWWWWWWWWWWW", queue: "a queue with quite a name of its own" };
  const { id } = await lake.createJob({ scenario: "runs-then-fails", ...wide });
  await untilListed(page.request, { q: id }, 1);
  const long = { columns: COLUMN_IDS.join(","), q: id };
  const queries: Record<string, string>[] = [
    long,
    { ...long, widths: widths(60) },
    { ...long, widths: widths(130) },
    { sort: "name" },
  ];
  const density = async (word: RegExp) => {
    await page.getByRole("button", { name: "Columns and density" }).click();
    const dialog = page.getByRole("dialog", { name: "Columns" });
    await dialog.getByRole("radio", { name: word }).check();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
  };
  await openList(page);
  for (const word of [/^Compact/, /^Comfortable/]) {
    await density(word);
    for (const query of queries) {
      await openList(page, query);
      expect(await runningOver(page), `${word.source} ${JSON.stringify(query)}`).toEqual([]);
    }
  }
});
