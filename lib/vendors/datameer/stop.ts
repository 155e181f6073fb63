import { artifactKey } from "@/lib/vendors/datameer/artifact-key";
import { ask, isBare404, operationOf } from "@/lib/vendors/datameer/ask";
import { readStatus } from "@/lib/vendors/datameer/client";
import { isMissing, memoryOf, rememberMissing } from "@/lib/vendors/datameer/memory";
import { refused } from "@/lib/vendors/datameer/refusals";
import { stopsByExecution } from "@/lib/vendors/datameer/settings";
import { toJobState } from "@/lib/vendors/datameer/states";
import { isActive } from "@/lib/jobs/state";
import type { JobRef } from "@/lib/jobs/ref";
import type { Accepted, ActionRequest, VendorContext } from "@/lib/vendors/types";

const STOP = { method: "POST", template: "/api/job-execution/{key}/stop", action: true } as const;
const KILL = { method: "POST", template: "/rest/job-execution/job-kill/{executionId}", action: true } as const;
const OPERATION = operationOf(STOP);

/**
 * Ends the run that the operator looked at. Stop addresses the artifact and ends whatever runs there now, so its status is
 * read immediately before; by execution where the connection says that the server can (vendor document 1.3, 5.8).
 * @throws VendorError `other-target` where another run than the one named would be hit: nothing was sent.
 */
export async function stop(ctx: VendorContext, ref: JobRef, { job }: ActionRequest): Promise<Accepted> {
  const executionId = ref.kind === "execution" ? ref.id : job.run;
  if (executionId === null || !/^\d+$/.test(executionId)) {
    throw refused(
      OPERATION,
      "Datameer has not given the id of the run on screen yet, so it cannot be told whether it is the one that would be stopped.",
      "other-target",
    );
  }
  if (stopsByExecution(ctx.settings) && !isMissing(ctx, KILL.template)) {
    try {
      await ask(ctx, { ...KILL, ids: { executionId } });
      return { message: null };
    } catch (error) {
      if (!isBare404(error)) throw error;
      // Nothing was done: without that endpoint the artifact is stopped.
      rememberMissing(ctx, KILL.template);
    }
  }
  const configurationId =
    ref.kind === "configuration"
      ? ref.id
      : (idIn(job.details, "configurationId", "jobConfigurationId", "dapJobConfigurationId") ??
        memoryOf(ctx).configurationOf.get(executionId) ??
        null);
  const key = await artifactKey(ctx, configurationId, job.details, OPERATION);
  await requireRun(ctx, key, executionId);
  await ask(ctx, { ...STOP, ids: { key } });
  return { message: null };
}

async function requireRun(ctx: VendorContext, key: string, executionId: string): Promise<void> {
  const { row } = await readStatus(ctx, key).catch((error: unknown) => {
    if (!isBare404(error)) throw error;
    throw refused(OPERATION, "This Datameer has no call to stop a job: it came with version 7.2.5.");
  });
  const now = row["job-execution-id"] ?? null;
  const word = row["job-status"];
  if (now !== executionId) {
    const what = now === null ? "no run of this artifact" : `run ${now} (${word})`;
    throw refused(
      OPERATION,
      `A stop ends whatever runs of the artifact, which is ${what} by now, not run ${executionId}: nothing was sent.`,
      "other-target",
    );
  }
  if (!isActive(toJobState(word))) throw refused(OPERATION, `Run ${executionId} has already ended: ${word}.`);
}

function idIn(details: Record<string, unknown>, ...names: string[]): string | null {
  for (const name of names) {
    const value = details[name];
    if (typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value))) return String(value);
  }
  return null;
}
