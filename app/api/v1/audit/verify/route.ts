import { api } from "@/lib/contract/api";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";
import { verifyAudit } from "@/lib/server/store/read-audit";

export const GET = withRoute(api.verifyAudit, ({ services }) => verifyAudit(services.db));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(api.verifyAudit);
