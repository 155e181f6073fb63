import type { Job, JobList } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import { JOB_STATES, isActive } from "@/lib/jobs/state";
import { getJson } from "@/lib/query/get-json";
import { apiRoutes } from "@/lib/url/routes";

const ACTIVE = JOB_STATES.filter(isActive);
const PAGE = 200;
/** More than these pages hold, and it is cheaper to ask for single jobs. */
const MOST_PAGES = 5;

/**
 * Every job that may still change by itself, by its key: a few questions for however many jobs somebody waits for, and none
 * that has a vendor asked. Where there are more than five pages of them, the newest.
 * @throws ApiProblem
 */
export async function readActiveJobs(): Promise<ReadonlyMap<string, Job>> {
  const found = new Map<string, Job>();
  const schema = async () => (await import("@/lib/contract/job")).JobList;
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { state: ACTIVE, limit: PAGE, cursor };
    const answer: JobList = await getJson(apiRoutes.jobs, schema, { query });
    for (const job of answer.items) found.set(refKey(job), job);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return found;
}
