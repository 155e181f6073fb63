import { api } from "@/lib/contract/api";
import { requestActions } from "@/lib/server/jobs/request-actions";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const POST = withJobs(api.requestActions, ({ services, user, body, requestId }) =>
  requestActions(services, user, body, requestId),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.requestActions);
