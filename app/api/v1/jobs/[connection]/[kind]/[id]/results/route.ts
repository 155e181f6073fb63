import { api } from "@/lib/contract/api";
import { getResults } from "@/lib/server/jobs/ask-vendor";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.getResults, ({ services, user, params, query }) =>
  getResults(services, user, params, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getResults);
