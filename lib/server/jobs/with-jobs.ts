import type { Endpoint } from "@/lib/contract/api";
import type { JobServices } from "@/lib/server/jobs/services";
import { refuseUnknownWords } from "@/lib/server/jobs/refuse-unknown-words";
import { withRoute, type RouteContext } from "@/lib/server/routes/with-route";
import { getHub } from "@/lib/server/vendors/get-hub";

/** A route's context with the open connections beside its services. */
export type JobRouteContext<E extends Endpoint> = Omit<RouteContext<E>, "services"> & { services: JobServices };

type Handler<E extends Endpoint> = Parameters<typeof withRoute<E>>[1];

/** {@link withRoute} for the verbs on jobs, which may have to ask a vendor. */
export function withJobs<E extends Endpoint>(
  endpoint: E,
  handler: (context: JobRouteContext<E>) => ReturnType<Handler<E>>,
): (request: Request) => Promise<Response> {
  return withRoute(endpoint, async (context) => {
    refuseUnknownWords(context.query);
    return handler({ ...context, services: { ...context.services, hub: await getHub() } });
  });
}
