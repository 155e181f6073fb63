import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { Analytics, Timeline } from "@/lib/contract/overview";
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
  from: resolveWhen(from, Date.now()),
  to: to ? resolveWhen(to, Date.now()) : undefined,
});

export const overviewQueries = {
  /** @param restsWhenCrowded not asked again once it holds more jobs than an answer lists: a narrower one tells from there on */
  timeline: (question: RangeQuestion, { restsWhenCrowded = false } = {}) =>
    queryOptions({
      queryKey: ["timeline", question] as const,
      queryFn: ({ signal }) =>
        getJson(apiRoutes.timeline, Timeline, { query: { ...params(question), limit: 500 }, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        question.to || (restsWhenCrowded && state.data?.truncated)
          ? false
          : pollEvery(apiRoutes.timeline, POLL.settled, state),
    }),
  analytics: (question: RangeQuestion) =>
    queryOptions({
      queryKey: ["analytics", question] as const,
      queryFn: ({ signal }) => getJson(apiRoutes.analytics, Analytics, { query: params(question), signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (question.to ? false : pollEvery(apiRoutes.analytics, POLL.slow, state)),
    }),
};
