import { api } from "@/lib/contract/api";
import { exportJobs } from "@/lib/server/jobs/export-jobs";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const GET = withJobs(api.exportJobs, ({ services, user, query }) => exportJobs(services, user, query));
