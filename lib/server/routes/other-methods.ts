import * as z from "zod/mini";
import { api, type Endpoint } from "@/lib/contract/api";
import { AppError } from "@/lib/server/app-error";
import { withRoute } from "@/lib/server/routes/with-route";

type Handler = (request: Request) => Promise<Response>;
type OtherMethods = Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Handler>;

/**
 * What a route answers to the methods that its path does not have: 401 to strangers, else 405 with what it has. The
 * framework by itself would answer anybody with 405 and no body.
 */
export function otherMethods({ path, role, method }: Endpoint): OtherMethods {
  const methods = Object.values(api as Record<string, Endpoint>).flatMap((one) =>
    one.path === path ? one.method : [],
  );
  const allow = [...new Set([...methods, method])].sort().join(", ");
  const refusal = {
    method: "GET",
    path,
    summary: "A method that the path does not have.",
    role: role === "none" ? "none" : "viewer",
    query: z.looseObject({}),
  } satisfies Endpoint;
  const refuse = withRoute(refusal, async () => {
    throw new AppError("method_not_allowed", { detail: `This path has ${allow}.`, headers: { allow } });
  });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: refuse };
}
