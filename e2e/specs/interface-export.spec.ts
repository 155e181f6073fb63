import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openList, untilListed } from "../support/job-list";
import { readCsv } from "../support/read-csv";
import { expect, test } from "../support/test";

/** The file that a choice of the export menu downloads. */
async function exportAs(page: Page, format: "CSV" | "JSON"): Promise<string> {
  await page.getByRole("button", { name: "Export the filtered list" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: `Export as ${format}` }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`jobs.${format.toLowerCase()}`);
  return readFileSync(await file.path(), "utf8");
}

test("an export holds the filtered list, whole, with cells that no spreadsheet runs", async ({
  operatorPage: page,
  lake,
}) => {
  const marker = `cells${Date.now()}`;
  const statements = [
    `=HYPERLINK("https://elsewhere.test","${marker}")`,
    `+1 ${marker}`,
    `-1 ${marker}`,
    `@SUM(1) ${marker}`,
    `＝1 ${marker}`,
    `select "a,b", 'c""d' from ${marker}\nwhere x = '2'`,
  ];
  // A name is its statement on one line.
  const names = statements.map((sql) => sql.replaceAll("\n", " "));
  for (const sql of statements) await lake.createJob({ scenario: "quick-run", sql, user: "=cmd|x" });
  await untilListed(page.request, { q: marker, state: "succeeded" }, statements.length);
  await openList(page, { q: marker, state: "succeeded", sort: "name" });

  const { items } = JSON.parse(await exportAs(page, "JSON")) as { items: Record<string, string>[] };
  const rows = readCsv(await exportAs(page, "CSV"));
  expect(rows).toHaveLength(statements.length);
  expect(rows.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(items.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  for (const [at, row] of rows.entries()) {
    const item = items[at];
    const harmful = !item?.name?.startsWith("select");
    expect(row.name).toBe(`${harmful ? "'" : ""}${item?.name}`);
    expect(row.owner).toBe("'=cmd|x");
    expect(row.state).toBe("succeeded");
    for (const when of [row.submittedAt, row.startedAt, row.endedAt]) {
      expect(when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\u0000-\u001f]/);
  }
});

test("a vendor's error with a control character is harmless too", async ({ operatorPage: page, lake }) => {
  const errorMessage = `\t=1+1 at line 1\r\n"quoted", of ${Date.now()}`;
  const { id } = await lake.createJob({ scenario: "fails-in-planning", errorMessage });
  await untilListed(page.request, { q: id }, 1);
  await openList(page, { q: id });
  const [row] = readCsv(await exportAs(page, "CSV"));
  expect(row?.error).toBe(`'${errorMessage}`);
});
