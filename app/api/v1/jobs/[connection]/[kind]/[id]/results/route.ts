import { api } from "@/lib/contract/api";
import { getResults } from "@/lib/server/jobs/ask-vendor";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const GET = withJobs(api.getResults, ({ services, user, params, query }) =>
  getResults(services, user, params, query),
);
