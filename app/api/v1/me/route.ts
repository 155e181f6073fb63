import { api } from "@/lib/contract/api";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const GET = withRoute(api.getMe, async ({ user }) => ({
  id: user.id,
  email: user.email,
  role: user.role,
  connections: user.connections,
}));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getMe);
