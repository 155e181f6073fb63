import { VendorError } from "@/lib/vendors/errors";
import { saysSuccess } from "@/lib/vendors/huawei-dli/is-success";
import { refusalOf } from "@/lib/vendors/huawei-dli/refusal";
import type { VendorContext, VendorRequest } from "@/lib/vendors/types";

/** A call below the project: `path` follows `{version}/{project_id}`, `{name}` in `template` stands for an id. */
export interface DliCall {
  method: VendorRequest["method"];
  /** `v1.0` for SQL and Flink, `v1` for SQL progress, `v2.0` for Spark batches (contract page 1.1). */
  version: "v1" | "v1.0" | "v2.0";
  /** e.g. `/jobs/{job_id}/status` */
  template: string;
  /** The values of the template's names, raw. */
  ids?: Record<string, string>;
  query?: VendorRequest["query"];
  body?: unknown;
  action?: boolean;
  /**
   * `required` where the document promises `is_success`; `optional` where it does not (Flink: "Mandatory: No");
   * `none` where there is no such field or each element of a list has its own.
   */
  success: "required" | "optional" | "none";
}

/** How a call is named in metrics, errors and raw bodies: `GET /v1.0/{project_id}/jobs/{job_id}/status`. */
export function operationOf(call: Pick<DliCall, "method" | "version" | "template">): string {
  return `${call.method} /${call.version}/{project_id}${call.template}`;
}

/**
 * The parsed body of a successful answer; `X-Language` makes the vendor's words English.
 * @throws VendorError for every refusal, also one inside a 200 (contract page 5.2).
 */
export async function ask(ctx: VendorContext, call: DliCall): Promise<unknown> {
  const operation = operationOf(call);
  const action = call.action === true;
  const response = await ctx.request({
    method: call.method,
    path: `/${call.version}/${encodeURIComponent(projectOf(ctx))}${fill(call.template, call.ids ?? {})}`,
    operation,
    headers: { "X-Language": "en-us" },
    ...(call.query === undefined ? {} : { query: call.query }),
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(action ? { action: true, read: false } : {}),
  });
  if (response.status < 200 || response.status > 299) throw refusalOf(response, { operation, action }, ctx.now());
  const body = response.json();
  if (call.success === "none") return body;
  const success = saysSuccess(body);
  if (success === false || (success === null && hasErrorCode(body))) {
    throw refusalOf(response, { operation, action }, ctx.now());
  }
  if (success === null && call.success === "required") throw silenceOf(operation, action);
  return body;
}

/** Of a question it is a broken answer; of an order nobody knows whether it was taken. */
function silenceOf(operation: string, action: boolean): VendorError {
  const message = "The answer does not say whether the call succeeded (is_success is missing).";
  return new VendorError({ vendor: "huawei-dli", operation, reason: action ? "unavailable" : "contract", message });
}

/** An answer that is not what the documents say. */
export function contractError(operation: string, message: string): VendorError {
  return new VendorError({ vendor: "huawei-dli", operation, reason: "contract", message });
}

/** Whether an error is the vendor's word that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return error instanceof VendorError && error.reason === "not-found";
}

function projectOf(ctx: VendorContext): string {
  const { projectId } = ctx.settings;
  return typeof projectId === "string" ? projectId : "";
}

function fill(template: string, ids: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
}

function hasErrorCode(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error_code" in body && Boolean(body.error_code);
}
