import { api } from "@/lib/contract/api";
import { toUser } from "@/lib/server/access/user-verbs";
import { setUpFirstAdmin, setupNeeded } from "@/lib/server/auth/first-admin";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const GET = withRoute(api.getSetup, async ({ services }) => ({ needed: await setupNeeded(services) }));

export const POST = withRoute(api.setup, async ({ services, body }) => toUser(await setUpFirstAdmin(services, body)));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.getSetup);
