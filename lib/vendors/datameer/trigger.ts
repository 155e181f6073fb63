import { artifactKey } from "@/lib/vendors/datameer/artifact-key";
import { ask, isBare404, operationOf, readBody } from "@/lib/vendors/datameer/ask";
import { readStatusV1 } from "@/lib/vendors/datameer/client";
import { Triggered } from "@/lib/vendors/datameer/contract";
import { isMissing, memoryOf, rememberMissing } from "@/lib/vendors/datameer/memory";
import { API } from "@/lib/vendors/datameer/read-run";
import { VendorError } from "@/lib/vendors/errors";
import type { Accepted, ActionRequest, VendorContext } from "@/lib/vendors/types";

const TRIGGER = { method: "POST", template: "/api/job-execution/{key}/trigger", action: true } as const;
const TRIGGER_V1 = { method: "POST", template: "/rest/job-execution", action: true } as const;

/**
 * Starts a run. Where an id of the artifact is known the answer names the execution, and who and what started it; without
 * one, and before 7.2.5, the older call by configuration is made, whose answer names nothing (vendor document 5.6).
 */
export async function trigger(ctx: VendorContext, id: string, request: ActionRequest): Promise<Accepted> {
  const key = isMissing(ctx, API) ? null : await keyOrNull(ctx, id, request);
  if (key !== null) {
    try {
      return await triggerArtifact(ctx, id, key);
    } catch (error) {
      // A page that is not there did nothing, so the older call is no second one.
      if (!isBare404(error)) throw error;
      rememberMissing(ctx, API);
    }
  }
  await ask(ctx, { ...TRIGGER_V1, query: { configuration: id } });
  const started = await newRunOf(ctx, id, request.job.run);
  return started === null ? { message: null } : { message: null, started: [{ kind: "execution", id: started }] };
}

async function triggerArtifact(ctx: VendorContext, id: string, key: string): Promise<Accepted> {
  const answer = readBody(Triggered, operationOf(TRIGGER), await ask(ctx, { ...TRIGGER, ids: { key } }));
  const executionId = answer["job-execution-id"];
  const [user, word] = [answer["job-execution-user"], answer["job-execution-trigger"]];
  const memory = memoryOf(ctx);
  memory.configurationOf.set(executionId, id);
  memory.newest.set(id, executionId);
  memory.startedBy.set(executionId, {
    ...(user ? { jobExecutionUser: user } : {}),
    ...(word ? { jobExecutionTrigger: word } : {}),
  });
  const by = user ? `Started for ${user}${word ? ` (${word})` : ""}.` : null;
  return { message: by, started: [{ kind: "execution", id: executionId }] };
}

async function keyOrNull(ctx: VendorContext, id: string, { job }: ActionRequest): Promise<string | null> {
  try {
    return await artifactKey(ctx, id, job.details, operationOf(TRIGGER));
  } catch (error) {
    if (error instanceof VendorError && error.reason === "rejected") return null;
    throw error;
  }
}

/** What the older call started; null where it cannot be told now: the trigger was accepted all the same. */
async function newRunOf(ctx: VendorContext, id: string, before: string | null): Promise<string | null> {
  try {
    const newest = (await readStatusV1(ctx, id))?.row.id ?? null;
    return newest === before ? null : newest;
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}
