import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
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

/** Who is told what came of it, whether or not what asked is still on the page. */
export interface ActionListener {
  onSuccess?: (answer: ActionAnswer, question: ActionQuestion) => void;
  onError?: (error: unknown, question: ActionQuestion) => void;
}

/** One action as React Query's own options: a callback that is given to `mutate` is dropped with its component. */
export function jobActionOptions(client: QueryClient, { onSuccess, onError }: ActionListener) {
  return {
    mutationFn: ({ ref, action, body }: ActionQuestion) =>
      sendJson("POST", apiRoutes.action(ref, action), body, ActionAnswer),
    onSuccess: (answer: ActionAnswer, question: ActionQuestion) => onSuccess?.(answer, question),
    onError: (error: unknown, question: ActionQuestion) => onError?.(error, question),
    onSettled: () => client.invalidateQueries({ queryKey: jobQueries.all }),
  };
}

/** Asks for one action. What it did is what the next reading shows: nothing is painted before. */
export function useJobAction(listener: ActionListener = {}) {
  return useMutation(jobActionOptions(useQueryClient(), listener));
}

/** One part of a bulk action; the caller decides how many jobs go in one. @throws ApiProblem */
export function sendBulk(jobs: { ref: JobRef; action: JobAction }[], reason: string | undefined) {
  const body = { reason, jobs: jobs.map(({ ref, action }) => ({ ...ref, action })) };
  return sendJson("POST", apiRoutes.actions, body, BulkAnswer);
}
