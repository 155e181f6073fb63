import type { JobList } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import { type LivePage, findJob } from "@/lib/query/live-list";

/** More new jobs than these pages hold, and the rest of the first page is told as moved. */
const MOST_PAGES = 3;

/**
 * The first page's rows as they are now: new jobs push them off the head, so it is read on by as many rows as are new.
 * @param pages as they are shown
 * @param ask the rows after a cursor
 */
export async function readFirstPage(
  pages: readonly LivePage[],
  head: JobList,
  ask: (cursor: string) => Promise<JobList>,
): Promise<JobList> {
  const rows = pages[0]?.items.length ?? 0;
  let answer = head;
  for (let further = 0; further < MOST_PAGES && answer.nextCursor !== null; further += 1) {
    const fresh = answer.items.filter((job) => findJob(pages, refKey(job)) === undefined).length;
    if (answer.items.length >= rows + fresh) break;
    const next = await ask(answer.nextCursor);
    answer = { ...next, items: [...answer.items, ...next.items] };
  }
  return answer;
}
