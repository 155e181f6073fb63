import { api } from "@/lib/contract/api";
import { getTimeline } from "@/lib/server/jobs/overview";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const GET = withJobs(api.getTimeline, ({ services, user, query }) => getTimeline(services, user, query));
