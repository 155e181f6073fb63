import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Account } from "./accounts";
import type { Artifact } from "./artifacts";
import type { Execution } from "./execution";
import type { DatameerSwitches } from "./switches";
import type { World } from "./world";

/** What a route can see: who asks, the world at this moment, and the settings. */
export type Env = { Variables: { account: Account; world: World; switches: DatameerSwitches } };

/** The page's one reason for what is absent and for what is forbidden. */
export const noSuchFile = "File doesn't exist or isn't accessible with current permissions";

/** The failure envelope. Its HTTP code is undocumented, hence a switch (200 by default). */
export function failure(c: Context<Env>, reason: string): Response {
  return c.json({ status: "failure", reason }, c.get("switches").failureHttpStatus);
}

/** `/rest` asked for something that it does not know; undocumented, hence a switch. */
export function unknownInRest(c: Context<Env>): Response {
  const { restUnknown } = c.get("switches");
  if (restUnknown === "{}") return c.json({});
  return page(
    c,
    Number(restUnknown) as ContentfulStatusCode,
    restUnknown === "404" ? "Not Found" : "Internal Server Error",
  );
}

/** What the servlet container says by itself: a page, not JSON. */
export function page(c: Context<Env>, status: ContentfulStatusCode, title: string): Response {
  return c.html(
    `<html><head><title>Error ${status}</title></head><body><h2>HTTP ERROR ${status}</h2>${title}</body></html>`,
    status,
  );
}

export function isVisible(c: Context<Env>, artifact: Artifact): boolean {
  return !artifact.private || c.get("account").administrator;
}

/** Whether the account may run and stop it. */
export function isRunnable(c: Context<Env>, artifact: Artifact): boolean {
  const { administrator, username } = c.get("account");
  return administrator || (isVisible(c, artifact) && artifact.owner === username);
}

/** The visible artifact of a configuration id in a path, or null. */
export function visibleConfiguration(c: Context<Env>, id: string): Artifact | null {
  const artifact = /^\d+$/.test(id) ? c.get("world").artifact(Number(id)) : null;
  return artifact && isVisible(c, artifact) ? artifact : null;
}

/** The execution of an id in a path with its artifact, where the account may see it. */
export function visibleExecution(c: Context<Env>, id: string): { execution: Execution; artifact: Artifact } | null {
  const execution = /^\d+$/.test(id) ? c.get("world").execution(Number(id)) : null;
  const artifact = execution && c.get("world").artifact(execution.configurationId);
  return execution && artifact && isVisible(c, artifact) ? { execution, artifact } : null;
}
