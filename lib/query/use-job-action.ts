import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ActionAnswer, type ActionBody, BulkAnswer } from "@/lib/contract/action";
import type { JobAction } from "@/lib/jobs/action";
import type { JobRef } from "@/lib/jobs/ref";
import { jobQueries } from "@/lib/query/jobs";
import { sendJson } from "@/lib/query/send-json";
import { apiRoutes } from "@/lib/url/routes";

export interface ActionQuestion {
  ref: JobRef;
  action: JobAction;
  body: ActionBody;
}

/** Asks for one action. What it did is what the next reading shows: nothing is painted before. */
export function useJobAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ref, action, body }: ActionQuestion) =>
      sendJson("POST", apiRoutes.action(ref, action), body, ActionAnswer),
    onSettled: () => client.invalidateQueries({ queryKey: jobQueries.all }),
  });
}

/** One part of a bulk action; the caller decides how many jobs go in one. @throws ApiProblem */
export function sendBulk(jobs: { ref: JobRef; action: JobAction }[], reason: string | undefined) {
  const body = { reason, jobs: jobs.map(({ ref, action }) => ({ ...ref, action })) };
  return sendJson("POST", apiRoutes.actions, body, BulkAnswer);
}
