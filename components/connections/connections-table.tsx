"use client";

import Link from "next/link";
import { BudgetBar } from "@/components/connections/budget-bar";
import { HealthWords } from "@/components/connections/health-words";
import { Incomplete } from "@/components/connections/incomplete";
import { VendorMark } from "@/components/jobs/vendor-mark";
import { useWide } from "@/components/ui/use-wide";
import type { Connection } from "@/lib/contract/connection";
import { formatCount, plural } from "@/lib/format/number";
import { jobsQueryString, loadJobsSearch } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";

/** The list, narrowed to one connection. */
export function jobsOf(connection: string): string {
  return routes.jobs(jobsQueryString({ ...loadJobsSearch(""), connection: [connection] }));
}

function Title({ connection }: { connection: Connection }) {
  return (
    <>
      <Link href={routes.connection(connection.id)} prefetch={false} className="font-medium hover:underline">
        <VendorMark vendor={connection.vendor} size={16} /> {connection.id}
      </Link>
      <span className="block text-sm font-normal text-muted">
        {connection.name} · {connection.vendorLabel}
      </span>
    </>
  );
}

const originWords = ({ origin }: Connection) => (origin === "file" ? "the file" : "this page");

function Table({ items }: { items: readonly Connection[] }) {
  return (
    <div className="panel overflow-x-auto">
      <table className="data-table">
        <caption className="sr-only">Connections</caption>
        <thead>
          <tr>
            <th scope="col">Connection</th>
            <th scope="col">Health</th>
            <th scope="col">Calls</th>
            <th scope="col" className="num">
              Asked every
            </th>
            <th scope="col" className="num">
              Active jobs
            </th>
            <th scope="col" className="num">
              Rows skipped
            </th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {items.map((connection) => (
            <tr key={connection.id}>
              <th scope="row" className="min-w-48">
                <Title connection={connection} />
              </th>
              <td className="max-w-md min-w-56">
                <HealthWords connection={connection} />
                <Incomplete connection={connection} />
              </td>
              <td className="whitespace-nowrap">
                <BudgetBar budget={connection.budget} name={connection.id} />
              </td>
              <td className="num whitespace-nowrap">
                {connection.pollSeconds} s
                {connection.quickSeconds !== 2 ? (
                  <span className="block text-sm text-faint">watched: {connection.quickSeconds} s</span>
                ) : null}
              </td>
              <td className="num">
                <Link href={jobsOf(connection.id)} prefetch={false} className="underline">
                  {formatCount(connection.jobs.active)}
                </Link>
              </td>
              <td className={`num ${connection.jobs.skippedRows > 0 ? "text-caution" : ""}`}>
                {formatCount(connection.jobs.skippedRows)}
              </td>
              <td className="whitespace-nowrap text-muted">{originWords(connection)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ items }: { items: readonly Connection[] }) {
  return (
    <ul aria-label="Connections" className="flex flex-col gap-2">
      {items.map((connection) => (
        <li key={connection.id} className="panel flex flex-col gap-2.5 p-3">
          <div>
            <Title connection={connection} />
          </div>
          <div>
            <HealthWords connection={connection} />
            <Incomplete connection={connection} />
          </div>
          <BudgetBar budget={connection.budget} name={connection.id} />
          <p className="text-sm text-muted">
            <Link href={jobsOf(connection.id)} prefetch={false} className="underline">
              {plural(connection.jobs.active, "active job")}
            </Link>
            , asked every {connection.pollSeconds} s, kept in {originWords(connection)}
          </p>
          {connection.jobs.skippedRows > 0 ? (
            <p className="text-sm text-caution">{plural(connection.jobs.skippedRows, "row")} skipped</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** How each connection does: a table where there is room for one, else cards. */
export function ConnectionsTable({ items }: { items: readonly Connection[] }) {
  return useWide() ? <Table items={items} /> : <Cards items={items} />;
}
