import { isNo, VendorError } from "@/lib/vendors/errors";
import { learnArtifact, listedAll, readArtifactsOf, type Artifact } from "@/lib/vendors/datameer/artifacts";
import { listData, OPERATIONS, readDefinition, type Read, type StoredData } from "@/lib/vendors/datameer/client";
import type { Definition, RunRow } from "@/lib/vendors/datameer/contract";
import { endedDocument, historyOf, learnEnded, newestRuns } from "@/lib/vendors/datameer/history";
import {
  configurationSnapshot,
  draftFacts,
  type ConfigurationExtras,
  type ExecutionExtras,
} from "@/lib/vendors/datameer/mapper";
import { forget, memoryOf, remembered, rememberedOf } from "@/lib/vendors/datameer/memory";
import { readNewestRun } from "@/lib/vendors/datameer/newest-run";
import { readExecution } from "@/lib/vendors/datameer/read-run";
import { factsOf, type RunDocument, type RunFacts } from "@/lib/vendors/datameer/run-facts";
import { followedIn } from "@/lib/vendors/datameer/settings";
import { toJobState } from "@/lib/vendors/datameer/states";
import { isActive, isFinal } from "@/lib/jobs/state";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { VendorContext } from "@/lib/vendors/types";

/** Details of earlier runs that one look at a page may ask for. */
const MOST_DETAILS = 8;
const DEFINITION_MS = 5 * 60_000;
/** What changes with the newest run and its word is asked anew with those. */
const WHILE_NOTHING_CHANGES_MS = 30_000;
const AFTER_A_RUN_MS = 10_000;
/** Below this many calls left, a page says what it must and no more. */
const RESERVE = 10;

/**
 * A definition by id: its newest run, its runs, what defines it and the data it holds. null: Datameer knows no such
 * configuration, or none that this user may see.
 */
export async function readConfiguration(ctx: VendorContext, id: string): Promise<JobSnapshot | null> {
  const { configurationOf } = memoryOf(ctx);
  const isOurs = (executionId: string) => configurationOf.get(executionId) === id;
  const newest = await readNewestRun(ctx, id, isOurs);
  if (newest.is === "unknown-configuration") return null;
  const gaps: Gaps = {};
  const artifacts = await optional(ctx, gaps, () => readArtifactsOf(ctx, [id]));
  const isOnNoList = artifacts !== undefined && artifacts.size > 0 && !artifacts.has(id);
  if (isOnNoList && !listedAll(ctx)) gaps.partial = true;
  if (newest.is === "never") {
    if (isOnNoList && listedAll(ctx) && !isFollowed(ctx, id)) return null;
    const facts = draftFacts(id, newest.raw, newest.fields);
    const extras = await extrasOf(ctx, gaps, id, facts, artifacts);
    return configurationSnapshot(ctx, id, facts, { ...extras, history: [], ...gaps });
  }
  const facts = await runOf(ctx, newest.document);
  const history = await runsOf(ctx, gaps, id, facts);
  const extras = await extrasOf(ctx, gaps, id, facts, artifacts);
  return configurationSnapshot(ctx, id, facts, { ...extras, ...history, ...gaps });
}

/** The runs of an execution's configuration, for its page. */
export async function readHistory(ctx: VendorContext, facts: RunFacts): Promise<ExecutionExtras> {
  const id = facts.configurationId;
  if (id === null) return {};
  const gaps: Gaps = {};
  // Both pages call the job the same.
  await optional(ctx, gaps, () => readArtifactsOf(ctx, [id]));
  return { ...(await runsOf(ctx, gaps, id, facts)), ...gaps };
}

export function forgetData(ctx: VendorContext, id: string): void {
  forget(ctx, `data ${id}`);
}

