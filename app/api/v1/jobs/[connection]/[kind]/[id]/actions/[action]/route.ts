import { api } from "@/lib/contract/api";
import { requestAction } from "@/lib/server/jobs/request-action";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const POST = withJobs(api.requestAction, ({ services, user, params: { action, ...ref }, body }) =>
  requestAction(services, user, ref, action, body),
);
