import { ApiProblem } from "@/lib/query/api-problem";

/** Seconds or a date, as `Retry-After` may be; null where it is neither. */
function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** An answer that is not the wanted one, as an error: by its problem body where it has one. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const wait = retryAfterMs(response.headers.get("retry-after"), Date.now());
  const body: unknown = await response.json().catch(() => null);
  const { Problem } = await import("@/lib/contract/problem");
  const parsed = Problem.safeParse(body);
  if (!parsed.success) {
    const code = response.status === 401 ? "unauthenticated" : "unexpected_answer";
    return new ApiProblem({ code, status: response.status, retryAfterMs: wait });
  }
  const problem = parsed.data;
  return new ApiProblem({
    code: problem.code,
    status: response.status,
    detail: problem.detail ?? problem.title,
    requestId: problem.requestId ?? null,
    fields: problem.errors ?? [],
    state: problem.state ?? null,
    auditId: problem.auditId ?? null,
    retryAfterMs: wait,
  });
}
