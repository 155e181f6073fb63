import { Hono } from "hono";
import { z } from "zod";
import { json, problem, type DremioEnv } from "./answers";
import { TOO_MANY_LIVE } from "./reasons";
import type { Results } from "./results";
import { submitSql } from "./submit-sql";
import type { World } from "./world";

const Body = z.object({
  sql: z.string(),
  context: z.array(z.string()).default([]),
  references: z.record(z.string(), z.unknown()).optional(),
  engineName: z.string().nullish(),
});

/** `POST sql`: answers once the job is submitted, not when it ends (vendors' document, 2.4). */
export function sqlRoutes(world: World, results: Results): Hono<DremioEnv> {
  const routes = new Hono<DremioEnv>();
  routes.post("/sql", async (c) => {
    if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) {
      return problem(c, 415, "HTTP 415 Unsupported Media Type");
    }
    const text = await c.req.text();
    const parsed = parse(text);
    if (parsed instanceof SyntaxError) return c.body(parsed.message, 400, { "content-type": "text/plain" });
    const body = Body.safeParse(parsed);
    if (!body.success) {
      const at = body.error.issues[0]?.path.join(".") || "sql";
      return problem(c, 400, `Invalid value found at: ${at}`, { stackTrace: [] });
    }
    if (world.switches.rejectSql === "http") return problem(c, 400, TOO_MANY_LIVE, { context: [] });
    const { sql, context, engineName } = body.data;
    const ask = { sql, context, engineName: engineName ?? null, cloud: c.get("cloud") };
    return json(c, { id: submitSql(world, results, c.get("account"), ask, c.get("now")).id });
  });
  return routes;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
}
