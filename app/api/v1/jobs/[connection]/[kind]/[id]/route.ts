import { api } from "@/lib/contract/api";
import { getJob } from "@/lib/server/jobs/get-job";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.getJob, ({ services, user, params, query }) =>
  getJob(services, user, params, query.run ?? null),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getJob);
