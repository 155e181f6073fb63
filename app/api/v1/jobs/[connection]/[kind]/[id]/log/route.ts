import { api } from "@/lib/contract/api";
import { getLog } from "@/lib/server/jobs/ask-vendor";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const GET = withJobs(api.getLog, ({ services, user, params }) => getLog(services, user, params));
