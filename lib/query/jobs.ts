import { type QueryClient, hashKey, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { JobList } from "@/lib/contract/job";
import type { JobRef } from "@/lib/jobs/ref";
import { isFinal } from "@/lib/jobs/state";
import { serverNow } from "@/lib/query/freshness";
import { getJson } from "@/lib/query/get-json";
import { type LiveList, appendPage, applyPoll, hasActive } from "@/lib/query/live-list";
import { POLL, listPace, pollEvery } from "@/lib/query/polling";
import { readFirstPage } from "@/lib/query/read-first-page";
import { type JobsSearch, toApiFilter } from "@/lib/url/jobs-search";
import { apiRoutes } from "@/lib/url/routes";

const jobSchemas = () => import("@/lib/contract/job");
const overviewSchemas = () => import("@/lib/contract/overview");
const jobList = async () => (await jobSchemas()).JobList;

/** Typing rests this long before a job is looked for, in ms: each further letter takes the question back. */
const REST_MS = 200;
/** Jobs that a search by name finds at most. */
const FOUND = 8;

/** Rows asked for at once. */
export const PAGE_SIZE = 100;

/** What decides which jobs are listed, and in which order. */
export type ListQuestion = Omit<JobsSearch, "columns" | "widths">;

/** What the list's reader is doing, asked at the moment an answer comes in. */
export interface ListReader {
  /** Whether rows must hold still: scrolled, pointed at, selected. */
  isReading(): boolean;
  /** Cursors of the pages in view; the first page's is null. */
  cursorsInView(): readonly (string | null)[];
}

const listParams = (question: ListQuestion, cursor: string | null) => ({
  ...toApiFilter({ ...question, columns: [], widths: [] }, serverNow()),
  sort: question.sort,
  limit: PAGE_SIZE,
  cursor,
});

const all = ["jobs"] as const;
const listKey = (question: ListQuestion) => [...all, "list", question] as const;

/** Every question about jobs: key and function together, broad to narrow. */
export const jobQueries = {
  all,
  lists: [...all, "list"] as const,
  /** The list as one reader sees it; one reader per client. */
  list: (question: ListQuestion, reader: ListReader) =>
    queryOptions({
      queryKey: listKey(question),
      queryFn: async ({ signal, client, queryKey }): Promise<LiveList> => {
        const ask = (cursor: string | null) =>
          getJson(apiRoutes.jobs, jobList, { query: listParams(question, cursor), signal });
        const shown = client.getQueryData<LiveList>(queryKey);
        const cursors = reader.isReading() ? reader.cursorsInView() : [];
        const further = cursors.filter((cursor) => cursor !== null);
        const [head, ...answers] = await Promise.all([ask(null), ...further.map(ask)]);
        const windows = new Map<string | null, JobList>();
        for (const [index, cursor] of further.entries()) {
          const answer = answers[index];
          if (answer) windows.set(cursor, answer);
        }
        if (shown && cursors.includes(null)) windows.set(null, await readFirstPage(shown.pages, head, ask));
        return applyPoll(client.getQueryData<LiveList>(queryKey), { head, windows }, reader.isReading());
      },
      structuralSharing: false,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        pollEvery(apiRoutes.jobs, listPace(state.data === undefined || hasActive(state.data.pages)), state),
    }),
  /** Counts by state where the list itself cannot give them, since other filters are set. */
  counts: (scope: Pick<ListQuestion, "connection" | "vendor" | "kind"> & { internal: "show" | "hide" }) =>
    queryOptions({
      queryKey: [...all, "counts", scope] as const,
      queryFn: async ({ signal }) => {
        return (await getJson(apiRoutes.jobs, jobList, { query: { ...scope, limit: 1 }, signal })).counts;
      },
      refetchInterval: ({ state }) => pollEvery(apiRoutes.jobs, POLL.settled, state),
    }),
  facets: () =>
    queryOptions({
      queryKey: [...all, "facets"] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.jobFacets, async () => (await overviewSchemas()).Facets, { signal }),
      staleTime: POLL.slow,
    }),
  /** Jobs by what somebody is typing: name, id or error. */
  search: (text: string) =>
    queryOptions({
      queryKey: [...all, "search", text] as const,
      queryFn: async ({ signal }) => {
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
        return getJson(apiRoutes.jobs, jobList, { query: { q: text, internal: "hide", limit: FOUND }, signal });
      },
      enabled: text.length >= 2,
      staleTime: 5000,
      retry: false,
    }),
  /** Asking for a job is also what tells the collector that someone looks at it. */
  detail: (ref: JobRef, run: string | null) =>
    queryOptions({
      queryKey: [...all, "detail", ref, run] as const,
      queryFn: ({ signal }) =>
        getJson(apiRoutes.job(ref), async () => (await jobSchemas()).JobDetail, { query: { run }, signal }),
      refetchInterval: ({ state }) => {
        const open = state.data && (!isFinal(state.data.state) || state.data.pendingAction);
        return pollEvery(apiRoutes.job(ref), state.data && !open ? POLL.ended : POLL.active, state);
      },
    }),
  results: (ref: JobRef, offset: number, limit: number) =>
    queryOptions({
      queryKey: [...all, "results", ref, offset, limit] as const,
      queryFn: ({ signal }) =>
        getJson(apiRoutes.results(ref), async () => (await overviewSchemas()).Results, {
          query: { offset, limit },
          signal,
        }),
      staleTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
    }),
  log: (ref: JobRef) =>
    queryOptions({
      queryKey: [...all, "log", ref] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.log(ref), async () => (await overviewSchemas()).Log, { signal }),
      staleTime: POLL.slow,
      retry: false,
      refetchOnWindowFocus: false,
    }),
};

/** Calls back with each answer to the list's own question. @returns what ends that */
export function onListAnswered(client: QueryClient, question: ListQuestion, callback: () => void): () => void {
  const hash = hashKey(listKey(question));
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.query.queryHash !== hash) return;
    if (event.action.type === "success" && !event.action.manual) callback();
  });
}

/** Loads the page after the last one that is shown. @throws ApiProblem */
export async function loadNextPage(client: QueryClient, question: ListQuestion): Promise<void> {
  const queryKey = listKey(question);
  const cursor = client.getQueryData<LiveList>(queryKey)?.pages.at(-1)?.nextCursor;
  if (!cursor) return;
  const answer = await getJson(apiRoutes.jobs, jobList, { query: listParams(question, cursor) });
  client.setQueryData<LiveList>(queryKey, (shown) => (shown ? appendPage(shown, cursor, answer) : shown));
}
