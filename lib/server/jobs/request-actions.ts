import type { BulkAnswer, BulkBody } from "@/lib/contract/action";
import type { Problem } from "@/lib/contract/problem";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { requestAction } from "@/lib/server/jobs/request-action";
import type { JobServices } from "@/lib/server/jobs/services";
import { problemBody, toAppError } from "@/lib/server/routes/problem-response";

/** So many at once over all connections; each connection's own door narrows it further. */
const AT_ONCE = 8;

/** The same action, or each job's own, for many jobs; what goes wrong with one says nothing of the others. */
export async function requestActions(
  services: JobServices,
  user: RequestUser,
  body: BulkBody,
  requestId: string,
): Promise<BulkAnswer> {
  const items: BulkAnswer["items"] = [];
  const queue = [...body.jobs.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { action, ...ref }] = next;
      try {
        const word = action ?? body.action ?? "";
        items[index] = { ...ref, answer: await requestAction(services, user, ref, word, { reason: body.reason }) };
      } catch (error) {
        items[index] = { ...ref, problem: problemBody(toAppError(error), requestId) as Problem };
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { items };
}
