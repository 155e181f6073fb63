import { camelRecord } from "@/lib/vendors/_shared/camel-keys";
import { isBare404, isEnvelope } from "@/lib/vendors/datameer/ask";
import { listRunning, OPERATIONS, readStatusV1 } from "@/lib/vendors/datameer/client";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import { readStatusOf } from "@/lib/vendors/datameer/read-run";
import { compareIds, fromRunning, fromRunRow, type RunDocument } from "@/lib/vendors/datameer/run-facts";
import { NEVER_RAN } from "@/lib/vendors/datameer/states";
import type { VendorContext } from "@/lib/vendors/types";

/** What is known of a definition's newest run. `never`: the vendor says that it has none; `raw` is how it said so. */
export type NewestRun =
  | { is: "run"; document: RunDocument }
  | { is: "never"; fields: Record<string, unknown>; raw: Record<string, unknown> }
  | { is: "unknown-configuration" };

/**
 * The newest run by the artifact's status where an id of the artifact is known, else by the configuration's. `isOurs` tells
 * whether an execution is one of this configuration's: an id of the artifact that leads to another one is not believed.
 */
export async function readNewestRun(
  ctx: VendorContext,
  configurationId: string,
  isOurs: (executionId: string) => boolean,
): Promise<NewestRun> {
  const status = await readStatusOf(ctx, configurationId);
  const executionId = status?.executionId ?? null;
  if (status && executionId !== null && isOurs(executionId)) return found(ctx, configurationId, status, executionId);

  const document = await statusOrMissing(ctx, configurationId);
  if (document === "missing") {
    // A bare 404 may come from anything on the way: a readable running list proves that Datameer answered.
    const rows = (await listRunning(ctx)).read.filter(({ row }) => row.dapJobConfigurationId === configurationId);
    const [row] = rows;
    return row ? { is: "run", document: fromRunning(row) } : { is: "unknown-configuration" };
  }
  if (document === null) {
    const said = status?.executionId === null ? status : null;
    return {
      is: "never",
      fields: camelRecord(said?.document ?? {}),
      raw: { ...(said ? { [said.operation]: said.document } : {}), [OPERATIONS.statusV1]: {} },
    };
  }
  const said = fromRunRow(document, configurationId);
  const newest = document.row.id;
  // Both know the same run: the artifact's status says more of it.
  return found(ctx, configurationId, executionId === newest && status ? status : said, newest);
}

/** Asks which execution is the newest where a list's row does not say it, or names an older one. */
export async function askNewest(ctx: VendorContext, configurationId: string): Promise<RunDocument | null> {
  const document = await statusOrMissing(ctx, configurationId);
  if (document === "missing" || document === null) return null;
  memoryOf(ctx).newest.set(configurationId, document.row.id);
  return fromRunRow(document, configurationId);
}

/** Whether no newer run than this is known; if so it is remembered as the newest. */
export function isNewest(ctx: VendorContext, configurationId: string, executionId: string): boolean {
  const { newest } = memoryOf(ctx);
  const known = newest.get(configurationId);
  if (known !== undefined && compareIds(executionId, known) < 0) return false;
  newest.set(configurationId, executionId);
  return true;
}

function found(ctx: VendorContext, configurationId: string, document: RunDocument, executionId: string): NewestRun {
  memoryOf(ctx).newest.set(configurationId, executionId);
  return { is: "run", document: { ...document, configurationId } };
}

async function statusOrMissing(ctx: VendorContext, configurationId: string) {
  try {
    const status = await readStatusV1(ctx, configurationId);
    return status === null || status.row.jobStatus === NEVER_RAN ? null : status;
  } catch (error) {
    if (isBare404(error) || isEnvelope(error)) return "missing";
    throw error;
  }
}
