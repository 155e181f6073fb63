import { api } from "@/lib/contract/api";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";
import { listAudit } from "@/lib/server/store/read-audit";

export const GET = withRoute(api.listAudit, ({ services, query }) => listAudit(services.db, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.listAudit);
