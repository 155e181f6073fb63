import { api } from "@/lib/contract/api";
import { testConnection } from "@/lib/server/connections/test-connection";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const POST = withRoute(api.testConnection, ({ services, body }) => testConnection(services, body));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.testConnection);
