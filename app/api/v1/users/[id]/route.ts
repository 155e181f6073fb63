import { api } from "@/lib/contract/api";
import { editUser, removeUser } from "@/lib/server/access/user-verbs";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const PATCH = withRoute(api.changeUser, ({ services, user, params, body }) =>
  editUser(services, user, params.id, body),
);

export const DELETE = withRoute(api.deleteUser, ({ services, user, params }) => removeUser(services, user, params.id));

export const { GET, POST, PUT, OPTIONS } = otherMethods(api.changeUser);
