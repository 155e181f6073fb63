import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import type { LivePage } from "@/lib/query/live-list";

/**
 * Chosen jobs as the list has them now; the same map where nothing of them changed. Only pages that changed are looked
 * through: a poll leaves the others the same objects.
 * @param before the pages that `chosen` was last compared with
 */
export function freshen(
  chosen: ReadonlyMap<string, Job>,
  pages: readonly LivePage[],
  before: readonly LivePage[],
): ReadonlyMap<string, Job> {
  if (chosen.size === 0) return chosen;
  let next: Map<string, Job> | undefined;
  for (const [index, page] of pages.entries()) {
    if (page.items === before[index]?.items) continue;
    for (const job of page.items) {
      const key = refKey(job);
      const known = chosen.get(key);
      if (!known || known === job) continue;
      next ??= new Map(chosen);
      next.set(key, job);
    }
  }
  return next ?? chosen;
}
