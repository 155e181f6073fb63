import { Hono } from "hono";
import { dateText, estimateText } from "../dates";
import { type Execution, estimateOf, isActive, progressOf } from "../execution";
import { type Env, failure, isRunnable, isVisible, noSuchFile, page } from "../vendor-context";
import { statusWord } from "../words";
import type { Context } from "hono";

/** `/api/job-execution/<file-id>|<uuid>|<path>/…`: status, trigger, stop (vendor page; since 7.2.5). */
export const apiJobExecution = new Hono<Env>()
  .get("/:key/status", (c) => {
    const artifact = c.get("world").artifactByKey(c.req.param("key"));
    if (!artifact || !isVisible(c, artifact)) return failure(c, noSuchFile);
    const execution = c.get("world").latest(artifact);
    if (!execution) return c.json({ status: "success", "job-status": "_NONE" });
    return c.json({ status: "success", "file-id": artifact.fileId, ...statusOf(c, execution) });
  })
  .post("/:key/trigger", (c) => {
    const world = c.get("world");
    const { doubleTrigger, executionUser, triggerWord } = c.get("switches");
    const artifact = world.artifactByKey(c.req.param("key"));
    if (!artifact || !isRunnable(c, artifact)) return failure(c, noSuchFile);
    if (doubleTrigger === "failure" && world.store.activeOf(artifact.configurationId).length > 0) {
      return failure(c, "Job is already running");
    }
    const user = executionUser === "owner" ? artifact.owner : c.get("account").username;
    const execution = world.submit(artifact, user, triggerWord);
    return c.json({
      status: "success",
      "job-execution-id": execution.id,
      "job-execution-user": execution.user,
      "job-execution-trigger": execution.trigger,
    });
  })
  .post("/:key/stop", (c) => {
    const world = c.get("world");
    const { stopHits, stopOfFinished } = c.get("switches");
    const artifact = world.artifactByKey(c.req.param("key"));
    if (!artifact || !isRunnable(c, artifact)) return failure(c, noSuchFile);
    const active = world.store.activeOf(artifact.configurationId);
    if (active.length === 0 && stopOfFinished === "failure") return failure(c, "Job is not running");
    for (const execution of stopHits === "all" ? active : active.slice(-1)) world.engine.stop(execution, world.now);
    return empty(c);
  });

/** A stop that worked answers nothing at all. */
function empty(c: Context<Env>): Response {
  const { stopHttpStatus } = c.get("switches");
  return stopHttpStatus === 204 ? c.body(null, 204) : c.body("", stopHttpStatus, { "content-length": "0" });
}

/** `start-time` is null until it starts; estimate and progress only while it runs; `stop-time` once it has ended. */
function statusOf(c: Context<Env>, execution: Execution): Record<string, unknown> {
  const { world, switches } = c.var;
  const body: Record<string, unknown> = {
    "job-execution-id": execution.id,
    "job-status": statusWord(execution, "api", world, switches),
    "start-time": execution.startAt === null ? null : dateText(execution.startAt, "us", switches),
  };
  if (execution.status === "RUNNING") {
    const estimate = switches.omitEstimate ? null : estimateOf(execution, world.now);
    if (estimate !== null) body["estimate-time"] = estimateText(estimate, "api", switches);
    body["job-progress"] = String(progressOf(execution, world.now));
  }
  if (!isActive(execution) && execution.stopAt !== null) body["stop-time"] = dateText(execution.stopAt, "us", switches);
  return body;
}

/** Encoded slashes are what proxies in front of a server like to refuse. */
export function refuseEncodedSlash(c: Context<Env>): Response | null {
  const refused = c.get("switches").encodedSlash === "rejected" && /%2f/i.test(c.req.raw.url);
  return refused ? page(c, 400, "Ambiguous URI path separator") : null;
}
