import { api } from "@/lib/contract/api";
import { removeToken } from "@/lib/server/access/token-verbs";
import { withRoute } from "@/lib/server/routes/with-route";

export const DELETE = withRoute(api.deleteToken, ({ services, user, params }) =>
  removeToken(services, user, params.id),
);
