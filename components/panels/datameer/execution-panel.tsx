"use client";

import { useMemo } from "react";
import { CountersPanel } from "@/components/panels/datameer/counters-panel";
import { RunFacts } from "@/components/panels/datameer/run-facts";
import { RunsPanel } from "@/components/panels/datameer/runs-panel";
import type { PanelProps } from "@/components/panels/panel-props";
import { DatameerExecutionDetails } from "@/lib/contract/details/datameer";

/** One execution: what it counted, who started it, and the other runs of its configuration. */
export function ExecutionPanel({ job }: PanelProps) {
  const details = useMemo(
    () => DatameerExecutionDetails.parse({ ...job.details, type: "datameer/execution" }),
    [job.details],
  );
  return (
    <>
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <RunFacts job={job} details={details} />
        <CountersPanel details={details} />
      </div>
      <RunsPanel job={job} run={job.id} />
    </>
  );
}
