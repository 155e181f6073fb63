import { api } from "@/lib/contract/api";
import { removeToken } from "@/lib/server/access/token-verbs";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const DELETE = withRoute(api.deleteToken, ({ services, user, params }) =>
  removeToken(services, user, params.id),
);

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods(api.deleteToken);
