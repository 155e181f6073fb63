import { api } from "@/lib/contract/api";
import { getFacets } from "@/lib/server/jobs/overview";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.jobFacets, ({ services, user }) => getFacets(services, user));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.jobFacets);
