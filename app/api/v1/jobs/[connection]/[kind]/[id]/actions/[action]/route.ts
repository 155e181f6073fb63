import { api } from "@/lib/contract/api";
import { requestAction } from "@/lib/server/jobs/request-action";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const POST = withJobs(api.requestAction, ({ services, user, params: { action, ...ref }, body }) =>
  requestAction(services, user, ref, action, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.requestAction);
