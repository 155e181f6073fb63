import { idsOf, knownArtifact, nameOfPath } from "@/lib/vendors/datameer/artifacts";
import type { Definition } from "@/lib/vendors/datameer/contract";
import { consoleUrl } from "@/lib/vendors/datameer/console-url";
import { parseEstimate, parseProgress } from "@/lib/vendors/datameer/estimate";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import type { RunFacts } from "@/lib/vendors/datameer/run-facts";
import { readInstant, readRunTimes, type RunTimes } from "@/lib/vendors/datameer/run-times";
import { zoneOf } from "@/lib/vendors/datameer/settings";
import { configurationActions, executionActions, NEVER_RAN, toJobState } from "@/lib/vendors/datameer/states";
import type { StoredData } from "@/lib/vendors/datameer/client";
import { camelRecord } from "@/lib/vendors/_shared/camel-keys";
import type { VendorContext } from "@/lib/vendors/types";
import type { JobSnapshot, RunSnapshot } from "@/lib/jobs/snapshot";
import { isActive, isFinal, type JobState } from "@/lib/jobs/state";

/** What is asked about an execution beside itself: the runs of its configuration. */
export type ExecutionExtras = Pick<JobSnapshot, "history" | "partial">;

/**
 * One execution. Of the other runs it lists those that have ended: once it has ended itself it is asked no more, and would
 * show one that goes on as going on for good.
 */
export function executionSnapshot(
  ctx: VendorContext,
  facts: RunFacts & { executionId: string },
  { history, partial }: ExecutionExtras = {},
): JobSnapshot {
  const state = toJobState(facts.word);
  const name = nameOf(ctx, facts.configurationId);
  return {
    ...runPart(ctx, facts, state),
    kind: "execution",
    id: facts.executionId,
    run: null,
    actions: executionActions(state),
    ...(name === null ? { nameIfUnknown: `Execution ${facts.executionId}` } : { name }),
    ...(history === undefined ? {} : { history: history.filter((other) => isEndedOther(other, facts.executionId)) }),
    ...(partial ? { partial } : {}),
    details: { ...detailsOf(ctx, facts, state), type: "datameer/execution" },
  };
}

function isEndedOther({ run, state }: RunSnapshot, executionId: string): boolean {
  return run !== executionId && isFinal(state);
}

/** What is asked about a definition beside its newest run. undefined: it was not asked, or could not be had. */
export interface ConfigurationExtras extends ExecutionExtras {
  definition?: Definition;
  /** null: it could not be had, and what was listed before says nothing of now. */
  data?: StoredData | null;
}

/** A definition with its newest run, whose execution id names the run. */
export function configurationSnapshot(
  ctx: VendorContext,
  configurationId: string,
  facts: RunFacts,
  { history, partial, definition, data }: ConfigurationExtras = {},
): JobSnapshot {
  const state = toJobState(facts.word);
  const whole = { ...facts, configurationId };
  const name = nameOf(ctx, configurationId) ?? definition?.file?.name;
  const datas =
    data &&
    data.rows.map(({ document }) => ({
      ...camelRecord(document),
      at: readInstant(document.timestamp, zoneOf(ctx.settings)),
    }));
  return {
    ...runPart(ctx, whole, state),
    kind: "configuration",
    id: configurationId,
    run: facts.executionId,
    actions: configurationActions(state),
    ...(name ? { name } : { nameIfUnknown: `Configuration ${configurationId}` }),
    ...(history === undefined ? {} : { history }),
    ...(partial ? { partial } : {}),
    ...(data ? { dataIds: data.rows.map(({ id }) => id) } : {}),
    details: {
      ...detailsOf(ctx, whole, state),
      ...(definition === undefined ? {} : { definition: withoutUndefined(definition) }),
      ...(datas === undefined ? {} : { datas }),
      type: "datameer/configuration",
    },
    raw: { ...facts.raw, ...(data ? { [data.operation]: data.raw } : {}) },
  };
}

/** A definition that never ran. `raw`: how the vendor said so; `fields`: what else it said. */
export function draftFacts(
  configurationId: string,
  raw: Record<string, unknown>,
  fields: Record<string, unknown> = {},
): RunFacts {
  return { executionId: null, configurationId, word: NEVER_RAN, fields: { ...fields, jobStatus: NEVER_RAN }, raw };
}

