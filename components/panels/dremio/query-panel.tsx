"use client";

import { PhasesTable } from "@/components/panels/dremio/phases-table";
import { ReflectionsTable } from "@/components/panels/dremio/reflections-table";
import type { PanelProps } from "@/components/panels/panel-props";
import { SqlView } from "@/components/panels/sql-view";
import { Duration } from "@/components/time/duration";
import { FullInstant } from "@/components/time/instant";
import { type Fact, Facts, given } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { DremioQueryDetails } from "@/lib/contract/details/dremio";
import { formatBytes } from "@/lib/format/bytes";
import { formatDurationWords } from "@/lib/format/duration";
import { formatCount } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";
import { isFinal } from "@/lib/jobs/state";

const EPOCH = "1970-01-01";
const bytes = (value: number | string | null | undefined) =>
  value === undefined || value === null ? value : formatBytes(value);
const count = (value: number | string | null | undefined) =>
  value === undefined || value === null ? value : formatCount(value);
const nanos = (value: number | string | null | undefined) =>
  value === undefined || value === null ? value : formatDurationWords(Number(value) / 1e6);
const instant = (iso: string | null | undefined) =>
  iso && !iso.startsWith(EPOCH) ? <FullInstant iso={iso} /> : undefined;
const text = (value: string | null | undefined) => (value ? oneLine(value) : undefined);

type Wait = NonNullable<DremioQueryDetails["queueWait"]>;

function QueueWait({ job, knownAt, wait }: PanelProps & { wait: Wait }) {
  const ms = wait.to ? Date.parse(wait.to) - Date.parse(wait.from) : null;
  return ms !== null ? (
    formatDurationWords(ms)
  ) : (
    <Duration ms={null} since={isFinal(job.state) ? null : wait.from} knownAt={knownAt} />
  );
}

/**
 * The vendor promises 0 of every query that has not completed, and yet counts while one runs. Its list of queries has a
 * count of its own: of one that did not complete, it is said which is which.
 */
function rows({ jobState, rowCount, rowsReturned, bytesReturned }: DremioQueryDetails): Fact[] {
  const sent = bytesReturned ? formatBytes(bytesReturned) : null;
  const returned = { label: "Rows returned", value: count(rowsReturned) };
  const all: Fact = { ...returned, note: sent ?? undefined };
  if (jobState === "COMPLETED") return [{ label: "Rows", value: count(rowCount) }, all];
  const over = jobState === "FAILED" || jobState === "CANCELED" || jobState === "CANCELLED";
  const none = Number(rowCount) === 0;
  const listed = rowsReturned !== undefined && rowsReturned !== null;
  if (over && none && listed) return [all];
  const own: Fact = {
    label: over ? "Rows before it ended" : "Rows so far",
    value: none && over ? "not told" : count(rowCount),
    note: none ? "(the vendor says 0 of a query that has not completed)" : undefined,
  };
  if (!over || !listed) return [own, all];
  const note = [sent, "(in the vendor's list of queries)"].filter(Boolean).join(" ");
  return [
    { ...own, note: "(in the query's own answer)" },
    { ...returned, note },
  ];
}

function facts({ job, knownAt }: PanelProps, details: DremioQueryDetails): Fact[] {
  return [
    { label: "Query type", value: text(details.queryType) },
    { label: "User", value: text(details.userName) },
    {
      label: "Queue",
      value: text(details.queueName),
      note: details.queueId && details.queueId !== details.queueName ? oneLine(details.queueId) : undefined,
    },
    {
      label: "Wait in the queue",
      value: details.queueWait ? <QueueWait job={job} knownAt={knownAt} wait={details.queueWait} /> : undefined,
    },
    { label: "Scheduling began", value: instant(details.resourceSchedulingStartedAt) },
    { label: "Scheduling ended", value: instant(details.resourceSchedulingEndedAt) },
    { label: "Engine", value: text(details.engine) },
    { label: "Attempts", value: details.attemptCount ?? undefined },
    ...rows(details),
    {
      label: "Rows scanned",
      value: count(details.rowsScanned),
      note: details.bytesScanned ? formatBytes(details.bytesScanned) : undefined,
    },
    {
      label: "Accelerated",
      value:
        details.accelerated === undefined || details.accelerated === null
          ? undefined
          : details.accelerated
            ? "yes"
            : "no",
    },
    { label: "Planner's cost", value: count(details.plannerEstimatedCost) },
    { label: "Query cost", value: count(details.queryCost) },
    { label: "Memory", value: bytes(details.memoryAllocated ?? details.executionAllocatedBytes) },
    {
      label: "CPU time",
      value:
        nanos(details.executionCpuTimeNs) ??
        (details.executionCpuTimeMillis ? formatDurationWords(Number(details.executionCpuTimeMillis)) : undefined),
    },
    { label: "Set-up time", value: nanos(details.setupTimeNs) },
    { label: "Wait time", value: nanos(details.waitTimeNs) },
    { label: "Rule", value: text(details.ruleName), note: text(details.ruleAction) },
    { label: "Context", value: text(details.context), mono: true },
    {
      label: "Queried datasets",
      value: details.queriedDatasetsParsed?.length ? details.queriedDatasetsParsed.map(oneLine).join(", ") : undefined,
      mono: true,
    },
    {
      label: "Scanned datasets",
      value: details.scannedDatasetsParsed?.length ? details.scannedDatasetsParsed.map(oneLine).join(", ") : undefined,
      mono: true,
    },
  ];
}

/** A Dremio query: how it was scheduled, what it read, what helped it. */
export function QueryPanel({ job, knownAt }: PanelProps) {
  const details = DremioQueryDetails.parse(job.details);
  const sql = details.query ?? null;
  return (
    <>
      {details.cancelledBy === "system" ? (
        <Notice tone="caution">
          Dremio itself cancelled it, nobody asked: {oneLine(details.cancellationReason ?? "no reason given")}
        </Notice>
      ) : null}
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          {sql ? <SqlView sql={sql} /> : null}
          <PhasesTable details={details} knownAt={knownAt} />
          <ReflectionsTable details={details} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Panel title="Query" id="query-facts">
            <Facts items={given(facts({ job, knownAt }, details))} />
          </Panel>
        </div>
      </div>
    </>
  );
}
