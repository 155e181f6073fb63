import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { freshness } from "@/lib/query/freshness";
import { answer } from "@/lib/query/job-list.testkit";
import { jobQueries, type ListQuestion } from "@/lib/query/jobs";
import { overviewQueries } from "@/lib/query/overview";
import { apiRoutes } from "@/lib/url/routes";

const NOON = Date.parse("2026-11-02T12:00:00Z");
const reader = { isReading: () => false, cursorsInView: () => [] };
const none = { connection: [], vendor: [], kind: [], state: [], owner: [], queue: [], type: [] };
const LAST_HOUR: ListQuestion = {
  ...none,
  q: null,
  internal: null,
  from: "-1h",
  to: null,
  endedFrom: null,
  endedTo: null,
  sort: "-submittedAt",
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("reckons the last hour by the server's clock, not by this computer's", async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  const asOf = new Date(NOON - 2 * 3_600_000).toISOString();
  freshness.note(apiRoutes.jobs, NOON, NOON, asOf);
  const asked: URL[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(new URL(url, "http://localhost"));
    return Response.json({ ...answer([]), asOf });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await client.fetchQuery(jobQueries.list(LAST_HOUR, reader));
  await client.fetchQuery(overviewQueries.analytics({ from: "-1h", to: null, filter: {} })).catch(() => undefined);
  expect(asked.map(({ searchParams }) => searchParams.get("from"))).toEqual(Array(2).fill("2026-11-02T09:00:00.000Z"));
});
