"use client";

import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { StateIcon } from "@/components/jobs/state-icon";
import { STATE_WORD } from "@/components/jobs/state-face";
import { VendorMark } from "@/components/jobs/vendor-mark";
import { Age } from "@/components/time/instant";
import type { JobRow, LaneConnection, Row } from "@/components/timeline-page/lanes";
import { plural } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

const INDENT = { connection: "pl-1.5 md:pl-3", queue: "pl-2.5 md:pl-7" } as const;
/** By how deep a job lies. */
const JOB_INDENT = { 1: "pl-3 md:pl-8", 2: "pl-3 md:pl-12" } as const;

/** Why nothing newer is known of a lane: nobody asks, or nobody answers. */
function Silence({ connection: { health, silentSince } }: { connection: LaneConnection }) {
  if (health !== "failing" && health !== "paused") return null;
  const age = silentSince === null ? null : <Age iso={new Date(silentSince).toISOString()} />;
  if (health === "paused") {
    return (
      <>
        <span className="text-muted">Paused{age ? <>, last answer {age}</> : null}</span> ·{" "}
      </>
    );
  }
  return (
    <>
      <span className="text-danger">{age ? <>No answer, last {age}</> : "Never answered"}</span> ·{" "}
    </>
  );
}

function GroupLabel({
  row,
  waiting,
  onToggle,
}: {
  row: Extract<Row, { type: "connection" | "queue" }>;
  waiting: boolean;
  onToggle: (key: string) => void;
}) {
  const { connection, queue, open, jobs, inRange, type, packing } = row;
  const name = type === "connection" ? connection.name : (queue ?? "No queue");
  const most = packing.tracks > 1 ? `, ${packing.tracks} at once` : "";
  const empty = jobs.length === 0;
  return (
    <button
      type="button"
      aria-expanded={empty ? undefined : open}
      disabled={empty}
      onClick={() => onToggle(row.key)}
      className={clsx(
        "flex h-full w-full scroll-mt-9 items-center gap-1 pr-1 text-left md:gap-1.5 md:pr-2",
        "hover:bg-sunken focus-visible:-outline-offset-2 disabled:cursor-default disabled:hover:bg-transparent",
        INDENT[type],
      )}
    >
      <ChevronRight
        aria-hidden
        size={13}
        className={clsx(
          "shrink-0 text-faint transition-transform duration-100",
          open && "rotate-90",
          empty && "opacity-0",
        )}
      />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-1.5">
          {type === "connection" ? <VendorMark vendor={connection.vendor} /> : null}
          <span
            title={name}
            className={clsx("truncate", type === "connection" ? "font-[560]" : queue === null && "text-faint italic")}
          >
            {oneLine(name)}
          </span>
        </span>
        <span className="block truncate text-xs text-faint">
          {type === "connection" ? <Silence connection={connection} /> : null}
          {empty ? (waiting ? "Loading" : "No jobs in this range") : `${plural(inRange, "job")}${most}`}
        </span>
      </span>
    </button>
  );
}

/** The left side of a row: a lane's name and what opens it, or a job's. */
export function LaneLabel({
  row,
  waiting,
  onToggle,
  onPoint,
}: {
  row: Row;
  /** The range has no answer of its own yet: a lane without jobs may have some. */
  waiting: boolean;
  onToggle: (key: string) => void;
  /** A job's row is pointed at; or, with what has it, it has the focus of the keys. null: none any more. */
  onPoint: (row: JobRow | null, focused?: HTMLElement) => void;
}) {
  if (row.type !== "job") return <GroupLabel row={row} waiting={waiting} onToggle={onToggle} />;
  const { item } = row.job;
  return (
    <Link
      href={item.path}
      prefetch={false}
      onPointerEnter={() => onPoint(row)}
      onPointerLeave={() => onPoint(null)}
      onFocus={({ currentTarget }) => onPoint(row, currentTarget.matches(":focus-visible") ? currentTarget : undefined)}
      onBlur={() => onPoint(null)}
      title={`${oneLine(item.name)} · ${STATE_WORD[item.state]}`}
      className={clsx(
        "flex h-full items-center gap-1.5 pr-2 scroll-mt-9 hover:bg-sunken hover:underline focus-visible:-outline-offset-2",
        JOB_INDENT[row.depth],
      )}
    >
      <StateIcon state={item.state} size={12} named />
      <span className="truncate text-sm">{oneLine(item.name) || item.id}</span>
    </Link>
  );
}
