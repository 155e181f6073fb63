import type { JobState } from "@/lib/jobs/state";
import { type JobsSearch, jobsQueryString } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";

/** What a chart is drawn over: the page's filter, and the range that the server answered for. */
export interface ChartScope {
  filter: Pick<JobsSearch, "connection" | "vendor" | "kind" | "state" | "owner" | "queue" | "type" | "q" | "internal">;
  /** ISO instants; `to` exclusive. */
  from: string;
  to: string;
}

export type ListChange = Partial<Omit<JobsSearch, "columns" | "widths">>;

/** The list filtered to what a mark stands for: the page's filter, the ends in the range, and the mark's own. */
export function listHref({ filter, from, to }: ChartScope, own: ListChange): string {
  const { connection, vendor, kind, state, owner, queue, type, q, internal } = filter;
  const page = { connection, vendor, kind, state, owner, queue, type, q, internal };
  return routes.jobs(jobsQueryString({ ...page, endedFrom: from, endedTo: to, sort: "-endedAt", ...own }));
}

/** The mark's states that the page's filter leaves. */
export function within(filter: ChartScope["filter"], states: JobState[]): JobState[] {
  return filter.state.length === 0 ? states : states.filter((state) => filter.state.includes(state));
}
