"use client";

import Link from "next/link";
import { Alarming } from "@/components/panels/datameer/alarming";
import { type DatameerDetails, idsOf } from "@/components/panels/datameer/datameer-details";
import { timeFact } from "@/components/panels/datameer/run-times";
import { type Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { formatDurationWords } from "@/lib/format/duration";
import { formatCount, formatPercent } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";
import { isActive } from "@/lib/jobs/state";
import { routes } from "@/lib/url/routes";

const ARTIFACT = { "import-job": "import job", workbook: "workbook", "export-job": "export job" } as const;
const text = (value: string | null | undefined) => (value ? oneLine(value) : undefined);

/** The page of another job of the same connection, or its id alone where this is that page. */
function JobLink({ job, kind, id }: { job: JobDetail; kind: string; id: string }) {
  const here = job.kind === kind && job.id === id;
  if (here) return <span className="font-mono text-sm">{id}</span>;
  return (
    <Link
      href={routes.job({ connection: job.connection, kind, id })}
      prefetch={false}
      className="font-mono text-sm underline"
    >
      {id}
    </Link>
  );
}

/** While it runs: how far it is, and what the vendor expects. 0 is 0; nothing is "not told". */
function runningFacts(job: JobDetail, { estimateMs, estimateTime }: DatameerDetails): Fact[] {
  if (!isActive(job.state)) return [];
  const readable = typeof estimateMs === "number" ? formatDurationWords(estimateMs) : text(estimateTime);
  return [
    {
      label: "Progress",
      value: job.progress ? formatPercent(job.progress.fraction) : <span className="text-faint">not told</span>,
    },
    {
      label: "Estimated time",
      value: readable ?? <span className="text-faint">not told</span>,
      note: typeof estimateMs === "number" ? text(estimateTime) : undefined,
    },
  ];
}

function idFacts(job: JobDetail, details: DatameerDetails): Fact[] {
  const ids = idsOf(details);
  const link = (kind: string, id: string | null) =>
    id === null ? undefined : <JobLink job={job} kind={kind} id={id} />;
  return [
    { label: "Execution ID", value: link("execution", ids.executionId) },
    { label: "Configuration ID", value: link("configuration", ids.configurationId) },
    { label: "File ID", value: ids.fileId ?? undefined, mono: true },
    { label: "UUID", value: ids.uuid ?? undefined, mono: true },
    { label: "Path", value: ids.path === null ? undefined : oneLine(ids.path), mono: true },
    { label: "Artifact", value: details.artifactType ? ARTIFACT[details.artifactType] : undefined },
  ];
}

/** What one execution says of itself: how it ended, who started it, when, and which artifact it belongs to. */
export function RunFacts({ job, details }: { job: JobDetail; details: DatameerDetails }) {
  const { successCount, failureCount, timeZone } = details;
  const failed = Number(failureCount ?? 0) > 0;
  const count = (value: number | string | null | undefined) =>
    value === null || value === undefined ? value : formatCount(value);
  const facts: Fact[] = [
    ...runningFacts(job, details),
    { label: "Success count", value: count(successCount) },
    {
      label: "Failure count",
      value: failed ? <Alarming title="Something failed">{count(failureCount)}</Alarming> : count(failureCount),
    },
    { label: "Started by", value: text(details.jobExecutionUser) },
    { label: "Trigger", value: text(details.jobExecutionTrigger) },
    timeFact("Start", job.startedAt, details.startTime, details.startTimeReading, timeZone),
    timeFact("Stop", job.endedAt, details.stopTime, details.stopTimeReading, timeZone),
    ...idFacts(job, details),
  ];
  return (
    <Panel title={details.type === "datameer/configuration" ? "Newest run" : "Run"} id="run-facts">
      <div className="flex flex-col gap-3">
        {details.timeProblem ? (
          <Notice tone="caution">
            It stops before it starts: the connection&apos;s time zone may be wrong, or the clock was changed that
            night.
          </Notice>
        ) : null}
        <Facts items={facts} />
      </div>
    </Panel>
  );
}
