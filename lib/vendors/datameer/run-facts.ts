import { camelRecord } from "@/lib/vendors/_shared/camel-keys";
import { learnArtifact } from "@/lib/vendors/datameer/artifacts";
import type { ExecutionDetails, RunningRow, RunRow } from "@/lib/vendors/datameer/contract";
import { OPERATIONS, type Read } from "@/lib/vendors/datameer/client";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import type { ArtifactStatus } from "@/lib/vendors/datameer/contract";
import type { VendorContext } from "@/lib/vendors/types";

/** What the documents say of one run together; a later one overrides an earlier one, field by field. */
export interface RunFacts {
  /** null: the run has none yet, or there never was one. */
  executionId: string | null;
  configurationId: string | null;
  /** The vendor's word, as the last document has it. */
  word: string;
  /** Every field, keys in camelCase, values as they came. */
  fields: Record<string, unknown>;
  /** The documents themselves, by the question. */
  raw: Record<string, unknown>;
}

/** One document about a run, with the ids that it gives. */
export interface RunDocument {
  operation: string;
  document: Record<string, unknown>;
  word: string;
  executionId?: string | null;
  configurationId?: string | null;
}

export function fromRunning({ row, document }: Read<RunningRow>): RunDocument {
  return {
    operation: OPERATIONS.running,
    document,
    word: row.jobStatus,
    executionId: row.jobExecutionId ?? null,
    configurationId: row.dapJobConfigurationId,
  };
}

export function fromStatus({ row, document }: Read<ArtifactStatus>): RunDocument {
  return {
    operation: OPERATIONS.status,
    document,
    word: row["job-status"],
    executionId: row["job-execution-id"] ?? null,
  };
}

/** The status by configuration, or a row of its history. */
export function fromRunRow(
  { row, document }: Read<RunRow>,
  configurationId: string,
  operation: string = OPERATIONS.statusV1,
): RunDocument {
  return { operation, document, word: row.jobStatus, executionId: row.id, configurationId };
}

export function fromDetails({ row, document }: Read<ExecutionDetails>, executionId: string): RunDocument {
  return {
    operation: OPERATIONS.details,
    document,
    word: row.jobStatus,
    executionId,
    configurationId: row.jobConfigurationId ?? null,
  };
}

/** Adds the documents up, in the order in which they were asked for; what they teach of ids is remembered. */
export function factsOf(ctx: VendorContext, documents: readonly [RunDocument, ...RunDocument[]]): RunFacts {
  const memory = memoryOf(ctx);
  const facts: RunFacts = { executionId: null, configurationId: null, word: "", fields: {}, raw: {} };
  for (const { operation, document, word, executionId, configurationId } of documents) {
    facts.word = word;
    facts.executionId ??= executionId ?? null;
    facts.configurationId ??= configurationId ?? null;
    Object.assign(facts.fields, camelRecord(document, { freeMaps: ["counters"] }));
    facts.raw[operation] = document;
  }
  if (facts.executionId !== null) {
    facts.configurationId ??= memory.configurationOf.get(facts.executionId) ?? null;
    if (facts.configurationId !== null) memory.configurationOf.set(facts.executionId, facts.configurationId);
  }
  return facts;
}

/** Details since 7.4 name the artifact: from then on it can be asked for and stopped by its uuid. */
export function learnFromDetails(
  ctx: VendorContext,
  { row }: Read<ExecutionDetails>,
  configurationId: string | null,
): void {
  const id = row.jobConfigurationId ?? configurationId;
  if (!id || !row.file) return;
  const { id: fileId, uuid } = row.file;
  learnArtifact(ctx, id, { ...(fileId ? { fileId } : {}), ...(uuid ? { uuid } : {}) });
}

/** Which of two ids of the server's one sequence is newer: positive where `a` is. */
export function compareIds(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
