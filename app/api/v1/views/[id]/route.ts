import { api } from "@/lib/contract/api";
import { editView, removeView } from "@/lib/server/access/view-verbs";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

export const PATCH = withRoute(api.changeView, ({ services, user, params, body }) =>
  editView(services, user, params.id, body),
);

export const DELETE = withRoute(api.deleteView, ({ services, user, params }) => removeView(services, user, params.id));

export const { GET, POST, PUT, OPTIONS } = otherMethods(api.changeView);
