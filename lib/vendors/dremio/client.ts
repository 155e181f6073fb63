import { Dataset, DremioJob, Reflection, Results, Submitted } from "@/lib/vendors/dremio/contract";
import { envelopeWords, notDremio, readBody, refusal } from "@/lib/vendors/dremio/answer";
import { dremioPath, type DremioPath } from "@/lib/vendors/dremio/paths";
import type { VendorContext, VendorRequest, VendorResponse } from "@/lib/vendors/types";
import type { z } from "zod";

/** Results come in pages of at most this many rows; more is answered with 400 (vendor document 2.3). */
export const LARGEST_PAGE = 500;

/** Dremio waits up to 15 s for the coordinator that owns a job before it gives up (2.2). */
const CANCEL_DEADLINE_MS = 22_000;

/** The call as a template: what logs, errors and the keys of `raw` name it by. */
export function operationOf(method: string, path: DremioPath): string {
  return `${method} ${path.template}`;
}

export interface JobAnswer {
  job: DremioJob;
  body: Record<string, unknown>;
  operation: string;
}

/** null: Dremio itself says that it has no such job. A 404 that is not in Dremio's words proves nothing. */
export async function readJob(ctx: VendorContext, id: string): Promise<JobAnswer | null> {
  const { response, operation } = await send(ctx, "GET", dremioPath(ctx.settings, "/job/{id}", { id }));
  if (response.status === 404) {
    if (envelopeWords(response) === null) throw notDremio(operation, "a 404 in no words of Dremio's", 404);
    return null;
  }
  if (!isSuccess(response)) throw refusal(ctx, operation, response);
  const job = readBody(DremioJob, operation, response.json());
  return { job, body: job, operation };
}

/** Submits a statement; answers the id of its job, which may still fail. Never sent twice: that would be two jobs. */
export async function submitSql(ctx: VendorContext, sql: string): Promise<string> {
  const { response, operation } = await send(ctx, "POST", dremioPath(ctx.settings, "/sql"), {
    body: { sql },
    read: false,
  });
  if (!isSuccess(response)) throw refusal(ctx, operation, response);
  return readBody(Submitted, operation, response.json()).id;
}

export interface ResultQuery {
  id: string;
  offset: number;
  limit: number;
  /** How numbers are read; without it, integers beyond 2^53 become texts. */
  parseNumber?: (text: string) => unknown;
}

/** One page of results. @throws VendorError `rejected` with Dremio's words where they are not ready or expired. */
export async function readResults(ctx: VendorContext, ask: ResultQuery): Promise<z.infer<typeof Results>> {
  const path = dremioPath(ctx.settings, "/job/{id}/results", { id: ask.id });
  const { response, operation } = await send(ctx, "GET", path, { query: { offset: ask.offset, limit: ask.limit } });
  if (!isSuccess(response)) throw refusal(ctx, operation, response);
  const body = ask.parseNumber ? response.jsonWith(ask.parseNumber) : response.json();
  return readBody(Results, operation, body);
}

/** Delivers the signal. The 204 has no body; every other answer is thrown with Dremio's words (2.2). */
export async function cancelJob(ctx: VendorContext, id: string, action: boolean): Promise<void> {
  const path = dremioPath(ctx.settings, "/job/{id}/cancel", { id });
  const { response, operation } = await send(ctx, "POST", path, {
    read: false,
    action,
    deadlineMs: CANCEL_DEADLINE_MS,
  });
  if (!isSuccess(response)) throw refusal(ctx, operation, response);
  // A log-in page in between answers 200 too: nobody has heard of the cancel.
  if (response.text.trim().startsWith("<")) throw notDremio(operation, "a page, not an answer", response.status);
}

/** null: dropped, or not for this user (2.7: both are normal). */
export async function readReflection(ctx: VendorContext, id: string): Promise<z.infer<typeof Reflection> | null> {
  return readNamed(ctx, dremioPath(ctx.settings, "/reflection/{id}", { id }), Reflection);
}

/** null: dropped, or not for this user. */
export async function readDataset(ctx: VendorContext, id: string): Promise<z.infer<typeof Dataset> | null> {
  return readNamed(ctx, dremioPath(ctx.settings, "/catalog/{id}", { id }), Dataset);
}

async function readNamed<T>(ctx: VendorContext, path: DremioPath, schema: z.ZodType<T>): Promise<T | null> {
  const { response, operation } = await send(ctx, "GET", path, { deadlineMs: 3_000 });
  if (response.status === 403 || response.status === 404) return null;
  if (!isSuccess(response)) throw refusal(ctx, operation, response);
  return readBody(schema, operation, response.json());
}

async function send(
  ctx: VendorContext,
  method: "GET" | "POST",
  path: DremioPath,
  more: Partial<VendorRequest> = {},
): Promise<{ response: VendorResponse; operation: string }> {
  const operation = operationOf(method, path);
  return { response: await ctx.request({ method, path: path.path, operation, ...more }), operation };
}

function isSuccess(response: VendorResponse): boolean {
  return response.status >= 200 && response.status < 300;
}
