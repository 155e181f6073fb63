import { api } from "@/lib/contract/api";
import { addToken, showTokens } from "@/lib/server/access/token-verbs";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const GET = withRoute(api.listTokens, async ({ services, user }) => ({
  items: await showTokens(services, user),
}));

export const POST = withRoute(api.createToken, ({ services, user, body }) => addToken(services, user, body.name));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.listTokens);
