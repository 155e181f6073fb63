import { api } from "@/lib/contract/api";
import { changeConnection, deleteConnection } from "@/lib/server/connections/change-connection";
import { showConnection } from "@/lib/server/connections/show-connections";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const PATCH = withRoute(api.changeConnection, async ({ services, user, params, body }) =>
  showConnection(services, await changeConnection(services, user, params.id, body)),
);

export const DELETE = withRoute(api.deleteConnection, ({ services, user, params }) =>
  deleteConnection(services, user, params.id),
);

export const { GET, POST, PUT, OPTIONS } = otherMethods(api.changeConnection);
