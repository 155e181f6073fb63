"use client";

import { useMemo } from "react";
import { ResultColumns } from "@/components/panels/huawei-dli/result-columns";
import { SqlFacts } from "@/components/panels/huawei-dli/sql-facts";
import { SubjobsPanel } from "@/components/panels/huawei-dli/subjobs-panel";
import { UserConf } from "@/components/panels/huawei-dli/user-conf";
import type { PanelProps } from "@/components/panels/panel-props";
import { SqlView } from "@/components/panels/sql-view";
import { Panel } from "@/components/ui/panel";
import { DliSqlDetails } from "@/lib/contract/details/huawei-dli";

/** A SQL job: its subjobs, its statement, what it read and made, and the columns of its result. */
export function SqlPanel({ job, knownAt }: PanelProps) {
  const details = useMemo(() => DliSqlDetails.parse({ ...job.details, type: "huawei-dli/sql" }), [job.details]);
  return (
    <>
      <SubjobsPanel job={job} />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          {details.statement ? <SqlView sql={details.statement} /> : null}
          <ResultColumns details={details} />
          <UserConf details={details} />
        </div>
        <Panel title="Details" id="details">
          <SqlFacts job={job} knownAt={knownAt} details={details} />
        </Panel>
      </div>
    </>
  );
}
