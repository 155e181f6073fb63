import { api } from "@/lib/contract/api";
import { createConnection } from "@/lib/server/connections/change-connection";
import { showConnection, showConnections } from "@/lib/server/connections/show-connections";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const GET = withRoute(api.listConnections, ({ services, user }) => showConnections(services, user));

export const POST = withRoute(api.createConnection, async ({ services, user, body }) =>
  showConnection(services, await createConnection(services, user, body)),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.listConnections);
