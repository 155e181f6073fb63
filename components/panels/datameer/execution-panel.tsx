"use client";

import { CountersPanel, RunFacts } from "@/components/panels/datameer/run-facts";
import type { PanelProps } from "@/components/panels/panels";
import { RunBars } from "@/components/panels/run-bars";
import { DatameerExecutionDetails } from "@/lib/contract/details/datameer";

/** One execution: what it counted, and the other runs of the same configuration. */
export function ExecutionPanel({ job }: PanelProps) {
  const details = DatameerExecutionDetails.parse(job.details);
  return (
    <>
      <RunBars job={job} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <RunFacts details={details} />
        <CountersPanel details={details} />
      </div>
    </>
  );
}
