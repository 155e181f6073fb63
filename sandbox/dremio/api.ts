import { getConnInfo } from "@hono/node-server/conninfo";
import { html } from "hono/html";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import type { Sessions } from "./accounts";
import { json, problem, unauthorized, type DremioEnv } from "./answers";
import { catalogRoutes } from "./catalog-routes";
import { jobRoutes } from "./job-routes";
import { loginRoutes } from "./login-routes";
import type { RateLimits } from "./rate-limits";
import type { Results } from "./results";
import { sqlRoutes } from "./sql-routes";
import type { World } from "./world";

/** The parts of one sandbox that its API speaks for. */
export interface Dremio {
  world: World;
  results: Results;
  sessions: Sessions;
  limits: RateLimits;
}

/** A project of Cloud, as `GET /v0/projects` names it. Any other id that looks like one is served by the same engine. */
export const PROJECT_ID = "4f2a5d0e-8b1c-4c7e-9f60-2d7b1e9a3c55";

/** Dremio's API: `/api/v3` and `/v0/projects/{id}` are one engine behind two doors. */
export function dremioApi(dremio: Dremio): Hono {
  const { world, results, sessions } = dremio;
  const engine = new Hono<DremioEnv>();
  engine.use(guard(dremio));
  for (const routes of [jobRoutes(world, results), sqlRoutes(world, results), catalogRoutes()])
    engine.route("/", routes);

  const app = new Hono<DremioEnv>();
  app.use(async (c, next) => {
    const now = world.advance();
    c.set("now", now);
    c.set("cloud", world.switches.flavor === "cloud" || c.req.path.startsWith("/v0/"));
    await next();
    const { dateSkewMs } = world.switches;
    if (dateSkewMs !== 0) c.header("date", new Date(now + dateSkewMs).toUTCString());
  });
  app.route("/apiv2/login", loginRoutes(world, sessions));
  app.get("/v0/projects", guard(dremio), (c) => json(c, [{ id: PROJECT_ID, name: "sandbox", state: "ACTIVE" }]));
  app.route("/api/v3", engine);
  app.route("/v0/projects/:project{[0-9a-zA-Z-]{8,64}}", engine);
  app.onError((_, c) => problem(c, 500, "Something went wrong."));
  const door = new Hono().route("/", app);
  door.get("/jobs/job/:id", (c) => c.html(consolePage(c.req.param("id"))));
  door.notFound((c) => problem(c, 404, "HTTP 404 Not Found"));
  return door;
}

/** Who asks, and whether they ask too often. */
function guard({ world, sessions, limits }: Dremio): MiddlewareHandler<DremioEnv> {
  return async (c, next) => {
    const now = c.get("now");
    const wait = c.get("cloud") && world.switches.rateLimits ? limits.take(addressOf(c), c.req.path, now) : null;
    if (wait !== null) return tooMany(c, world, wait);
    const account = sessions.whoIs(c.req.header("authorization"), now);
    if (!account) return unauthorized(c);
    c.set("account", account);
    return next();
  };
}

function addressOf(c: Context): string {
  return getConnInfo(c).remote.address ?? "";
}

function tooMany(c: Context<DremioEnv>, world: World, wait: number): Response {
  const { retryAfter } = world.switches;
  const seconds = Math.ceil(wait / 1000);
  if (retryAfter === "seconds") c.header("retry-after", String(seconds));
  if (retryAfter === "date") c.header("retry-after", new Date(c.get("now") + seconds * 1000).toUTCString());
  return problem(c, 429, "Too many requests");
}

/** Where Dremio's console would show the job (2.8); without a log-in it tells no more than the id. */
function consolePage(id: string) {
  return html`<!doctype html><title>Dremio sandbox</title>
    <h1>Job ${id}</h1>
    <p>Here Dremio's console would open.</p>`;
}
