import { api } from "@/lib/contract/api";
import { exportJobs } from "@/lib/server/jobs/export-jobs";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.exportJobs, ({ services, user, query }) => exportJobs(services, user, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.exportJobs);
