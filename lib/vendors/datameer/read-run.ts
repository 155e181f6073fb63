import { isBare404, isEnvelope } from "@/lib/vendors/datameer/ask";
import { listRunning, readDetails, readStatus, type Read } from "@/lib/vendors/datameer/client";
import type { ExecutionDetails, RunningRow } from "@/lib/vendors/datameer/contract";
import { idsOf } from "@/lib/vendors/datameer/artifacts";
import { isMissing, memoryOf, rememberMissing } from "@/lib/vendors/datameer/memory";
import {
  factsOf,
  fromDetails,
  fromRunning,
  fromStatus,
  learnFromDetails,
  type RunDocument,
  type RunFacts,
} from "@/lib/vendors/datameer/run-facts";
import { readInstant } from "@/lib/vendors/datameer/run-times";
import { followedIn, zoneOf } from "@/lib/vendors/datameer/settings";
import { toJobState } from "@/lib/vendors/datameer/states";
import { isNo } from "@/lib/vendors/errors";
import { isFinal } from "@/lib/jobs/state";
import type { VendorContext } from "@/lib/vendors/types";

type Run = RunFacts & { executionId: string };

/** Where `/api` is missing this is remembered under. */
export const API = "/api";

/**
 * One execution by id: its details, and while it has not ended what the artifact's status or the running list add.
 * `status` is the artifact's status where it was asked for just before. null: Datameer says that there is no such
 * execution, or none that this user may see.
 */
export async function readExecution(
  ctx: VendorContext,
  executionId: string,
  status?: RunDocument,
): Promise<Run | null> {
  const details = await detailsOrNull(ctx, executionId);
  if (details === null) {
    // A 404 may come from anything on the way: that the running list is readable proves that Datameer answered.
    const row = (await listRunning(ctx)).read.find(({ row: { jobExecutionId } }) => jobExecutionId === executionId);
    return row ? runOf(ctx, executionId, [fromRunning(row)]) : null;
  }
  const said = fromDetails(details, executionId);
  const known = runOf(ctx, executionId, [said]);
  learnFromDetails(ctx, details, known.configurationId);
  if (isFinal(toJobState(known.word))) {
    memoryOf(ctx).ended.set(executionId, details.document);
    return known;
  }
  if (status?.executionId === executionId) {
    // Where the word has changed between the two questions, the later one has it.
    const order: [RunDocument, RunDocument] = status.word === said.word ? [said, status] : [status, said];
    return runOf(ctx, executionId, order);
  }
  const now = known.configurationId === null ? null : await readStatusOf(ctx, known.configurationId);
  if (now?.executionId === executionId) return runOf(ctx, executionId, [said, now]);
  const row = await runningRowOf(ctx, known);
  return row ? runOf(ctx, executionId, [said, { ...fromRunning(row), executionId }]) : known;
}

/** The details of one execution; null where there are none (any more). Envelope, `{}` and bare 404 are one to us. */
export async function detailsOrNull(ctx: VendorContext, executionId: string): Promise<Read<ExecutionDetails> | null> {
  try {
    return await readDetails(ctx, executionId);
  } catch (error) {
    if (isBare404(error) || isEnvelope(error)) return null;
    throw error;
  }
}

/**
 * The status of the configuration's artifact; null where it cannot be had: no id of the artifact is known, the version has
 * no `/api`, or the server refuses (an id that leads nowhere, a proxy that takes no encoded slash).
 */
export async function readStatusOf(ctx: VendorContext, configurationId: string): Promise<RunDocument | null> {
  const { uuid, fileId } = idsOf(ctx, configurationId);
  // Proxies often take no encoded slash: a path is used only where the operator gave one.
  const given = followedIn(ctx.settings).find(({ id }) => id === configurationId)?.artifact.path;
  const key = uuid ?? fileId ?? given;
  if (key === undefined || isMissing(ctx, API)) return null;
  try {
    return fromStatus(await readStatus(ctx, key));
  } catch (error) {
    if (!isNo(error)) throw error;
    if (isBare404(error)) rememberMissing(ctx, API);
    return null;
  }
}

function runOf(ctx: VendorContext, executionId: string, documents: [RunDocument, ...RunDocument[]]): Run {
  return { ...factsOf(ctx, documents), executionId };
}

/** By its id; or, for a row that has none, by configuration and start. */
async function runningRowOf(ctx: VendorContext, run: Run): Promise<Read<RunningRow> | null> {
  const { read } = await listRunning(ctx).catch((error: unknown) => {
    if (isNo(error)) return { read: [] };
    throw error;
  });
  const zone = zoneOf(ctx.settings);
  const start = readInstant(run.fields.startTime, zone);
  const isIt = ({ row, document }: Read<RunningRow>) =>
    row.jobExecutionId
      ? row.jobExecutionId === run.executionId
      : start !== null &&
        row.dapJobConfigurationId === run.configurationId &&
        readInstant(document.startTime, zone) === start;
  return read.find(isIt) ?? null;
}
