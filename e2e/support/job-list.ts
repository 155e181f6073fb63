import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";

export interface ListedJob {
  connection: string;
  kind: string;
  id: string;
  name: string;
  state: string;
}

/** The list's rows, without its head. */
export function jobRows(page: Page): Locator {
  return page
    .getByRole("table", { name: "Jobs" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
}

/** Every job that a filter finds, page by page. */
export async function listJobs(request: APIRequestContext, filter: Record<string, string>): Promise<ListedJob[]> {
  const jobs: ListedJob[] = [];
  let cursor: string | null = null;
  do {
    const params: Record<string, string> = { ...filter, limit: "200", ...(cursor === null ? {} : { cursor }) };
    const answer = await request.get("/api/v1/jobs", { params });
    const page = (await answer.json()) as { items: ListedJob[]; nextCursor: string | null };
    jobs.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return jobs;
}

/**
 * Waits until so many jobs are on record for a filter. What lives shorter than two sweeps lie apart comes with the look
 * back, which is made once a minute.
 */
export async function untilListed(
  request: APIRequestContext,
  filter: Record<string, string>,
  count: number,
): Promise<void> {
  await expect.poll(async () => (await listJobs(request, filter)).length, { timeout: 120_000 }).toBe(count);
}

/** The list for what the address says, once its rows are there. */
export async function openList(page: Page, query: Record<string, string> = {}): Promise<Locator> {
  await page.goto(`/jobs?${new URLSearchParams(query).toString()}`);
  const rows = jobRows(page);
  await expect(rows.first()).toBeVisible();
  return rows;
}

/** One parameter of the page's address. */
export function inAddress(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}
