import { SAMPLE_TOKENS, SAMPLE_USERS, SAMPLE_VIEWS } from "@/components/preview/samples/access";
import { SAMPLE_CONNECTIONS, connectionList } from "@/components/preview/samples/connections";
import { SAMPLE_NOW, SAMPLE_ROWS } from "@/components/preview/samples/jobs";
import { type Answers, isSilent, refuses, says } from "@/components/preview/stage/sample-server";
import type { Connection, ConnectionList } from "@/lib/contract/connection";
import type { Job, JobList } from "@/lib/contract/job";
import { JOB_STATES, type JobState } from "@/lib/jobs/state";
import { apiRoutes } from "@/lib/url/routes";

/** Counts of one to four digits, and more. */
export const SAMPLE_COUNTS: Record<JobState, number> = {
  draft: 0,
  queued: 7,
  starting: 1,
  running: 42,
  suspended: 3,
  stopping: 2,
  succeeded: 104_377,
  warning: 318,
  failed: 1204,
  cancelled: 64,
  unknown: 0,
};

export const NO_COUNTS = Object.fromEntries(JOB_STATES.map((state) => [state, 0])) as Record<JobState, number>;

export const jobList = (items: readonly Job[], counts = SAMPLE_COUNTS): JobList => ({
  items: [...items],
  nextCursor: null,
  counts: { byState: items.length > 0 ? counts : NO_COUNTS },
  asOf: SAMPLE_NOW,
});

export const asksConnections = (
  items: readonly Connection[] = SAMPLE_CONNECTIONS,
  more: Partial<ConnectionList> = {},
): Answers => ({ [`GET ${apiRoutes.connections}`]: says(connectionList(items, more)) });

/** What menus and the search complete. */
export const ASKS_FACETS: Answers = {
  [`GET ${apiRoutes.jobFacets}`]: says({
    owner: ["ana", "etl", ...Array.from({ length: 70 }, (_, n) => `service-${n}`)],
    queue: ["LARGE", "SMALL", "default", "spark_general"],
    type: ["UI_RUN", "REST", "INSERT", "QUERY"],
  }),
};
export const ASKS_VIEWS: Answers = { [`GET ${apiRoutes.views}`]: says({ items: SAMPLE_VIEWS }) };
export const ASKS_USERS: Answers = { [`GET ${apiRoutes.users}`]: says({ items: SAMPLE_USERS }) };
export const ASKS_TOKENS: Answers = { [`GET ${apiRoutes.tokens}`]: says({ items: SAMPLE_TOKENS }) };
export const ASKS_JOBS: Answers = { [`GET ${apiRoutes.jobs}`]: says(jobList(SAMPLE_ROWS)) };

/** Everything that a page of the list, the timeline or the charts asks beside its own. */
export const ASKS_AROUND: Answers = { ...asksConnections(), ...ASKS_FACETS, ...ASKS_VIEWS };

/** One question that is never answered. */
export const waitsFor = (path: string): Answers => ({ [`GET ${path}`]: isSilent });
/** One question to which the server has no answer of use. */
export const failsAt = (path: string): Answers => ({
  [`GET ${path}`]: refuses("database_unavailable", 503, { detail: "The database does not answer." }),
});
