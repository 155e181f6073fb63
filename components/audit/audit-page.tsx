"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditRows } from "@/components/audit/audit-rows";
import { ExportButton } from "@/components/audit/export-button";
import { useVerdict, Verdict, VerifyButton } from "@/components/audit/verify-chain";
import { problemWords } from "@/components/jobs/problem-words";
import { useWho } from "@/components/shell/who";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FailedRead } from "@/components/ui/failed-read";
import { plural } from "@/lib/format/number";
import { auditQueries } from "@/lib/query/audit";
import { POLL, pollEvery } from "@/lib/query/polling";
import { apiRoutes, routes } from "@/lib/url/routes";

const NO_FILTER = { by: null, action: null, outcome: null, job: null } as const;
/** Up to here scrolling brings more by itself; beyond, a press does: nobody reads on without looking for something. */
const BY_ITSELF_PAGES = 20;

function Loading() {
  return (
    <div role="status" className="panel min-h-64 flex-1">
      <span className="sr-only">Loading the audit</span>
      {Array.from({ length: 10 }, (_, index) => (
        <div key={index} className="flex h-9 items-center gap-6 border-b border-line px-4">
          <span className="skeleton h-3 w-24" />
          <span className="skeleton h-3 flex-1" style={{ maxWidth: `${35 + ((index * 29) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Who did what to which job, and what came of it. */
function Audit() {
  const [{ entry: openId, ...filter }, setSearch] = useQueryStates(
    { by: parseAsString, action: parseAsString, outcome: parseAsString, job: parseAsString, entry: parseAsString },
    { history: "push" },
  );
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetching } = useInfiniteQuery({
    ...auditQueries.list(filter),
    // Further pages are read in peace; the first is kept up to date.
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) > 1 ? false : pollEvery(apiRoutes.audit, POLL.health, state),
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
  });
  const asked = useVerdict();
  const end = useRef<HTMLDivElement>(null);
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const pages = data?.pages.length ?? 0;
  const onward = hasNextPage && !isFetchingNextPage && !error && pages < BY_ITSELF_PAGES;
  useEffect(() => {
    const element = end.current;
    if (!element || !onward) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && void fetchNextPage(), {
      rootMargin: "400px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [onward, fetchNextPage]);
  const filtered = Object.values(filter).some((value) => value !== null);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5 px-3 py-3 md:px-5">
      <div className="flex shrink-0 flex-wrap items-start gap-2">
        <AuditFilters
          filter={filter}
          seen={entries.map(({ action }) => action)}
          change={(change) => void setSearch(change)}
        />
        <div className="flex flex-wrap gap-2 md:ml-auto">
          {pages > 1 ? (
            <Button
              onClick={() => void refetch()}
              disabled={isFetching}
              title="Longer lists are not renewed by themselves"
            >
              Refresh
            </Button>
          ) : null}
          <VerifyButton {...asked} />
          <ExportButton filter={filter} />
        </div>
      </div>
      <Verdict {...asked} />
      {error ? (
        <FailedRead
          title="The audit could not be had"
          kept={data ? "The list is as it was." : null}
          onRetry={() => void refetch()}
        >
          {problemWords(error)}
        </FailedRead>
      ) : null}
      {!data && !error ? <Loading /> : null}
      {data && entries.length === 0 ? (
        <div className="panel flex-1">
          {filtered ? (
            <EmptyState
              title="No entry matches"
              action={<Button onClick={() => void setSearch(NO_FILTER)}>Clear all filters</Button>}
            >
              Nothing in the audit fits these filters.
            </EmptyState>
          ) : (
            <EmptyState title="Nothing has been done yet">
              Every action on a job, and every change of a connection or user, will stand here.
            </EmptyState>
          )}
        </div>
      ) : null}
      {entries.length > 0 ? (
        <div className="panel min-h-64 flex-1 overflow-auto" tabIndex={0} role="region" aria-label="Audit">
          <AuditRows entries={entries} openId={openId} onOpen={(entry) => void setSearch({ entry })} />
          <div ref={end} className="flex h-12 items-center justify-center text-sm text-faint">
            {hasNextPage ? (
              <Button small disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {isFetchingNextPage ? "Loading …" : "Show more"}
              </Button>
            ) : (
              `${plural(entries.length, "action")}, all of ${filtered ? "what matches" : "them"}`
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** The audit is for admins; others are told so, and nothing is asked of the server. */
export function AuditPage() {
  const { role } = useWho();
  if (role === "admin") return <Audit />;
  return (
    <EmptyState
      title="The audit needs the role admin"
      action={
        <Link href={routes.jobs()} className={buttonClass()}>
          To the jobs
        </Link>
      }
    >
      You are logged in as {role}. What was done to one job stands on that job’s page, under Events.
    </EmptyState>
  );
}
