import { api } from "@/lib/contract/api";
import { getAnalytics } from "@/lib/server/jobs/overview";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const GET = withJobs(api.getAnalytics, ({ services, user, query }) => getAnalytics(services, user, query));
