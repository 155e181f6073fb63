"use client";

import { useMemo } from "react";
import { JobDuration } from "@/components/jobs/job-duration";
import { isoOfEpoch } from "@/components/panels/epoch";
import { BatchLog } from "@/components/panels/huawei-dli/batch-log";
import { isRecord } from "@/components/panels/huawei-dli/flink-field";
import { SettingsTable } from "@/components/panels/huawei-dli/settings-table";
import type { PanelProps } from "@/components/panels/panel-props";
import { FullInstant } from "@/components/time/instant";
import { CopyButton } from "@/components/ui/copy-button";
import { type Fact, Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { DliSparkBatchDetails } from "@/lib/contract/details/huawei-dli";
import { oneLine, visibleText } from "@/lib/format/visible-text";

const text = (value: string | null | undefined) => (value ? oneLine(value) : value === "" ? null : value);

function instant(ms: number | null | undefined): Fact["value"] {
  const iso = isoOfEpoch(ms);
  return iso ? <FullInstant iso={iso} /> : ms === null ? null : undefined;
}

function facts({ job, knownAt }: PanelProps, details: DliSparkBatchDetails): Fact[] {
  const { appId } = details;
  return [
    { label: "Batch ID", value: text(details.id), mono: true },
    {
      label: "Application ID",
      value: appId ? (
        <>
          {oneLine(appId)} <CopyButton text={() => appId} label="Copy the application id" />
        </>
      ) : (
        text(appId)
      ),
      mono: true,
    },
    { label: "Name", value: text(details.name) },
    { label: "State", value: text(details.state) },
    { label: "Owner", value: text(details.owner) },
    { label: "Proxy user", value: text(details.proxyUser) },
    { label: "Kind", value: text(details.kind) },
    { label: "Resource type", value: text(details.scType) },
    { label: "Queue", value: text(details.queue ?? details.clusterName) },
    { label: "Created", value: instant(details.createTime) },
    { label: "Last changed", value: instant(details.updateTime) },
    {
      label: "Duration",
      value: <JobDuration job={job} knownAt={knownAt} />,
    },
    { label: "Image type", value: text(details.feature) },
    { label: "Custom image", value: text(details.image), mono: true },
  ];
}

function Submission({ details: { reqBody, reqBodyParsed } }: { details: DliSparkBatchDetails }) {
  if (!reqBody) return null;
  const settings = isRecord(reqBodyParsed) ? Object.entries(reqBodyParsed) : null;
  return (
    <Panel
      title="Submission"
      id="submission"
      note={settings ? "the request it was submitted with" : "as the vendor wrote it"}
      flush={settings !== null}
    >
      {settings ? (
        <SettingsTable label="Submission" settings={settings} />
      ) : (
        <pre className="font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{visibleText(reqBody)}</pre>
      )}
    </Panel>
  );
}

/** A Spark batch: its session, what it was submitted with, and its log. */
export function SparkBatchPanel({ job, knownAt }: PanelProps) {
  const details = useMemo(
    () => DliSparkBatchDetails.parse({ ...job.details, type: "huawei-dli/spark-batch" }),
    [job.details],
  );
  return (
    <div className="grid items-start gap-3 lg:grid-cols-2">
      <Panel title="Batch" id="details">
        <Facts items={facts({ job, knownAt }, details)} />
      </Panel>
      <div className="flex min-w-0 flex-col gap-3">
        <Submission details={details} />
        <BatchLog job={job} details={details} />
      </div>
    </div>
  );
}
