"use client";

import { useMemo } from "react";
import { CountersPanel } from "@/components/panels/datameer/counters-panel";
import { idsOf } from "@/components/panels/datameer/datameer-details";
import { DefinitionPanel } from "@/components/panels/datameer/definition-panel";
import { RunFacts } from "@/components/panels/datameer/run-facts";
import { RunsPanel } from "@/components/panels/datameer/runs-panel";
import { StoredData } from "@/components/panels/datameer/stored-data";
import type { PanelProps } from "@/components/panels/panel-props";
import { DatameerConfigurationDetails } from "@/lib/contract/details/datameer";

/** A configuration: its newest run, its runs side by side, what defines it, and the data it holds. */
export function ConfigurationPanel({ job }: PanelProps) {
  const details = useMemo(
    () => DatameerConfigurationDetails.parse({ ...job.details, type: "datameer/configuration" }),
    [job.details],
  );
  return (
    <>
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <RunFacts job={job} details={details} />
        <CountersPanel details={details} />
      </div>
      <RunsPanel job={job} run={job.run ?? idsOf(details).executionId} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <DefinitionPanel details={details} />
        <StoredData job={job} details={details} />
      </div>
    </>
  );
}
