"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { useWho } from "@/components/shell/who";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { connectionQueries } from "@/lib/query/connections";
import { type JobsSearch, NO_FILTER, internalOf, isFiltered } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";

/** Why the list is empty, and the step that follows: loosen the filter, wait, or add a connection. */
export function NoJobs({ search, change }: { search: JobsSearch; change: ChangeSearch }) {
  const { data } = useQuery(connectionQueries.list());
  const { role } = useWho();
  const hides = internalOf(search) === "hide";
  const show = hides ? <Button onClick={() => void change({ internal: "show" })}>Show internal jobs too</Button> : null;
  const hidden = hides ? " Internal and accelerator jobs are hidden." : null;
  return (
    <div className="panel flex-1">
      {isFiltered(search) ? (
        <EmptyState
          title="No job matches"
          action={
            <>
              <Button onClick={() => void change(NO_FILTER)}>Clear all filters</Button>
              {show}
            </>
          }
        >
          Nothing fits these filters. New jobs that do will appear here by themselves.{hidden}
        </EmptyState>
      ) : data && data.items.length === 0 ? (
        <EmptyState
          title="No connection yet"
          action={
            role === "admin" ? (
              <Link href={routes.newConnection()} className={buttonClass("primary")}>
                Add a connection
              </Link>
            ) : null
          }
        >
          {role === "admin" ? "Connect a vendor to see its jobs." : "An admin has to connect a vendor first."}
        </EmptyState>
      ) : (
        <EmptyState title="No jobs yet" action={show}>
          The connections are being asked. Jobs appear here as soon as a vendor tells of one.{hidden}
        </EmptyState>
      )}
    </div>
  );
}
