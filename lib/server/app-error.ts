import type { Problem, ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_STATUS } from "@/lib/contract/problem";

export interface AppErrorFacts {
  /** For the reader of the answer: never a secret, never a stack. */
  detail?: string;
  /** Which fields or parameters are wrong, and how. */
  errors?: Problem["errors"];
  /** Further members of the problem body: state, auditId, … */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

const BRAND = Symbol.for("jobwatch.AppError");

/** A refusal of ours, with the stable code that the answer carries. Known by its brand, as `VendorError` is. */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  readonly [BRAND] = true;
  override readonly name = "AppError";
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: Problem["errors"];
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ProblemCode,
    facts: AppErrorFacts = {},
  ) {
    super(facts.detail ?? code, { cause: facts.cause });
    this.status = PROBLEM_STATUS[code];
    this.detail = facts.detail;
    this.errors = facts.errors;
    this.extra = facts.extra ?? {};
    this.headers = facts.headers ?? {};
  }
}
