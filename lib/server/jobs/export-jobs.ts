import type { ExportQuery } from "@/lib/contract/list-query";
import type { Job } from "@/lib/contract/job";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { csvRow } from "@/lib/server/jobs/csv";
import { encodeJob } from "@/lib/server/jobs/encode-job";
import type { JobServices } from "@/lib/server/jobs/services";
import { staleConnections } from "@/lib/server/jobs/staleness";
import { freshness, listJobRows } from "@/lib/server/store/list-jobs";

const PAGE = 500;
const COLUMNS = [
  "connection",
  "vendor",
  "kind",
  "id",
  "name",
  "state",
  "vendorState",
  "owner",
  "queue",
  "type",
  "submittedAt",
  "startedAt",
  "endedAt",
  "durationMs",
  "rowCount",
  "error",
  "stale",
  "gone",
  "path",
] as const satisfies readonly (keyof Job)[];

/** The filtered list as a download, streamed a page at a time: its size does not matter to the server. */
export async function exportJobs(services: JobServices, user: RequestUser, query: ExportQuery): Promise<Response> {
  const { format, sort, ...filter } = query;
  const stale = staleConnections(await freshness(services.db), services.hub, services.now());
  // The first page is read before the answer begins, so that what is wrong still has a status to say so.
  const first = await listJobRows(services.db, {
    filter,
    sort,
    limit: PAGE,
    cursor: undefined,
    scope: user.connections,
  });

  async function* chunks(): AsyncGenerator<string> {
    yield format === "csv" ? csvRow([...COLUMNS]) : '{"items":[';
    let page = first;
    let separator = "";
    for (;;) {
      const jobs = page.rows.map((row) => encodeJob(row, user.role, stale));
      if (format === "csv") yield jobs.map((job) => csvRow(COLUMNS.map((column) => job[column]))).join("");
      else if (jobs.length > 0) {
        yield separator + jobs.map((job) => JSON.stringify(job)).join(",\n");
        separator = ",\n";
      }
      if (page.nextCursor === null) break;
      page = await listJobRows(services.db, {
        filter,
        sort,
        limit: PAGE,
        cursor: page.nextCursor,
        scope: user.connections,
      });
    }
    if (format === "json") yield "]}";
  }

  const iterator = chunks();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/json",
      "content-disposition": `attachment; filename="jobs.${format}"`,
    },
  });
}
