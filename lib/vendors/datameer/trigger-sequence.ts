import { camelRecord } from "@/lib/vendors/_shared/camel-keys";
import { ask, isBare404, operationOf, readBody } from "@/lib/vendors/datameer/ask";
import { PlanEntry, SequenceAnswer } from "@/lib/vendors/datameer/contract";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import { refused } from "@/lib/vendors/datameer/refusals";
import { followedIn, sequenceIdsIn } from "@/lib/vendors/datameer/settings";
import type { Accepted, ActionRequest, VendorContext } from "@/lib/vendors/types";

const SEQUENCE = { method: "POST", template: "/rest/job-execution", action: true } as const;
const OPERATION = `${operationOf(SEQUENCE)}?sequence=`;

/**
 * Starts the artifacts and all that depends on them (vendor document 5.7; since 7.5.2). `plan` is in the order in which
 * they run, keys in camelCase; an entry that is not triggered has no execution id.
 */
export async function triggerSequence(ctx: VendorContext, request: ActionRequest): Promise<Accepted> {
  const fileIds = (request.fileIds ?? []).map(Number);
  const body = { variables: request.variables ?? {}, fileIds };
  const answer = await ask(ctx, { ...SEQUENCE, query: { sequence: sequenceOf(ctx, fileIds).join(",") }, body }).catch(
    (error: unknown) => {
      if (!isBare404(error)) throw error;
      throw refused(OPERATION, "This Datameer has no call to run a sequence: it came with version 7.5.2.");
    },
  );
  const { "execution-plan": plan } = readBody(SequenceAnswer, OPERATION, answer);
  const started = plan.flatMap((entry) => {
    const id = PlanEntry.safeParse(entry).data?.["job-execution-id"];
    return id ? [{ kind: "execution", id, configurationId: entry["job-configuration-id"] }] : [];
  });
  for (const { id, configurationId } of started) {
    if (typeof configurationId === "number") memoryOf(ctx).configurationOf.set(id, String(configurationId));
  }
  return {
    message: null,
    started: started.map(({ kind, id }) => ({ kind, id })),
    plan: plan.map((entry) => camelRecord(entry)),
  };
}

/** What `?sequence=` names is not clear from the vendor's page: the file ids, unless the connection says otherwise. */
function sequenceOf(ctx: VendorContext, fileIds: readonly number[]): string[] {
  if (sequenceIdsIn(ctx.settings) === "file") return fileIds.map(String);
  const followed = followedIn(ctx.settings);
  return fileIds.map((fileId) => {
    const configuration = followed.find(({ artifact }) => artifact.fileId === String(fileId));
    if (configuration) return configuration.id;
    throw refused(
      OPERATION,
      `This server takes configuration ids, and that of file ${fileId} is not known. Add it to the connection: configurations: [{ id: …, fileId: ${fileId} }].`,
    );
  });
}
