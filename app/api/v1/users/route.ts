import { api } from "@/lib/contract/api";
import { addUser, toUser } from "@/lib/server/access/user-verbs";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";
import { listUsers } from "@/lib/server/store/access/users";

export const GET = withRoute(api.listUsers, async ({ services }) => ({
  items: (await listUsers(services.db)).map(toUser),
}));

export const POST = withRoute(api.createUser, ({ services, user, body }) => addUser(services, user, body));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.listUsers);
