import { AuditList, type AuditEntry } from "@/lib/contract/audit";
import { csvRow } from "@/lib/format/csv";
import { toApiProblem } from "@/lib/query/api-problem";
import type { AuditFilter } from "@/lib/query/audit";
import { getJson, type QueryParams } from "@/lib/query/get-json";
import { apiRoutes } from "@/lib/url/routes";

/** The API's longest page. */
const PAGE = 200;

const HEAD = [
  "id",
  "at",
  "by",
  "action",
  "connection",
  "kind",
  "jobId",
  "outcome",
  "reason",
  "vendorMessage",
  "settledAt",
  "hash",
] as const satisfies readonly (keyof AuditEntry)[];

/** Entries as CSV (RFC 4180, times as ISO 8601), without the header. */
export function auditRows(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => csvRow(HEAD.map((name) => entry[name]))).join("");
}

export const auditHead = csvRow(HEAD);

const rest = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });

/**
 * Reads every entry that the filter leaves, page after page, and waits where the server asks to.
 * @param progress told how many there are so far
 * @throws ApiProblem, or the abort's reason
 */
export async function exportAudit(
  filter: AuditFilter,
  { signal, progress }: { signal: AbortSignal; progress: (entries: number) => void },
): Promise<Blob> {
  const parts = ["\uFEFF", auditHead];
  let cursor: string | null = null;
  let count = 0;
  for (;;) {
    signal.throwIfAborted();
    const page = await nextPage({ ...filter, cursor, limit: PAGE }, signal);
    if (page === null) continue;
    parts.push(auditRows(page.items));
    count += page.items.length;
    progress(count);
    cursor = page.nextCursor;
    if (cursor === null) return new Blob(parts, { type: "text/csv;charset=utf-8" });
  }
}

/** null: the server asked for patience, which it was given; ask again. */
async function nextPage(query: QueryParams, signal: AbortSignal): Promise<AuditList | null> {
  try {
    return await getJson(apiRoutes.audit, AuditList, { query, signal });
  } catch (error) {
    const problem = toApiProblem(error);
    if (problem.status !== 429 || signal.aborted) throw error;
    await rest(problem.retryAfterMs ?? 1000, signal);
    return null;
  }
}
