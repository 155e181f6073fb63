import { api } from "@/lib/contract/api";
import { getLog } from "@/lib/server/jobs/ask-vendor";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.getLog, ({ services, user, params }) => getLog(services, user, params));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getLog);
