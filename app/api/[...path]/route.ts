import * as z from "zod/mini";
import type { Endpoint } from "@/lib/contract/api";
import { withRoute } from "@/lib/server/routes/with-route";

/** No path ever fits it: whoever is logged in learns that there is nothing here, and nobody else does. */
const nothing = {
  method: "GET",
  path: "/api",
  summary: "Any path that no route has.",
  role: "viewer",
  query: z.looseObject({}),
} satisfies Endpoint;

const answer = withRoute(nothing, async () => new Response(null, { status: 404 }));

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
export const OPTIONS = answer;
