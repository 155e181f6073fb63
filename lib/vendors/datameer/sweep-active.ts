import { readArtifactsOf } from "@/lib/vendors/datameer/artifacts";
import { listRunning, type Read } from "@/lib/vendors/datameer/client";
import type { RunningRow } from "@/lib/vendors/datameer/contract";
import { configurationSnapshot, executionSnapshot } from "@/lib/vendors/datameer/mapper";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import { askNewest, isNewest } from "@/lib/vendors/datameer/newest-run";
import { compareIds, factsOf, fromRunning, type RunDocument } from "@/lib/vendors/datameer/run-facts";
import { toJobState } from "@/lib/vendors/datameer/states";
import { unreadableDates } from "@/lib/vendors/datameer/notice";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";
import type { SnapshotPage, VendorContext } from "@/lib/vendors/types";

/** Configurations of one sweep whose newest run may be asked for. */
const MOST_ASKED = 10;
const RESERVE = 10;
const CALLS_FOR_NAMES = 40;

/**
 * The running list, one call for the whole server: each row is an execution, and its configuration's newest run. Where a
 * row has no execution id, or names an older run than is known, the configuration's status says which one is the newest.
 * Queued executions may be missing from the list, so it is complete for neither kind.
 */
export async function sweepActive(ctx: VendorContext): Promise<SnapshotPage> {
  const { read, skipped } = await listRunning(ctx);
  const byConfiguration = new Map<string, Read<RunningRow>[]>();
  for (const row of read) {
    const id = row.row.dapJobConfigurationId;
    byConfiguration.set(id, [...(byConfiguration.get(id) ?? []), row]);
  }
  // For the names.
  if (ctx.callsLeft() > CALLS_FOR_NAMES) await readArtifactsOf(ctx, [...byConfiguration.keys()]);
  const asked = { left: MOST_ASKED };
  const items: JobSnapshot[] = [];
  for (const [configurationId, rows] of byConfiguration) {
    items.push(...(await snapshotsOf(ctx, configurationId, rows, asked)));
  }
  const notice = unreadableDates(items);
  return { items, skipped, cursor: null, ...(notice ? { notice } : {}) };
}

async function snapshotsOf(
  ctx: VendorContext,
  configurationId: string,
  rows: readonly Read<RunningRow>[],
  asked: { left: number },
): Promise<JobSnapshot[]> {
  const documents = rows.map((row) => withKnownId(ctx, fromRunning(row)));
  const named = documents.filter(hasId).sort((a, b) => compareIds(b.executionId, a.executionId));
  const nameless = documents.find((document) => !hasId(document));
  let newest: RunDocument | undefined = named[0];
  let ended = false;

  const inDoubt = nameless !== undefined || (named[0] && !isNewest(ctx, configurationId, named[0].executionId));
  if (inDoubt && asked.left > 0 && ctx.callsLeft() > RESERVE) {
    asked.left -= 1;
    const said = await askNewest(ctx, configurationId);
    if (said && hasId(said)) {
      const listed = named.find(({ executionId }) => executionId === said.executionId);
      ended = !listed && isFinal(toJobState(said.word));
      if (listed) newest = listed;
      else if (nameless && !ended && startsLater(said, named)) {
        newest = { ...nameless, executionId: said.executionId };
        named.unshift({ ...nameless, executionId: said.executionId });
        rememberStart(ctx, nameless, said.executionId);
      } else if (!nameless) newest = said;
    } else newest = nameless ?? newest;
  } else if (inDoubt) newest = nameless;

  const executions = named.map((document) =>
    executionSnapshot(ctx, { ...factsOf(ctx, [document]), executionId: document.executionId }),
  );
  // Ended between the two questions: the job by id says how.
  if (ended || newest === undefined) return executions;
  return [...executions, configurationSnapshot(ctx, configurationId, factsOf(ctx, [newest]))];
}

type Named = RunDocument & { executionId: string };

function hasId(document: RunDocument): document is Named {
  return typeof document.executionId === "string";
}

function startsLater(said: Named, named: readonly Named[]): boolean {
  const [first] = named;
  return first === undefined || compareIds(said.executionId, first.executionId) > 0;
}

/** Some servers never give the id: asked once, a run is known by its configuration and the text of its start. */
function withKnownId(ctx: VendorContext, document: RunDocument): RunDocument {
  if (hasId(document)) return document;
  const known = memoryOf(ctx).answers.get(startKey(document))?.value;
  return typeof known === "string" ? { ...document, executionId: known } : document;
}

function rememberStart(ctx: VendorContext, document: RunDocument, executionId: string): void {
  if (typeof document.document.startTime !== "string") return;
  memoryOf(ctx).answers.set(startKey(document), { until: Infinity, value: executionId });
}

function startKey({ configurationId, document }: RunDocument): string {
  return `start ${configurationId ?? ""} ${String(document.startTime)}`;
}
