import { api } from "@/lib/contract/api";
import { getFacets } from "@/lib/server/jobs/overview";
import { withJobs } from "@/lib/server/jobs/with-jobs";

export const GET = withJobs(api.jobFacets, ({ services, user }) => getFacets(services, user));
