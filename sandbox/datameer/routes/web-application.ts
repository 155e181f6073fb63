import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import type { Account } from "../accounts";
import type { Artifact } from "../artifacts";
import { dateText } from "../dates";
import { type Execution, isActive } from "../execution";
import { type Env, page, visibleExecution } from "../vendor-context";

/** Pages of the web application that clients of the real server lean on: a session, and logs that are plain text. */
export function webApplication(sessions: Map<string, Account>): Hono<Env> {
  return new Hono<Env>()
    .get("/browser", (c) => {
      const session = randomUUID();
      sessions.set(session, c.get("account"));
      setCookie(c, "JSESSIONID", session, { httpOnly: true, path: "/" });
      return c.html("<!doctype html><html><head><title>Datameer</title></head><body>File Browser</body></html>");
    })
    .get("/file-job", (c) => log(c, c.req.query("jobExecutionId") ?? "", "INFO"))
    .get("/job/download-trace/:id", (c) => log(c, c.req.param("id"), "TRACE"))
    .get("/admin/application-log-download", (c) => {
      if (!c.get("switches").logs) return page(c, 404, "Not Found");
      if (!c.get("account").administrator) return page(c, 403, "Forbidden");
      return c.text(`${dateText(c.get("world").now, "old", c.get("switches"))} INFO  Conductor is up\n`);
    });
}

function log(c: Context<Env>, id: string, level: string): Response {
  const found = c.get("switches").logs ? visibleExecution(c, id) : null;
  return found ? c.text(logOf(c, found.execution, found.artifact, level)) : page(c, 404, "Not Found");
}

function logOf(c: Context<Env>, execution: Execution, artifact: Artifact, level: string): string {
  const line = (at: number, text: string) => `${dateText(at, "old", c.get("switches"))} ${level}  ${text}`;
  const lines = [line(execution.queuedAt, `Job ${execution.id} (${artifact.name}) queued by ${execution.user}`)];
  if (execution.startAt !== null) lines.push(line(execution.startAt, `Job ${execution.id} submitted to the cluster`));
  if (execution.plan.dropped > 0) lines.push(line(execution.startAt ?? 0, `${execution.plan.dropped} records dropped`));
  if (!isActive(execution) && execution.stopAt !== null) {
    lines.push(line(execution.stopAt, `Job ${execution.id} ended: ${execution.status}`));
  }
  return `${lines.join("\n")}\n`;
}
