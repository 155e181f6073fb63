import Link from "next/link";
import { BudgetBar } from "@/components/connections/budget-bar";
import { HealthWords } from "@/components/connections/health-words";
import { VendorMark } from "@/components/jobs/vendor-mark";
import type { Connection } from "@/lib/contract/connection";
import { formatCount } from "@/lib/format/number";
import { jobsQueryString, loadJobsSearch } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";

/** The list, narrowed to one connection. */
export function jobsOf(connection: string): string {
  return routes.jobs(jobsQueryString({ ...loadJobsSearch(""), connection: [connection] }));
}

export function ConnectionsTable({ items }: { items: readonly Connection[] }) {
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
                <Link href={routes.connection(connection.id)} prefetch={false} className="font-medium hover:underline">
                  <VendorMark vendor={connection.vendor} size={16} /> {connection.id}
                </Link>
                <span className="block text-sm font-normal text-muted">
                  {connection.name} · {connection.vendorLabel}
                </span>
              </th>
              <td className="max-w-md min-w-56">
                <HealthWords connection={connection} />
              </td>
              <td>
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
              <td className="text-muted">{connection.origin === "file" ? "the file" : "this page"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
