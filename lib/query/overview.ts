import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { Analytics, Timeline } from "@/lib/contract/overview";
import { isFinal } from "@/lib/jobs/state";
import { serverNow } from "@/lib/query/freshness";
import { getJson } from "@/lib/query/get-json";
import { POLL, pollEvery } from "@/lib/query/polling";
import { type ApiQuery } from "@/lib/url/jobs-search";
import { resolveWhen } from "@/lib/url/when";
import { apiRoutes } from "@/lib/url/routes";

/** A range as the page's URL writes it: `-24h` moves along. `to: null` is now. */
export interface RangeQuestion {
  from: string;
  to: string | null;
  filter: ApiQuery;
}

const params = ({ from, to, filter }: RangeQuestion) => ({
  ...filter,
  from: resolveWhen(from, serverNow()),
  to: to ? resolveWhen(to, serverNow()) : undefined,
});

/** Whether the range of an answer had ended when it was given: nothing new comes into it. */
const isPast = ({ to }: RangeQuestion, data: { to: string; asOf: string } | undefined) =>
  to !== null && data !== undefined && Date.parse(data.to) <= Date.parse(data.asOf);

export const overviewQueries = {
  /** @param restsWhenCrowded not asked again once it holds more jobs than an answer lists: a narrower one tells from there on */
  timeline: (question: RangeQuestion, { restsWhenCrowded = false } = {}) =>
    queryOptions({
      queryKey: ["timeline", question] as const,
      queryFn: ({ signal }) =>
        getJson(apiRoutes.timeline, Timeline, { query: { ...params(question), limit: 500 }, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        (isPast(question, state.data) && state.data?.items.every((item) => isFinal(item.state))) ||
        (restsWhenCrowded && state.data?.truncated)
          ? false
          : pollEvery(apiRoutes.timeline, POLL.settled, state),
    }),
  analytics: (question: RangeQuestion) =>
    queryOptions({
      queryKey: ["analytics", question] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.analytics, Analytics, { query: params(question), signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        isPast(question, state.data) ? false : pollEvery(apiRoutes.analytics, POLL.slow, state),
    }),
};
