"use client";

import dynamic from "next/dynamic";
import { fieldFacts } from "@/components/panels/field-facts";
import { flinkGroups } from "@/components/panels/huawei-dli/flink-groups";
import { readGraph } from "@/components/panels/huawei-dli/graph.prepare";
import { GraphTable } from "@/components/panels/huawei-dli/graph-table";
import type { PanelProps } from "@/components/panels/panels";
import { SqlView } from "@/components/panels/sql-view";
import { usePreferences } from "@/components/shell/preferences";
import { FullInstant } from "@/components/time/instant";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";

const GraphView = dynamic(() => import("@/components/panels/huawei-dli/graph-view").then((part) => part.GraphView), {
  ssr: false,
  loading: () => <div className="h-80" />,
});

const BILLING = {
  "billing-started": "Billing runs: it started when the job began to run",
  "billing-stopped": "Billing has stopped, since the job runs with exceptions",
  "billing-ended": "Billing has ended, since the account is in arrears",
} as const;

function Billing({ billing }: { billing: DliFlinkDetails["billing"] }) {
  if (!billing) return null;
  return (
    <Notice tone="info">
      {BILLING[billing.code]}
      {billing.since !== null ? (
        <>
          , at <FullInstant iso={new Date(billing.since).toISOString()} />
        </>
      ) : null}
      .
    </Notice>
  );
}

/** A Flink definition: what runs, as a graph, and every field of its configuration, by subject. */
export function FlinkPanel({ job }: PanelProps) {
  const details = DliFlinkDetails.parse(job.details);
  const { zone } = usePreferences();
  const graph = readGraph(details);
  return (
    <>
      <Billing billing={details.billing} />
      {graph.nodes.length > 0 ? (
        <Panel title="Execution graph" id="graph" note={graph.live ? "as it runs" : "as it was planned"} flush>
          <GraphView graph={graph} />
          <div className="border-t border-line px-3.5 py-2">
            <Disclosure summary="As a table">
              <GraphTable graph={graph} />
            </Disclosure>
          </div>
        </Panel>
      ) : null}
      {details.sqlBody ? <SqlView sql={details.sqlBody} /> : null}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        {flinkGroups(details).map(({ title, fields }) => (
          <Panel key={title} title={title} id={`flink-${title.toLowerCase().replaceAll(" ", "-")}`}>
            <Facts items={fieldFacts(fields, zone)} />
          </Panel>
        ))}
      </div>
    </>
  );
}
