import { isRecord } from "@/lib/vendors/_shared/camel-keys";
import { ask, contractError, operationOf, readBody } from "@/lib/vendors/datameer/ask";
import {
  ArtifactRow,
  ArtifactStatus,
  DataList,
  DataRow,
  Definition,
  ExecutionDetails,
  RunningRow,
  RunRow,
} from "@/lib/vendors/datameer/contract";
import { parseRows } from "@/lib/vendors/_shared/rows";
import type { SkippedRow, VendorContext } from "@/lib/vendors/types";
import type { z } from "zod";

export type ArtifactType = "import-job" | "workbook" | "export-job";
type Document = Record<string, unknown>;

const get = (template: string) => ({ method: "GET" as const, template });

const RUNNING = get("/rest/jobs/list-running");
const STATUS = get("/api/job-execution/{key}/status");
const STATUS_V1 = get("/rest/job-configuration/job-status/{configurationId}");
const HISTORY = get("/rest/job-configuration/job-history/{configurationId}");
const DETAILS = get("/rest/job-execution/job-details/{executionId}");
const USER = get("/rest/user-management/logged-in-user");

/** How the questions are named in metrics, errors and raw bodies. */
export const OPERATIONS = {
  running: operationOf(RUNNING),
  status: operationOf(STATUS),
  statusV1: operationOf(STATUS_V1),
  history: operationOf(HISTORY),
  details: operationOf(DETAILS),
} as const;

/** A parsed row beside the row as it came. */
export interface Read<T> {
  row: T;
  document: Document;
}

export interface Rows<T> {
  read: Read<T>[];
  skipped: SkippedRow[];
}

/** The whole server's active jobs in one call (vendor document 5.5). */
export async function listRunning(ctx: VendorContext): Promise<Rows<RunningRow>> {
  return rowsOf(RunningRow, await ask(ctx, RUNNING), OPERATIONS.running, "dapJobConfigurationId");
}

/** The artifact's newest execution, by file id, uuid or path (5.1; since 7.2.5). */
export async function readStatus(ctx: VendorContext, key: string): Promise<Read<ArtifactStatus>> {
  const body = await ask(ctx, { ...STATUS, ids: { key } });
  return { row: readBody(ArtifactStatus, OPERATIONS.status, body), document: recordOf(body) };
}

/** The configuration's newest execution (5.2). null: `{}`, never triggered, or with some servers not known at all. */
export async function readStatusV1(ctx: VendorContext, configurationId: string): Promise<Read<RunRow> | null> {
  const body = await ask(ctx, { ...STATUS_V1, ids: { configurationId } });
  if (isEmpty(body)) return null;
  return { row: readBody(RunRow, OPERATIONS.statusV1, body), document: recordOf(body) };
}

/** One page of the configuration's executions (5.3); an empty history may be `[]` or `{}`. */
export async function listHistory(
  ctx: VendorContext,
  configurationId: string,
  page: { start: number; length: number },
): Promise<Rows<RunRow>> {
  const body = await ask(ctx, { ...HISTORY, ids: { configurationId }, query: { ...page } });
  return isEmpty(body) ? { read: [], skipped: [] } : rowsOf(RunRow, body, OPERATIONS.history, "id");
}

/** One execution (5.4). null: `{}`, which some servers answer for what they do not know. */
export async function readDetails(ctx: VendorContext, executionId: string): Promise<Read<ExecutionDetails> | null> {
  const body = await ask(ctx, { ...DETAILS, ids: { executionId } });
  if (isEmpty(body)) return null;
  return { row: readBody(ExecutionDetails, OPERATIONS.details, body), document: recordOf(body) };
}

/** Rows of one artifact list: id of the configuration, path (6). */
export async function listArtifacts(ctx: VendorContext, list: string): Promise<z.infer<typeof ArtifactRow>[]> {
  const call = get(`/rest/${list}`);
  const { read } = rowsOf(ArtifactRow, await ask(ctx, call), operationOf(call), "id");
  return read.map(({ row }) => row);
}

/** Only what is safe to keep of a definition; null where there is none. */
export async function readDefinition(ctx: VendorContext, type: ArtifactType, id: string): Promise<Definition | null> {
  const call = get(`/rest/${type}/{configurationId}`);
  const body = await ask(ctx, { ...call, ids: { configurationId: id } });
  return isEmpty(body) ? null : readBody(Definition, operationOf(call), body);
}

export interface StoredData {
  /** As they came, each with an id. */
  rows: { id: string; document: Document }[];
  raw: unknown;
  operation: string;
}

/** The results that the configuration's artifact holds (5.9). */
export async function listData(ctx: VendorContext, type: ArtifactType, id: string): Promise<StoredData> {
  const call = get(`/rest/data/${type}/{configurationId}`);
  const operation = operationOf(call);
  const body = await ask(ctx, { ...call, ids: { configurationId: id } });
  const lists = (Array.isArray(body) ? body : isEmpty(body) ? [] : [body]).map((part) =>
    readBody(DataList, operation, part),
  );
  const rows = lists.flatMap(({ datas }) =>
    datas.flatMap((document) => {
      const row = DataRow.safeParse(document);
      return row.success ? [{ id: row.data.id, document: recordOf(document) }] : [];
    }),
  );
  return { rows, raw: body, operation };
}

/** @throws VendorError where address or credential are wrong. */
export async function readLoggedInUser(ctx: VendorContext): Promise<void> {
  if (!isRecord(await ask(ctx, USER)))
    throw contractError(operationOf(USER), "The answer is not one of Datameer's API.");
}

function rowsOf<T>(schema: z.ZodType<T>, body: unknown, operation: string, idField: string): Rows<T> {
  if (!Array.isArray(body)) {
    throw contractError(operation, "The answer is no list as Datameer's API gives it: is the address right?");
  }
  const results = body.map((item: unknown) => ({ document: recordOf(item), ...parseRows(schema, [item], idField) }));
  return {
    read: results.flatMap(({ rows, document }) => rows.map((row) => ({ row, document }))),
    skipped: results.flatMap(({ skipped }) => skipped),
  };
}

function recordOf(value: unknown): Document {
  return isRecord(value) ? value : {};
}

function isEmpty(body: unknown): boolean {
  return body === null || (isRecord(body) && Object.keys(body).length === 0);
}
