import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Connection } from "@/lib/server/db/database";
import { jobs } from "@/lib/server/db/schema/jobs";
import type { StoredJob } from "@/lib/server/store/job-detail";

export type NamesakeJob = Pick<
  StoredJob,
  "id" | "state" | "vendorState" | "startedAt" | "endedAt" | "durationMs" | "submittedAt"
>;

/** As many as let one say what is usual. */
const NAMESAKES = 50;

/**
 * The newest other jobs of this kind and connection with the same name or statement, word for word. The index of names
 * holds their first 200 characters in the order of arrival: it is read from its end and no further than it must.
 */
export async function findNamesakes(db: Connection, job: StoredJob): Promise<NamesakeJob[]> {
  return db
    .select({
      id: jobs.id,
      state: jobs.state,
      vendorState: jobs.vendorState,
      submittedAt: jobs.submittedAt,
      startedAt: jobs.startedAt,
      endedAt: jobs.endedAt,
      durationMs: jobs.durationMs,
    })
    .from(jobs)
    .where(
      and(
        sql`left(${jobs.name}, 200) collate "C" = left(${job.name}, 200) collate "C"`,
        eq(jobs.name, job.name),
        eq(jobs.connection, job.connection),
        eq(jobs.kind, job.kind),
        ne(jobs.seq, job.seq),
      ),
    )
    .orderBy(desc(jobs.seq))
    .limit(NAMESAKES);
}
