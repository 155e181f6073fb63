import { stateOf } from "../support/job-page";
import { openList, untilListed } from "../support/job-list";
import { expect, test } from "../support/test";

test("readers get the progress of a subjob in words, and the timeline as a table", async ({
  operatorPage: page,
  dliNorth,
}) => {
  await dliNorth.turn("progressErrors", 0);
  const { id } = await dliNorth.createJob({ kind: "sql", scenario: "subjobs", count: 3, durationMs: 3_600_000 });
  await page.goto(`/jobs/dli-north/sql/${id}`);
  await expect(stateOf(page)).toHaveText(/Running/);
  const tasks = page.getByRole("progressbar", { name: /^Subjob 0: ./ });
  await expect(tasks).toHaveAttribute("aria-valuemin", "0");
  await expect(tasks).toHaveAttribute("aria-valuemax", "100");
  await expect(tasks).toHaveAttribute("aria-valuenow", /^\d+$/);
  await expect(tasks).toHaveAttribute("aria-valuetext", /\d+ of \d+ tasks/);
  const stages = page.getByRole("progressbar", { name: /^Stages of Subjob 0: ./ });
  await expect(stages).toHaveAttribute("aria-valuetext", /\d+ of \d+ stages?/);
  await expect(page.getByRole("progressbar", { name: /^Progress of (subjob \d+ of )?./ })).toHaveAttribute(
    "aria-valuetext",
    /%$/,
  );

  const bar = page.getByRole("listbox", { name: "Timeline of states" });
  await expect(bar.getByRole("option", { name: /^RUNNING, Running, .* from .* until now/ })).toHaveCount(1);
  await page.getByRole("region", { name: "Timeline" }).getByText("As a table").click();
  const table = page.getByRole("table", { name: "States of this job in time" });
  await expect(table.getByRole("columnheader")).toHaveText(["State", "From", "To", "How it is known", "Attempt"]);
  await expect(table.getByRole("row").last()).toContainText(/Running.*now/);
  // By keys, each stretch tells of itself.
  await bar.focus();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByRole("tooltip")).toContainText("Running");
});

test("the list is a table for readers: heads, counts, rows and what each cell's control does", async ({
  operatorPage: page,
  lake,
}) => {
  const marker = `names${Date.now()}`;
  await lake.createJob({ scenario: "slow-run", sql: `select '${marker}'` });
  await untilListed(page.request, { q: marker, state: "running" }, 1);
  const rows = await openList(page, { q: marker });
  const table = page.getByRole("table", { name: "Jobs" });
  await expect(table).toHaveAttribute("aria-rowcount", "2");
  await expect(table).toHaveAttribute("aria-colcount", "9");
  await expect(table.getByRole("columnheader", { name: "Started" })).toHaveAttribute("aria-sort", "none");
  await expect(rows).toHaveAttribute("aria-rowindex", "2");
  await expect(rows.getByRole("cell")).toHaveCount(9);
  await expect(rows.getByRole("img", { name: "Running" }).or(rows.getByText("Running", { exact: true }))).toBeVisible();
  await expect(rows.getByRole("checkbox", { name: `Select select '${marker}'` })).toBeVisible();
  await expect(rows.getByRole("button", { name: `Cancel select '${marker}'` })).toBeVisible();
});
