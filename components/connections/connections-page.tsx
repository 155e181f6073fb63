"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { ConnectionsTable } from "@/components/connections/connections-table";
import { FileProblem } from "@/components/connections/file-problem";
import { problemWords } from "@/components/jobs/problem-words";
import { useWho } from "@/components/shell/who";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FailedRead } from "@/components/ui/failed-read";
import { connectionQueries } from "@/lib/query/connections";

const ConnectionDialog = dynamic(
  () => import("@/components/connections/connection-dialog").then((part) => part.ConnectionDialog),
  { ssr: false },
);

/** How every connection does; admins add one. */
export function ConnectionsPage() {
  const { data, error, refetch } = useQuery(connectionQueries.list());
  const [add, setAdd] = useQueryState("add", parseAsStringLiteral(["1"]));
  const admin = useWho().role === "admin";
  const open = () => void setAdd("1");
  return (
    <div className="mx-auto flex w-full max-w-[1500px] flex-col gap-3 px-3 py-4 md:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="text-muted">What is asked of each vendor, how it answers, and what of the budget is spent.</p>
        {admin ? (
          <Button tone="primary" className="ml-auto" onClick={open}>
            Add a connection
          </Button>
        ) : null}
      </div>
      {data?.fileProblem ? <FileProblem problem={data.fileProblem} /> : null}
      {error ? (
        <FailedRead
          title="The connections could not be had"
          kept={data ? "The table is as it was." : null}
          onRetry={() => void refetch()}
        >
          {problemWords(error)}
        </FailedRead>
      ) : null}
      {!data && !error ? (
        <div role="status" className="panel flex flex-col gap-3 p-4">
          <span className="sr-only">Loading connections</span>
          {[0, 1, 2].map((row) => (
            <span key={row} className="skeleton h-8 w-full" />
          ))}
        </div>
      ) : null}
      {data && data.items.length > 0 ? <ConnectionsTable items={data.items} /> : null}
      {data && data.items.length === 0 ? (
        <div className="panel">
          <EmptyState
            title="No connection yet"
            action={
              admin ? (
                <Button tone="primary" onClick={open}>
                  Add a connection
                </Button>
              ) : null
            }
          >
            {admin
              ? "Give the address and a credential of a vendor. It is tested before it is saved."
              : "An admin has to connect a vendor first."}
          </EmptyState>
        </div>
      ) : null}
      {add && admin && data ? (
        <ConnectionDialog vendors={data.vendors} connection={null} onClose={() => void setAdd(null)} />
      ) : null}
    </div>
  );
}
