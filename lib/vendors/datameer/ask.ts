import { vendorErrorOf } from "@/lib/vendors/_shared/response-error";
import { Failure } from "@/lib/vendors/datameer/contract";
import { VendorError } from "@/lib/vendors/errors";
import type { VendorContext, VendorRequest, VendorResponse } from "@/lib/vendors/types";
import type { z } from "zod";

export interface DatameerCall {
  method: VendorRequest["method"];
  /** `{name}` stands for an id: `/rest/job-execution/job-details/{executionId}`. */
  template: string;
  /** The values of the template's names, raw. */
  ids?: Record<string, string>;
  query?: VendorRequest["query"];
  body?: unknown;
  action?: boolean;
}

/** Stands in `vendorCode` where Datameer itself refused by its envelope, rather than something on the way. */
const ENVELOPE = "failure";

export function operationOf({ method, template }: Pick<DatameerCall, "method" | "template">): string {
  return `${method} ${template}`;
}

/**
 * The parsed body of a good answer; null where it is empty, as that of a stop is.
 * @throws VendorError for every refusal: an envelope that says failure (`rejected` of an action, `not-found` of a question,
 * since one reason stands for absent and forbidden), and a log-in page (`unauthorized`); `unavailable` in the envelope's
 * words where its status leaves open what is there, or what an order did.
 */
export async function ask(ctx: VendorContext, call: DatameerCall): Promise<unknown> {
  const operation = operationOf(call);
  const response = await ctx.request({
    method: call.method,
    path: fill(call.template, call.ids ?? {}),
    operation,
    ...(call.query === undefined ? {} : { query: call.query }),
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(call.action ? { action: true, read: false } : {}),
  });
  const good = response.status >= 200 && response.status < 300;
  if (good && response.text.trim() === "") return null;
  if (good && isLogInPage(response)) throw loggedOut(operation, response.status);
  const body = good ? response.json() : bodyOrNull(response);
  const failure = Failure.safeParse(body);
  const words = failure.data?.reason ?? null;
  if (failure.success && isItsNo(response.status, call)) {
    throw vendorErrorOf(response, {
      vendor: "datameer",
      operation,
      words: words ?? "Datameer refused without an explanation.",
      vendorCode: ENVELOPE,
      reason: call.action ? "rejected" : "not-found",
      now: ctx.now(),
    });
  }
  if (!good) throw vendorErrorOf(response, { vendor: "datameer", operation, words, now: ctx.now() });
  return body;
}

/** A body of the shape that its endpoint answers with. @throws VendorError `contract` for any other shape. */
export function readBody<T>(schema: z.ZodType<T>, operation: string, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? "the body" : issue.path.join(".");
  throw contractError(operation, `The answer is not one of Datameer's API (${field}): is the address right?`);
}

export function contractError(operation: string, message: string): VendorError {
  return new VendorError({ vendor: "datameer", operation, reason: "contract", message });
}

/** Datameer's own envelope said no. */
export function isEnvelope(error: unknown): error is VendorError {
  return error instanceof VendorError && error.vendorCode === ENVELOPE;
}

/** A 404 in no words of Datameer's: an endpoint that this version lacks, an unknown id of `/rest`, or a wrong address. */
export function isBare404(error: unknown): error is VendorError {
  return error instanceof VendorError && error.reason === "not-found" && error.vendorCode !== ENVELOPE;
}

/** Of an artifact that `/api` is asked about, an envelope is a no whatever its status: vendor document 9 trusts the body. */
function isItsNo(status: number, { template, action }: DatameerCall): boolean {
  if (status === 401 || status === 429) return false;
  return status < 500 || (!action && template.startsWith("/api/"));
}

function isLogInPage({ text }: VendorResponse): boolean {
  return /^\s*</.test(text) && /j_spring_security_check|j_username|type=["']?password/i.test(text);
}

function loggedOut(operation: string, httpStatus: number): VendorError {
  const message =
    "Datameer answered with its log-in page instead of JSON: user name or password are not accepted, or the address is wrong.";
  return new VendorError({ vendor: "datameer", operation, reason: "unauthorized", message, httpStatus });
}

function bodyOrNull(response: VendorResponse): unknown {
  try {
    return response.json();
  } catch {
    return null;
  }
}

function fill(template: string, ids: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
}
