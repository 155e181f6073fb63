import { setTimeout as sleep } from "node:timers/promises";
import { Hono, type Context } from "hono";
import { json, problem, type DremioEnv } from "./answers";
import { cancelJob } from "./cancel";
import { phaseAt, submittedAt, type Job } from "./job";
import { jobDocument } from "./job-document";
import { isParseableId } from "./job-id";
import type { Results } from "./results";
import type { World } from "./world";

/** `GET job/{id}`, its results, its cancel, and both as seen through a reflection (vendors' document, 2.1 to 2.3, 2.7). */
export function jobRoutes(world: World, results: Results): Hono<DremioEnv> {
  const routes = new Hono<DremioEnv>();
  routes.get("/job/:id", (c) => withJob(c, world, (job) => show(c, world, job)));
  routes.get("/job/:id/results", (c) => withJob(c, world, (job) => page(c, results, job)));
  routes.post("/job/:id/cancel", (c) => cancel(c, world));
  routes.get("/job/:id/reflection/:reflection", (c) =>
    withJob(c, world, (job) => (touches(job, c.req.param("reflection")) ? show(c, world, job) : notProcessed(c))),
  );
  routes.post("/job/:id/reflection/:reflection/cancel", (c) => {
    const job = world.get(c.req.param("id"), c.get("now"));
    return job && !touches(job, c.req.param("reflection")) ? notProcessed(c) : cancel(c, world);
  });
  return routes;
}

/** Unknown is 404; not one's own without VIEW JOB HISTORY is 403, but Community does not look at owners (1.3). */
function withJob(c: Context<DremioEnv>, world: World, answer: (job: Job) => Response): Response {
  const id = c.req.param("id") ?? "";
  const job = world.get(id, c.get("now"));
  if (!job) return problem(c, 404, `Could not find a job with id [${id}]`);
  return forbidden(c, world, job) ?? answer(job);
}

function forbidden(c: Context<DremioEnv>, world: World, job: Job): Response | null {
  const { name, canViewAllJobs } = c.get("account");
  const { flavor, forbiddenJobs } = world.switches;
  const mayNot = flavor !== "community" && !canViewAllJobs && job.user !== name;
  if (!mayNot && !forbiddenJobs.includes(job.id)) return null;
  return problem(c, 403, `Permission denied on user [${name}] to access job [${job.id}]`);
}

function show(c: Context<DremioEnv>, world: World, job: Job): Response {
  const { staleReadsMs, omitRowCount } = world.switches;
  const at = Math.max(submittedAt(job), c.get("now") - staleReadsMs);
  return json(c, jobDocument(job, at, omitRowCount));
}

function page(c: Context<DremioEnv>, results: Results, job: Job): Response {
  const now = c.get("now");
  const offset = Number(c.req.query("offset") ?? 0);
  const limit = Number(c.req.query("limit") ?? 100);
  if (!Number.isInteger(offset) || !Number.isInteger(limit)) return problem(c, 404, "HTTP 404 Not Found");
  if (limit > 500) return problem(c, 400, "limit can not exceed 500 rows");
  const { state } = phaseAt(job, now);
  if (state !== "COMPLETED") {
    return problem(c, 400, `Can not fetch details for a job that is in [${state}] state.`);
  }
  const found = results.page(job, offset, limit, now);
  return found ? json(c, found) : problem(c, 400, `Error in Job '${job.id}': output doesn't exist`, { context: [] });
}

async function cancel(c: Context<DremioEnv>, world: World): Promise<Response> {
  const { switches, random } = world;
  const id = c.req.param("id") ?? "";
  const job = world.get(id, c.get("now"));
  if (!job && !isParseableId(id)) return problem(c, 500, "Something went wrong.");
  if (!job) return problem(c, 404, `Could not find a job with id [${id}]`);
  const refused = forbidden(c, world, job);
  if (refused) return refused;
  if (switches.slowCancelMs > 0) await sleep(switches.slowCancelMs);
  switch (cancelJob(job, c.get("account").name, world.advance(), switches, random)) {
    case "accepted":
      return c.body(null, 204);
    case "abandoned":
      return problem(c, 404, `Could not find a job with id [${id}]`);
    case "unreachable":
      return problem(c, 500, "Unable to cancel job on node coordinator-2.internal.");
    case "final":
      return tooLate(c, id, switches.cancelOnFinal);
  }
}

/** The source, an older document and the console each answer this differently (2.2). */
function tooLate(c: Context<DremioEnv>, id: string, status: 404 | 400 | 409): Response {
  if (status === 409) return json(c, { errorMessage: `Job ${id} may have completed and cannot be canceled.` }, 409);
  if (status === 400) return problem(c, 400, `Job [${id}] is not in a running state.`);
  return problem(c, 404, `Could not find a job with id [${id}]`);
}

function touches(job: Job, reflection: string): boolean {
  return (
    job.relationships.some(({ reflectionId }) => reflectionId === reflection) || job.sql.includes(`'${reflection}'`)
  );
}

function notProcessed(c: Context<DremioEnv>): Response {
  const { id, reflection } = c.req.param();
  return problem(c, 404, `Reflection [${reflection}] is not processed by job [${id}]`);
}
