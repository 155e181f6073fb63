"use client";

import { useMemo } from "react";
import { FlinkConfiguration } from "@/components/panels/huawei-dli/flink-config";
import { type FlinkDocuments, isRecord } from "@/components/panels/huawei-dli/flink-field";
import { FlinkGraph, type FlinkGraphReading } from "@/components/panels/huawei-dli/flink-graph";
import { FlinkRun } from "@/components/panels/huawei-dli/flink-run";
import { readExecuteGraph } from "@/components/panels/huawei-dli/read-execute-graph";
import { readExecutionGraph } from "@/components/panels/huawei-dli/read-execution-graph";
import type { PanelProps } from "@/components/panels/panel-props";
import { SqlView } from "@/components/panels/sql-view";
import { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";
import type { Details } from "@/lib/contract/details/details";

function read(document: Details) {
  const details = DliFlinkDetails.parse({ ...document, type: "huawei-dli/flink" });
  const live = details.executeGraph ? readExecuteGraph(details.executeGraph) : null;
  const reading: FlinkGraphReading = live
    ? { graph: live, live: true }
    : { graph: readExecutionGraph(details.executionGraphParsed), live: false };
  // The configuration reads the documents as they came: a field of an unexpected type is shown too.
  const documents: FlinkDocuments = { job: document, config: isRecord(document.jobConfig) ? document.jobConfig : {} };
  const names = new Map((reading.graph?.operators ?? []).map(({ id, name }) => [id, name]));
  return { details, reading, documents, names };
}

/** A Flink definition with its newest run: what Flink says of it, its graph, its SQL, and its whole configuration. */
export function FlinkPanel({ job }: PanelProps) {
  const { details, reading, documents, names } = useMemo(() => read(job.details), [job.details]);
  return (
    <>
      <FlinkRun job={job} details={details} />
      <FlinkGraph reading={reading} details={details} />
      <FlinkConfiguration documents={documents} names={names} />
      {details.sqlBody ? <SqlView sql={details.sqlBody} title="Stream SQL" /> : null}
    </>
  );
}
