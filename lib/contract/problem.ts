import * as z from "zod/mini";
import { State } from "@/lib/contract/primitives";

/** Every code an error of ours can carry, with its HTTP status. The screens word it by code. */
export const PROBLEM_STATUS = {
  unauthenticated: 401,
  wrong_credentials: 401,
  cross_site: 403,
  forbidden: 403,
  not_found: 404,
  job_not_found: 404,
  method_not_allowed: 405,
  action_not_available: 409,
  action_pending: 409,
  conflict: 409,
  body_too_large: 413,
  not_json: 415,
  secret_required: 422,
  invalid_body: 400,
  invalid_query: 400,
  invalid_connection: 422,
  too_many_requests: 429,
  internal: 500,
  vendor_refused: 502,
  vendor_unavailable: 503,
  audit_unavailable: 503,
  database_unavailable: 503,
  outcome_unknown: 504,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** RFC 9457 problem details. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  /** Which parameter or field of the request was wrong, and how. */
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
  /** The job's state, where an action was refused because of it. */
  state: z.optional(State),
  auditId: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;