/** The run as its own page has it: both pages read the same documents, so they agree. */
async function runOf(ctx: VendorContext, document: RunDocument): Promise<RunFacts> {
  const facts = factsOf(ctx, [document]);
  if (facts.executionId === null) return facts;
  // Details of an ended run never change: known, they are not asked again.
  const ended = isFinal(toJobState(facts.word)) ? endedDocument(ctx, facts.executionId) : null;
  if (ended) return factsOf(ctx, [document, ended]);
  const status = document.operation === OPERATIONS.status ? document : undefined;
  const run = await readExecution(ctx, facts.executionId, status);
  if (run === null) return facts;
  // What the status says and the run's documents do not, stays.
  return {
    ...run,
    configurationId: facts.configurationId,
    fields: { ...facts.fields, ...run.fields },
    raw: { ...facts.raw, ...run.raw },
  };
}

function historyRows(ctx: VendorContext, id: string, facts: RunFacts): Promise<Read<RunRow>[]> {
  return rememberedOf(
    ctx,
    `history ${id}`,
    momentOf(facts),
    WHILE_NOTHING_CHANGES_MS,
    async () => (await newestRuns(ctx, id)).read,
  );
}

/** No history where it could not be had. */
async function runsOf(ctx: VendorContext, gaps: Gaps, id: string, facts: RunFacts): Promise<ExecutionExtras> {
  const rows = await optional(ctx, gaps, () => historyRows(ctx, id, facts));
  if (!rows) return {};
  await optional(ctx, gaps, () =>
    learnEnded(
      ctx,
      rows.map((row) => ({ row, configurationId: id })),
      MOST_DETAILS,
    ),
  );
  return { history: historyOf(ctx, rows, id) };
}

async function extrasOf(
  ctx: VendorContext,
  gaps: Gaps,
  id: string,
  facts: RunFacts,
  artifacts: ReadonlyMap<string, Artifact> | undefined,
): Promise<ConfigurationExtras> {
  const type = artifacts?.get(id)?.type;
  // What was listed while a run was active says nothing of its end.
  const otherwise = isFinal(toJobState(facts.word)) ? { data: null } : {};
  if (type === undefined) return otherwise;
  const definition = await optional(ctx, gaps, () => definitionOf(ctx, id, type));
  const data = await optional(ctx, gaps, () => dataOf(ctx, id, type, facts));
  return { ...(definition ? { definition } : {}), ...(data ? { data } : otherwise) };
}

async function definitionOf(ctx: VendorContext, id: string, type: Artifact["type"]): Promise<Definition | null> {
  const definition = await remembered(ctx, `definition ${id}`, DEFINITION_MS, () => readDefinition(ctx, type, id));
  const { uuid, path } = definition?.file ?? {};
  if (uuid || path) learnArtifact(ctx, id, { ...(uuid ? { uuid } : {}), ...(path ? { path } : {}) });
  return definition;
}

/** Export jobs store nothing here. While a run is active, its data does not change. */
async function dataOf(
  ctx: VendorContext,
  id: string,
  type: Artifact["type"],
  facts: RunFacts,
): Promise<StoredData | null> {
  if (type === "export-job") return null;
  const ms = isActive(toJobState(facts.word)) ? WHILE_NOTHING_CHANGES_MS : AFTER_A_RUN_MS;
  return rememberedOf(ctx, `data ${id}`, momentOf(facts), ms, () => listData(ctx, type, id));
}

function momentOf({ executionId, word }: RunFacts): string {
  return `${executionId ?? ""} ${word}`;
}

function isFollowed(ctx: VendorContext, id: string): boolean {
  return followedIn(ctx.settings).some((entry) => entry.id === id);
}

/** `partial` once something could not be had, other than by the vendor's own no. */
type Gaps = Pick<JobSnapshot, "partial">;

/** What only adds to a page: without it the page stands on its own, with a gap. */
async function optional<T>(ctx: VendorContext, gaps: Gaps, load: () => Promise<T>): Promise<T | undefined> {
  if (ctx.callsLeft() <= RESERVE) {
    gaps.partial = true;
    return undefined;
  }
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (!isNo(error)) gaps.partial = true;
    return undefined;
  }
}
