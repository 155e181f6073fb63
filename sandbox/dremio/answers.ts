import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Account } from "./accounts";
import { toJson } from "./cells";

/** What the middleware in front of every route has found out. */
export type DremioEnv = { Variables: { account: Account; now: number; cloud: boolean } };

/** A JSON body in which no digit is lost; `?pretty` indents it. */
export function json(c: Context, body: unknown, status: ContentfulStatusCode = 200): Response {
  const pretty = c.req.query("pretty") !== undefined;
  return c.body(toJson(body, pretty), status, { "content-type": "application/json" });
}

/** Dremio's error envelope (5.1). */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  errorMessage: string,
  more: Record<string, unknown> = {},
): Response {
  return json(c, { errorMessage, moreInfo: "", ...more }, status);
}

/** The 401 of the API: no body at all (1.3). */
export function unauthorized(c: Context): Response {
  return c.body(null, 401);
}
