"use client";

import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { AuditDetail } from "@/components/audit/audit-detail";
import { actionWord, shortHash, tellsOfJob } from "@/components/audit/audit-words";
import { OutcomeWord } from "@/components/audit/outcome-word";
import { Instant } from "@/components/time/instant";
import { useWide } from "@/components/ui/use-wide";
import type { AuditEntry } from "@/lib/contract/audit";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

interface RowsProps {
  entries: readonly AuditEntry[];
  openId: string | null;
  onOpen: (id: string | null) => void;
}

function Target({ entry }: { entry: AuditEntry }) {
  if (!tellsOfJob(entry))
    return <span>{oneLine([entry.connection, entry.jobId].filter(Boolean).join(" ")) || "–"}</span>;
  const { connection, kind, jobId } = entry;
  return (
    <Link
      href={routes.job({ connection, kind, id: jobId })}
      prefetch={false}
      title={jobId}
      className="[overflow-wrap:anywhere] hover:underline"
    >
      <span className="text-muted">
        {connection} · {kind} ·{" "}
      </span>
      <span className="font-mono text-sm">{shorten(oneLine(jobId), 40)}</span>
    </Link>
  );
}

function Opener({ entry, open, onOpen }: { entry: AuditEntry; open: boolean; onOpen: RowsProps["onOpen"] }) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? `entry-${entry.id}` : undefined}
      aria-label={`Details of ${actionWord(entry.action)} by ${entry.by}`}
      onClick={() => onOpen(open ? null : entry.id)}
      className="grid size-6 place-items-center rounded text-faint hover:bg-sunken hover:text-text"
    >
      <ChevronRight aria-hidden size={14} className={clsx("transition-transform duration-100", open && "rotate-90")} />
    </button>
  );
}

function Table({ entries, openId, onOpen }: RowsProps) {
  return (
    <table className="data-table">
      <caption className="sr-only">Actions, newest first</caption>
      <thead className="sticky top-0 z-10 bg-surface">
        <tr>
          <th scope="col" className="w-8">
            <span className="sr-only">Details</span>
          </th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">To which</th>
          <th scope="col">Outcome</th>
          <th scope="col">Reason</th>
          <th scope="col">Hash</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const open = entry.id === openId;
          return (
            <Fragment key={entry.id}>
              <tr className={clsx("hover:bg-sunken", open && "bg-sunken")}>
                <td className="py-1! pr-0!">
                  <Opener entry={entry} open={open} onOpen={onOpen} />
                </td>
                <td className="whitespace-nowrap">
                  <Instant iso={entry.at} />
                </td>
                <td className="max-w-64 min-w-44 truncate" title={oneLine(entry.by)}>
                  {oneLine(entry.by)}
                </td>
                <td className="whitespace-nowrap">{actionWord(entry.action)}</td>
                <td className="max-w-96">
                  <Target entry={entry} />
                </td>
                <td className="whitespace-nowrap">
                  <OutcomeWord outcome={entry.outcome} />
                </td>
                <td className="max-w-72">
                  {entry.reason ? (
                    <span className="line-clamp-1" title={oneLine(entry.reason)}>
                      {oneLine(entry.reason)}
                    </span>
                  ) : (
                    <span className="text-faint">–</span>
                  )}
                </td>
                <td className="font-mono text-sm text-faint">{shortHash(entry.hash)}</td>
              </tr>
              {open ? (
                <tr id={`entry-${entry.id}`}>
                  <td />
                  <td colSpan={7}>
                    <AuditDetail entry={entry} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Cards({ entries, openId, onOpen }: RowsProps) {
  return (
    <ul aria-label="Actions, newest first">
      {entries.map((entry) => {
        const open = entry.id === openId;
        return (
          <li key={entry.id} className="flex gap-1 border-b border-line px-2 py-2 last:border-0">
            <Opener entry={entry} open={open} onOpen={onOpen} />
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline gap-2">
                <span className="font-[560]">{actionWord(entry.action)}</span>
                <OutcomeWord outcome={entry.outcome} />
                <span className="ml-auto shrink-0 text-sm text-faint">
                  <Instant iso={entry.at} />
                </span>
              </p>
              <p className="text-muted [overflow-wrap:anywhere]">{oneLine(entry.by)}</p>
              <p>
                <Target entry={entry} />
              </p>
              {open ? (
                <div id={`entry-${entry.id}`} className="mt-2 border-t border-line pt-2">
                  <AuditDetail entry={entry} />
                </div>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A table where there is room for one, else cards. */
export function AuditRows(props: RowsProps) {
  return useWide() ? <Table {...props} /> : <Cards {...props} />;
}
