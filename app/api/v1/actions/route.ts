import { api } from "@/lib/contract/api";
import { requestActions } from "@/lib/server/jobs/request-actions";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const POST = withJobs(api.requestActions, ({ services, user, body, requestId }) =>
  requestActions(services, user, body, requestId),
);
