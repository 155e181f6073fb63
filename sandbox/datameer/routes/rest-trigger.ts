import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Artifact } from "../artifacts";
import { isActive } from "../execution";
import { chainOf, runChain } from "../execution-plan";
import { parseLoose } from "../loose-json";
import { has } from "../switches";
import {
  type Env,
  failure,
  isRunnable,
  noSuchFile,
  page,
  unknownInRest,
  visibleConfiguration,
  visibleExecution,
} from "../vendor-context";

const SequenceBody = z.object({
  fileIds: z.array(z.number()).default([]),
  variables: z.record(z.string(), z.unknown()).default({}),
});

/** Writes of the older API: trigger by configuration, sequence (since 7.5.2), and kill by execution (by switch). */
export const restTrigger = new Hono<Env>()
  .post("/job-execution", async (c) => {
    if (c.req.query("sequence") !== undefined && has(c.get("switches"), "7.5.2")) return sequence(c);
    const artifact = visibleConfiguration(c, c.req.query("configuration") ?? "");
    if (!artifact) return unknownInRest(c);
    if (!isRunnable(c, artifact)) return failure(c, noSuchFile);
    const world = c.get("world");
    const busy = world.store.activeOf(artifact.configurationId).length > 0;
    if (busy && c.get("switches").doubleTrigger === "failure") return failure(c, "Job is already running");
    world.submit(artifact, c.get("account").username, c.get("switches").triggerWord);
    return c.json({ status: "success" });
  })
  .post("/job-execution/job-kill/:id", (c) => {
    if (!c.get("switches").killEndpoint) return page(c, 404, "Not Found");
    const found = visibleExecution(c, c.req.param("id"));
    if (!found) return unknownInRest(c);
    if (!isRunnable(c, found.artifact)) return failure(c, noSuchFile);
    if (!isActive(found.execution)) return failure(c, "Job is not running");
    c.get("world").engine.stop(found.execution, c.get("world").now);
    return c.json({ status: "success" });
  });

async function sequence(c: Context<Env>): Promise<Response> {
  const { world, switches, account } = c.var;
  const body = await readBody(c);
  if (!body) return page(c, 400, "Bad Request");
  const targets = targetsOf(c, body.fileIds);
  if (targets.length === 0 || targets.some((target) => target === null)) return failure(c, noSuchFile);
  const chain = chainOf(
    targets.flatMap((target) => target ?? []),
    world,
  );
  if (chain.some((artifact) => !isRunnable(c, artifact))) return failure(c, noSuchFile);
  const isDriven = (artifact: Artifact) => artifact.type !== "workbook" || artifact.starts === "data";
  const odd = chain.find((artifact) => !isDriven(artifact));
  if (odd && switches.sequenceNotDataDriven === "failure") return failure(c, `Workbook ${odd.name} is not data driven`);
  const isFree = (artifact: Artifact) =>
    switches.doubleTrigger === "queue" || world.store.activeOf(artifact.configurationId).length === 0;
  const plan = runChain(chain, world, account.username, switches.triggerWord, body.variables, (artifact) => {
    return isDriven(artifact) && isFree(artifact);
  });
  return c.json({ status: "success", "execution-plan": plan });
}

async function readBody(c: Context<Env>): Promise<z.infer<typeof SequenceBody> | null> {
  const text = await c.req.text();
  try {
    const parsed = c.get("switches").sequenceBody === "loose" ? parseLoose(text || "{}") : JSON.parse(text || "{}");
    return SequenceBody.safeParse(parsed).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The artifacts that are asked for; what the query names is unclear on the page, hence a switch. */
function targetsOf(c: Context<Env>, fileIds: number[]): (Artifact | null)[] {
  const { world, switches } = c.var;
  const named = (c.req.query("sequence") ?? "").split(",").filter((id) => /^\d+$/.test(id));
  if (switches.sequenceParam === "configuration-ids") return named.map((id) => world.artifact(Number(id)));
  const ids = switches.sequenceParam === "file-ids" ? named : fileIds.map(String);
  return ids.map((id) => world.artifactByKey(id));
}
