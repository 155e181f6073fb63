import { api } from "@/lib/contract/api";
import { editView, removeView } from "@/lib/server/access/view-verbs";
import { withRoute } from "@/lib/server/routes/with-route";

export const PATCH = withRoute(api.changeView, ({ services, user, params, body }) =>
  editView(services, user, params.id, body),
);

export const DELETE = withRoute(api.deleteView, ({ services, user, params }) => removeView(services, user, params.id));
