import { api } from "@/lib/contract/api";
import { getAnalytics } from "@/lib/server/jobs/overview";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.getAnalytics, ({ services, user, query }) => getAnalytics(services, user, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getAnalytics);