/** A row of the history, with the times of its details where those are known. */
export function runSnapshot(ctx: VendorContext, facts: RunFacts & { executionId: string }): RunSnapshot {
  const times = readRunTimes(facts.fields, zoneOf(ctx.settings));
  const state = toJobState(facts.word);
  const [from, to] = [times.startedAt ?? null, isFinal(state) ? (times.endedAt ?? null) : null];
  const durationMs = from !== null && to !== null ? Date.parse(to) - Date.parse(from) : null;
  return {
    run: facts.executionId,
    state,
    vendorState: facts.word,
    startedAt: from,
    endedAt: to,
    durationMs: durationMs !== null && durationMs >= 0 ? durationMs : null,
    job: { kind: "execution", id: facts.executionId },
  };
}

type RunPart = Omit<JobSnapshot, "kind" | "id" | "run" | "actions" | "details">;

/** What a run's page and its definition's page say alike. */
function runPart(ctx: VendorContext, facts: RunFacts, state: JobState): RunPart {
  const { startedAt, endedAt } = readRunTimes(facts.fields, zoneOf(ctx.settings));
  const user = startedBy(ctx, facts).jobExecutionUser;
  const artifact = facts.configurationId === null ? null : knownArtifact(ctx, facts.configurationId);
  const path = facts.configurationId === null ? undefined : idsOf(ctx, facts.configurationId).path;
  const { successCount } = facts.fields;
  return {
    vendorState: facts.word,
    state,
    precision: "fine",
    attention: null,
    ...(user ? { owner: user } : {}),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(isFinal(state) ? (endedAt === undefined ? {} : { endedAt }) : { endedAt: null }),
    ...progressOf(facts, state),
    ...(typeof successCount === "number" || typeof successCount === "string" ? { rowCount: successCount } : {}),
    ...(path === undefined ? {} : { text: path }),
    ...(artifact === null ? {} : { type: artifact.type }),
    raw: facts.raw,
    vendorUrl: consoleUrl(ctx.settings, facts),
  };
}

function detailsOf(ctx: VendorContext, facts: RunFacts, state: JobState): Record<string, unknown> {
  const timeZone = zoneOf(ctx.settings);
  const { startedAt: _start, endedAt: _end, ...readings }: RunTimes = readRunTimes(facts.fields, timeZone);
  const artifact = facts.configurationId === null ? null : knownArtifact(ctx, facts.configurationId);
  return {
    ...(facts.configurationId === null ? {} : knownIds(ctx, facts.configurationId)),
    ...facts.fields,
    ...startedBy(ctx, facts),
    ...(facts.executionId === null ? {} : { executionId: facts.executionId }),
    ...(facts.configurationId === null ? {} : { configurationId: facts.configurationId }),
    ...(artifact === null ? {} : { artifactType: artifact.type }),
    estimateMs: isActive(state) ? parseEstimate(facts.fields.estimateTime) : null,
    timeZone,
    ...readings,
  };
}

/** A file id as the documents write it, also where an artifact list or the connection names it: a number while it is exact. */
function knownIds(ctx: VendorContext, configurationId: string): Record<string, unknown> {
  const { fileId, ...ids } = idsOf(ctx, configurationId);
  if (fileId === undefined) return ids;
  const number = Number(fileId);
  return { fileId: Number.isSafeInteger(number) ? number : fileId, ...ids };
}

/** 0 is 0. While the job is active, documents without a progress do not speak of it. */
function progressOf({ fields }: RunFacts, state: JobState): Pick<JobSnapshot, "progress"> {
  const said = fields.jobProgress ?? fields.progress;
  if (!isActive(state)) return { progress: null };
  if (said === undefined) return state === "queued" ? { progress: null } : {};
  const fraction = parseProgress(said);
  return { progress: fraction === null ? null : { fraction, of: "job", subjobId: null } };
}

function nameOf(ctx: VendorContext, configurationId: string | null): string | null {
  const path = configurationId === null ? undefined : idsOf(ctx, configurationId).path;
  return path === undefined ? null : nameOfPath(path);
}

function startedBy(ctx: VendorContext, { executionId }: RunFacts) {
  return (executionId === null ? undefined : memoryOf(ctx).startedBy.get(executionId)) ?? {};
}

function withoutUndefined(value: Definition): Record<string, unknown> {
  const known: Record<string, unknown> = JSON.parse(JSON.stringify(value));
  return known;
}
