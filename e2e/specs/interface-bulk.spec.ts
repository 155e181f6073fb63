import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { listJobs, openList, untilListed } from "../support/job-list";
import { expect, test } from "../support/test";

interface AuditEntry {
  jobId: string;
  reason: string | null;
  by: string;
}

/** Who is in the audit for one reason. */
async function auditedFor(admin: APIRequestContext, reason: string): Promise<AuditEntry[]> {
  const answer = await admin.get("/api/v1/audit", { params: { limit: "200" } });
  return ((await answer.json()) as { items: AuditEntry[] }).items.filter((entry) => entry.reason === reason);
}

/** Chooses all that is listed, and opens the dialog that would cancel `asked` of them. */
async function openBulk(page: Page, asked: number): Promise<Locator> {
  await page.getByRole("checkbox", { name: "Select all loaded jobs" }).check();
  await page
    .getByRole("region", { name: "Selected jobs" })
    .getByRole("button", { name: `Cancel ${asked}…` })
    .click();
  return page.getByRole("dialog", { name: `Cancel ${asked} jobs` });
}

test("more than twenty are previewed exactly, confirmed by their number, sent a few at a time, and each is answered", async ({
  operatorPage: page,
  adminPage,
  lake,
  dliNorth,
}) => {
  const marker = `many${Date.now()}`;
  for (let at = 0; at < 21; at += 1)
    await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as n${at}` });
  for (const at of [0, 1]) {
    await dliNorth.createJob({ kind: "sql", scenario: "runs-forever", statement: `select '${marker}' as d${at}` });
  }
  await lake.createJob({ scenario: "quick-run", sql: `select '${marker}' as done` });
  await untilListed(page.request, { q: marker, state: "running" }, 23);
  await untilListed(page.request, { q: marker, state: "succeeded" }, 1);
  await openList(page, { q: marker });
  await lake.forgetCalls();
  await dliNorth.forgetCalls();

  const dialog = await openBulk(page, 23);
  const shares = dialog.getByRole("list", { name: "By connection" }).getByRole("listitem");
  await expect(shares.filter({ hasText: "lake: 21 asked, 1 left alone" })).toBeVisible();
  await expect(shares.filter({ hasText: "dli-north: 2 asked" })).toBeVisible();
  const rows = dialog.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(25);
  await expect(rows.filter({ hasText: `'${marker}' as done` })).toContainText("Left alone: not possible in its state");
  await expect(rows.filter({ hasText: "Cancel" })).toHaveCount(23);

  const send = dialog.getByRole("button", { name: "Cancel 23 jobs" });
  const typed = dialog.getByLabel("Type 23 to confirm");
  await dialog.getByLabel("Reason").fill(marker);
  await send.click();
  await expect(typed).toBeFocused();
  await typed.fill("22");
  await send.click();
  await expect(typed).toBeFocused();
  expect(await typed.evaluate((input: HTMLInputElement) => input.validity.patternMismatch)).toBe(true);
  expect(await auditedFor(adminPage.request, marker)).toEqual([]);
  await typed.fill("23");
  await send.click();
  await expect(dialog.getByText("23 of 23 answered")).toBeVisible({ timeout: 60_000 });
  await expect(rows.filter({ hasText: "Accepted by the vendor, not yet in effect" })).toHaveCount(23);
  await expect(rows.filter({ hasText: "Left alone" })).toHaveCount(1);

  const calls = [...(await lake.calls("/cancel")), ...(await dliNorth.calls("/jobs/"))].filter(
    ({ method }) => method !== "GET",
  );
  expect(calls).toHaveLength(23);
  const times = calls.map(({ at }) => at).toSorted((a, b) => a - b);
  for (const [at, time] of times.entries()) {
    const sixth = times[at + 5];
    if (sixth !== undefined) expect(sixth - time).toBeGreaterThanOrEqual(250);
  }
  const audited = await auditedFor(adminPage.request, marker);
  expect(new Set(audited.map(({ jobId }) => jobId)).size).toBe(23);
  expect(new Set(audited.map(({ by }) => by))).toEqual(new Set(["operator@jobwatch.test"]));

  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("region", { name: "Selected jobs" })).toBeHidden();
  await untilListed(page.request, { q: marker, state: "cancelled" }, 23);
});

test("what has ended since it was ticked is not counted, and select all keeps an earlier choice", async ({
  operatorPage: page,
  lake,
  dliNorth,
}) => {
  const marker = `since${Date.now()}`;
  const [stays, ends] = [`${marker}stays`, `${marker}ends`];
  await dliNorth.createJob({ kind: "sql", scenario: "runs-forever", statement: `select '${stays}'` });
  await lake.createJob({ scenario: "slow-run", sql: `select '${ends}'` });
  await untilListed(page.request, { q: marker, state: "running" }, 2);
  const rows = await openList(page, { q: marker });
  for (const name of [stays, ends]) await rows.filter({ hasText: name }).getByRole("checkbox").check();
  const bar = page.getByRole("region", { name: "Selected jobs" });
  await expect(bar.getByRole("button", { name: "Cancel 2…" })).toBeEnabled();

  await lake.clock({ stepMs: 3_600_000 });
  await expect(bar.getByRole("button", { name: "Cancel 1…" })).toBeEnabled();
  await expect(bar).toContainText("2 jobs selected");
  await bar.getByRole("button", { name: "Cancel 1…" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel 1 job" });
  await expect(dialog.getByRole("row").filter({ hasText: stays })).toContainText("Cancel");
  await expect(dialog.getByRole("row").filter({ hasText: ends })).toContainText("Left alone");
  await dialog.getByRole("button", { name: "Keep them" }).click();

  const search = page.getByRole("combobox", { name: "Search jobs" });
  await search.fill(ends);
  await expect(rows).toHaveCount(1);
  await page.getByRole("checkbox", { name: "Select all loaded jobs" }).uncheck();
  await expect(bar).toContainText("1 job selected");
  await page.getByRole("checkbox", { name: "Select all loaded jobs" }).check();
  await expect(bar).toContainText("2 jobs selected");
});

test("stopped in the middle, the others are told as not sent, and the vendor never heard of them", async ({
  operatorPage: page,
  adminPage,
  lake,
}) => {
  const marker = `half${Date.now()}`;
  for (let at = 0; at < 20; at += 1)
    await lake.createJob({ scenario: "slow-run", sql: `select '${marker}' as n${at}` });
  await untilListed(page.request, { q: marker, state: "running" }, 20);
  await openList(page, { q: marker });
  await lake.forgetCalls();
  await lake.fault({ kind: "delay", ms: 4_000, path: "/cancel" });

  const dialog = await openBulk(page, 20);
  await dialog.getByLabel("Reason").fill(marker);
  await expect(dialog.getByLabel(/^Type /)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel 20 jobs" }).click();
  await dialog.getByRole("button", { name: "Stop asking" }).click();
  const rows = dialog.getByRole("table").getByRole("row");
  const accepted = rows.filter({ hasText: "Accepted by the vendor" });
  const notSent = rows.filter({ hasText: "Not sent" });
  await expect(notSent.first()).toBeVisible({ timeout: 40_000 });
  const [sent, left] = [await accepted.count(), await notSent.count()];
  expect(sent).toBeGreaterThan(0);
  expect(sent + left).toBe(20);
  await expect(dialog.getByText(`${sent} of 20 answered, ${left} not sent`)).toBeVisible();

  await lake.mend();
  await untilListed(page.request, { q: marker, state: "cancelled" }, sent);
  const running = await listJobs(page.request, { q: marker, state: "running" });
  expect(running).toHaveLength(left);
  const asked = (await lake.calls("/cancel")).map(({ path }) => path).join(" ");
  const audited = new Set((await auditedFor(adminPage.request, marker)).map(({ jobId }) => jobId));
  expect(audited.size).toBe(sent);
  for (const { id } of running) {
    expect(asked).not.toContain(id);
    expect(audited).not.toContain(id);
  }
});
