import type { JobState } from "@/lib/jobs/state";

/** What an answer that is not the wanted one says: the API's problem, or one of the browser's own two codes. */
export interface ProblemFacts {
  /**
   * A code of `lib/contract/problem.ts`, or `no_answer` (nothing came back) or `unexpected_answer` (something that is not
   * ours came back). Screens word it by code.
   */
  code: string;
  /** HTTP status; 0 where there was no answer. */
  status: number;
  detail: string | null;
  requestId: string | null;
  fields: { field: string; message: string }[];
  /** The job's state, where an action was refused because of it. */
  state: JobState | null;
  auditId: string | null;
  /** What the server asked us to wait, in ms. */
  retryAfterMs: number | null;
}

/** Thrown by everything that asks our API. */
export class ApiProblem extends Error implements ProblemFacts {
  readonly code: string;
  readonly status: number;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly fields: { field: string; message: string }[];
  readonly state: JobState | null;
  readonly auditId: string | null;
  readonly retryAfterMs: number | null;

  constructor(facts: Partial<ProblemFacts> & Pick<ProblemFacts, "code" | "status">) {
    super(facts.detail ?? facts.code);
    this.name = "ApiProblem";
    this.code = facts.code;
    this.status = facts.status;
    this.detail = facts.detail ?? null;
    this.requestId = facts.requestId ?? null;
    this.fields = facts.fields ?? [];
    this.state = facts.state ?? null;
    this.auditId = facts.auditId ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

export function toApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ code: "no_answer", status: 0, detail: error instanceof Error ? error.message : null });
}

/** Whether asking again soon can help: no answer, or a server in trouble. */
export function isTransient(error: unknown): boolean {
  const problem = toApiProblem(error);
  return problem.status === 0 || problem.status === 429 || problem.status >= 500;
}
