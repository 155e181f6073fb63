import type { Endpoint } from "@/lib/contract/api";
import { openApiDocument } from "@/lib/server/routes/openapi";
import { otherMethods } from "@/lib/server/routes/other-methods";
import { withRoute } from "@/lib/server/routes/with-route";

const endpoint = {
  method: "GET",
  path: "/api/v1/openapi.json",
  summary: "This document.",
  role: "viewer",
} satisfies Endpoint;

export const GET = withRoute(endpoint, async () => Response.json(openApiDocument()));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(endpoint);
