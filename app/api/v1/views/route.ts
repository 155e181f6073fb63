import { api } from "@/lib/contract/api";
import { addView, showViews } from "@/lib/server/access/view-verbs";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const GET = withRoute(api.listViews, async ({ services, user }) => ({ items: await showViews(services, user) }));

export const POST = withRoute(api.createView, ({ services, user, body }) => addView(services, user, body));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.listViews);
