import { api } from "@/lib/contract/api";
import { getTimeline } from "@/lib/server/jobs/get-timeline";
import { withJobs } from "@/lib/server/jobs/with-jobs";
import { otherMethods } from "@/lib/server/routes/other-methods";

export const GET = withJobs(api.getTimeline, async ({ services, user, query, request }) => {
  const answer = await getTimeline(services, user, query, request.headers.get("if-none-match"));
  const headers = { etag: answer.etag };
  if (answer.unchanged) return new Response(null, { status: 304, headers: { ...headers, "x-as-of": answer.asOf } });
  return Response.json(answer.timeline, { headers });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getTimeline);
