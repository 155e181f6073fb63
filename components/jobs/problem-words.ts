import type { ProblemCode } from "@/lib/contract/problem";
import { type ApiProblem, toApiProblem } from "@/lib/query/api-problem";
import { STATE_WORD } from "@/components/jobs/state-face";

type Code = ProblemCode | "no_answer" | "unexpected_answer";

const WORDS: Record<Code, string> = {
  no_answer: "The server did not answer.",
  unexpected_answer:
    "The server answered in a way that this page does not understand. Reload it to get its newest version.",
  unauthenticated: "Your session has ended.",
  wrong_credentials: "This e-mail address and password do not belong together.",
  cross_site: "The server did not accept where this request came from. Reload the page.",
  forbidden: "You may not do this.",
  not_found: "There is no such thing.",
  job_not_found: "There is no such job, or it is not visible to you.",
  method_not_allowed: "The server does not offer this.",
  action_not_available: "This is not possible now.",
  action_pending: "Another action on this job is still open.",
  conflict: "This clashes with what is already there.",
  body_too_large: "This is too much at once.",
  not_json: "The server did not accept the request's form.",
  secret_required: "The address changed: give the secret again.",
  invalid_body: "Something in the form is wrong.",
  invalid_query: "The address of this view holds something that the server does not know.",
  invalid_connection: "The connection cannot be used as it is.",
  too_many_requests: "Too much was asked at once. It goes on in a moment.",
  internal: "The server ran into an error of its own.",
  vendor_refused: "The vendor refused.",
  vendor_unavailable: "The vendor cannot be reached now.",
  audit_unavailable: "The audit cannot be written now, so nothing was asked of the vendor.",
  database_unavailable: "The server's database is not available now.",
  outcome_unknown: "Whether it was done is not known; the next reading decides.",
};

/** What went wrong, by its code; the vendor's or the server's own words after it where they add something. */
export function problemWords(error: unknown): string {
  const problem: ApiProblem = toApiProblem(error);
  const known = WORDS[problem.code as Code] ?? "Something went wrong.";
  if (problem.state && problem.code === "action_not_available") {
    const why = problem.detail && problem.detail !== problem.code ? ` ${problem.detail}` : "";
    return `${known}${why} The job is ${STATE_WORD[problem.state].toLowerCase()}.`;
  }
  const fields = problem.fields.map(({ field, message }) => `${field}: ${message}`).join("; ");
  const more = fields || (problem.detail !== problem.code ? problem.detail : null);
  return more && more !== known ? `${known} ${more}` : known;
}
