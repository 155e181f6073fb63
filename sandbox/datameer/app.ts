import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import type { Account } from "./accounts";
import { apiArtifacts } from "./routes/api-artifacts";
import { apiFilesystem } from "./routes/api-filesystem";
import { apiJobExecution, refuseEncodedSlash } from "./routes/api-job-execution";
import { logIn } from "./routes/log-in";
import { restArtifacts } from "./routes/rest-artifacts";
import { restData } from "./routes/rest-data";
import { restJobs } from "./routes/rest-jobs";
import { restTrigger } from "./routes/rest-trigger";
import { webApplication } from "./routes/web-application";
import { type DatameerSwitches, has } from "./switches";
import { type Env, page } from "./vendor-context";
import type { World } from "./world";

/** The vendor's side of the sandbox; `world` gives the world as it is at this moment. */
export function datameerApp(switches: DatameerSwitches, world: () => World): Hono {
  const sessions = new Map<string, Account>();
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    if (switches.latencyMs > 0) await sleep(switches.latencyMs);
    c.set("switches", switches);
    c.set("world", world());
    await next();
    c.header("Date", new Date(c.get("world").now + switches.clockSkewMs).toUTCString());
  });
  app.use(async (c, next) => refuseEncodedSlash(c) ?? next());
  app.use(logIn(sessions));
  app.use("/api/*", async (c, next) => (has(switches, "7.2.5") ? next() : page(c, 404, "Not Found")));

  app.route("/api/job-execution", apiJobExecution);
  app.route("/api/filesystem", apiFilesystem);
  app.route("/api", apiArtifacts);
  app.route("/rest", restJobs);
  app.route("/rest", restTrigger);
  app.route("/rest/data", restData);
  app.route("/rest", restArtifacts);
  app.get("/rest/user-management/logged-in-user", (c) => {
    const { username, groups, roles, capabilities, loginCount } = c.get("account");
    return c.json({ username, groups, roles, capabilities, internal: true, loginCount });
  });
  app.route("/", webApplication(sessions));
  app.all("*", (c) => page(c, 404, "Not Found"));
  return new Hono().route("/", app);
}
