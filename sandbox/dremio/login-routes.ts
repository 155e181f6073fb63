import { Hono } from "hono";
import { z } from "zod";
import type { Sessions } from "./accounts";
import { json, problem, unauthorized, type DremioEnv } from "./answers";
import type { World } from "./world";

const Credentials = z.object({ userName: z.string(), password: z.string() });

/** `POST`, `GET` and `DELETE /apiv2/login` of Dremio Software; Cloud has no such door (vendors' document, 1.1, 1.2). */
export function loginRoutes(world: World, sessions: Sessions): Hono<DremioEnv> {
  const routes = new Hono<DremioEnv>();
  routes.use(async (c, next) => {
    if (world.switches.flavor === "cloud") return problem(c, 404, "HTTP 404 Not Found");
    if (world.switches.brandNewInstall) return problem(c, 403, "No User Available", { stackTrace: [] });
    return next();
  });
  routes.post("/", async (c) => {
    const body = Credentials.safeParse(await c.req.json().catch(() => null));
    const session = body.success && sessions.logIn(body.data.userName, body.data.password, c.get("now"));
    if (!session) return problem(c, 401, "Login failed: Invalid username or password", { stackTrace: [] });
    const { token, account, expires } = session;
    return json(c, {
      token,
      userName: account.name,
      firstName: "",
      lastName: "",
      expires,
      email: `${account.name}@dremio.test`,
      userId: "5a679dd5-52d7-402a-871d-7fbee3fe8007",
      admin: account.admin,
      clusterId: "7468ce46-58af-4dce-a42f-4c51048968f5",
      clusterCreatedAt: 1681311939728,
      version: "26.0.0-sandbox",
      permissions: { canViewAllJobs: account.canViewAllJobs, canDownloadProfiles: account.admin },
      userCreatedAt: 1681311939789,
    });
  });
  routes.get("/", (c) => {
    return sessions.whoIs(c.req.header("authorization"), c.get("now")) ? json(c, true) : unauthorized(c);
  });
  routes.delete("/", (c) => {
    sessions.logOut(c.req.header("authorization"));
    return c.body(null, 204);
  });
  return routes;
}
