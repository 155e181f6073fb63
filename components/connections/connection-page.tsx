"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { BudgetBar } from "@/components/connections/budget-bar";
import { ConnectionActions } from "@/components/connections/connection-actions";
import { jobsOf } from "@/components/connections/connections-table";
import { HealthWords } from "@/components/connections/health-words";
import { problemWords } from "@/components/jobs/problem-words";
import { VendorMark } from "@/components/jobs/vendor-mark";
import { useWho } from "@/components/shell/who";
import { Age, FullInstant } from "@/components/time/instant";
import { useNow } from "@/components/time/now";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { FieldTree } from "@/components/ui/field-tree";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { Connection } from "@/lib/contract/connection";
import { plural } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";
import { connectionQueries } from "@/lib/query/connections";
import { routes } from "@/lib/url/routes";

function instant(iso: string | null) {
  return iso === null ? null : (
    <>
      <Age iso={iso} /> <span className="text-faint">(</span>
      <FullInstant iso={iso} />
      <span className="text-faint">)</span>
    </>
  );
}

/** What is due is being asked now, or waits for its turn. */
function NextPoll({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null) return <span className="text-faint italic">none</span>;
  return now !== 0 && Date.parse(at) <= now ? "now" : instant(at);
}

function Answers({ connection }: { connection: Connection }) {
  return (
    <Panel title="Answers" id="answers">
      <div className="flex flex-col gap-3">
        <HealthWords connection={connection} />
        {connection.notice ? <Notice tone="info">{visibleText(connection.notice.message)}</Notice> : null}
        <Facts
          items={[
            { label: "Since", value: instant(connection.since) },
            { label: "Last answer", value: instant(connection.lastAnswerAt) },
            { label: "Last error", value: instant(connection.lastErrorAt) },
            {
              label: "Error",
              value: connection.lastError ? visibleText(connection.lastError.message) : null,
              note: connection.lastError?.code,
            },
            { label: "Asked next", value: <NextPoll at={connection.nextPollAt} /> },
            { label: "Asked every", value: `${connection.pollSeconds} s` },
            { label: "Jobs on a screen", value: `asked every ${connection.quickSeconds} s` },
            { label: "Calls spent", value: <BudgetBar budget={connection.budget} name={connection.id} /> },
          ]}
        />
      </div>
    </Panel>
  );
}

function Setup({ connection }: { connection: Connection }) {
  const settings = Object.keys(connection.settings).length > 0;
  return (
    <Panel title="Set-up" id="setup" note={connection.origin === "file" ? "kept in the connections file" : "kept here"}>
      <div className="flex flex-col gap-3">
        <Facts
          items={[
            { label: "Vendor", value: connection.vendorLabel },
            { label: "Address", value: connection.baseUrl, mono: true },
            { label: "Log-in", value: connection.authType },
            { label: "Secret", value: connection.hasSecret ? "kept, and never shown" : "none" },
            {
              label: "Kinds of job",
              value: connection.kinds.map(({ label }) => label).join(", ") || null,
            },
          ]}
        />
        {settings ? <FieldTree value={connection.settings} /> : null}
      </div>
    </Panel>
  );
}

function Skipped({ connection }: { connection: Connection }) {
  const { skipped, jobs } = connection;
  return (
    <Panel
      title="Rows that were not understood"
      id="skipped"
      note={jobs.skippedRows > 0 ? plural(jobs.skippedRows, "row") : null}
      flush={skipped.length > 0}
    >
      {skipped.length === 0 ? (
        <p className="text-muted">None: every row that the vendor listed was understood.</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Seen</th>
              <th scope="col">Job</th>
              <th scope="col">Why it was skipped</th>
            </tr>
          </thead>
          <tbody>
            {skipped.map((row, index) => (
              <tr key={index}>
                <td className="whitespace-nowrap">
                  <Age iso={row.at} />
                </td>
                <td className="font-mono text-sm">{row.id === null ? "no id" : visibleText(row.id)}</td>
                <td className="[overflow-wrap:anywhere]">{visibleText(row.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** One connection: how it answers, how it is set up, what was skipped. */
export function ConnectionPage({ id }: { id: string }) {
  const { data, error } = useQuery(connectionQueries.list());
  const admin = useWho().role === "admin";
  const connection = data?.items.find((one) => one.id === id);
  if (!data) {
    return error ? (
      <EmptyState title="The connection cannot be shown now">{problemWords(error)}</EmptyState>
    ) : (
      <div role="status" className="flex flex-col gap-3 p-5">
        <span className="sr-only">Loading the connection</span>
        <span className="skeleton h-8 w-52" />
        <span className="skeleton h-48 w-full" />
      </div>
    );
  }
  if (!connection) {
    return (
      <EmptyState
        title="There is no such connection"
        action={
          <Link href={routes.connections()} className={buttonClass()}>
            All connections
          </Link>
        }
      >
        It may have been removed, or is not visible to you.
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto flex w-full max-w-[1500px] flex-col gap-3 px-3 py-4 md:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="flex items-center gap-2 text-lg">
          <VendorMark vendor={connection.vendor} label={connection.vendorLabel} size={18} /> {connection.name}
        </h1>
        <Link href={jobsOf(id)} prefetch={false} className="text-muted underline">
          {plural(connection.jobs.active, "active job")}
        </Link>
        {admin ? <ConnectionActions connection={connection} vendors={data.vendors} /> : null}
      </div>
      {connection.health === "failing" && connection.lastError ? (
        <Notice tone="bad">
          It does not answer: {visibleText(connection.lastError.message)} Its jobs are shown as they were then.
        </Notice>
      ) : null}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <Answers connection={connection} />
        <Setup connection={connection} />
      </div>
      <Skipped connection={connection} />
    </div>
  );
}
