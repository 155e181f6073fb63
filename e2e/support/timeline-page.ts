import type { Locator, Page } from "@playwright/test";
import type { SandboxControl } from "./sandbox-control";

/** The parts of the timeline page that journeys point at. */
export function timelineOf(page: Page) {
  const chart = page.getByRole("region", { name: "Timeline", exact: true });
  const lanes = chart.getByRole("list", { name: "Lanes" });
  return {
    chart,
    lanes,
    lane: (name: RegExp) => lanes.getByRole("button", { name }),
    job: (name: string | RegExp) => lanes.getByRole("link", { name }),
    picture: chart.getByRole("img", { name: / on a time axis$/ }),
    range: page.getByRole("group", { name: "Time range" }),
    now: page.getByRole("button", { name: "Now", exact: true }),
    table: page.getByRole("region", { name: "Timeline as a table" }).getByRole("table"),
  };
}

/** The point of the picture in a job's row that lies at a share of the range (0 left, 1 right). */
export async function pointAt(picture: Locator, row: Locator, share: number): Promise<{ x: number; y: number }> {
  const [frame, line] = [await picture.boundingBox(), await row.boundingBox()];
  if (!frame || !line) throw new Error("The row or the picture is not drawn.");
  return { x: frame.x + share * frame.width, y: line.y + line.height / 2 };
}

/**
 * Makes a query whose life is told from now back by the clock on the wall, wherever steps have taken the vendor's clock;
 * the page's user has asked for it once, so that no sweep need find it.
 * @param phases the vendor's words and how long each lasts; in the last one it stays
 */
export async function makeDatedJob(
  page: Page,
  lake: SandboxControl,
  job: { sql: string; ageMs: number; phases: { state: string; ms: number }[]; queue?: string | null },
): Promise<void> {
  const { now } = await lake.clock();
  const { id } = await lake.createJob({ ...job, ageMs: now - Date.now() + job.ageMs });
  const answer = await page.request.get(`/api/v1/jobs/lake/query/${id}`);
  if (!answer.ok()) throw new Error(`The job that was made is not found: ${answer.status()} ${await answer.text()}`);
}
