"use client";

import { fieldFacts } from "@/components/panels/field-facts";
import type { PanelProps } from "@/components/panels/panels";
import { usePreferences } from "@/components/shell/preferences";
import { Facts, given } from "@/components/ui/facts";
import { JsonView } from "@/components/ui/json-view";
import { Panel } from "@/components/ui/panel";
import { DliSparkBatchDetails } from "@/lib/contract/details/huawei-dli";
import { visibleText } from "@/lib/format/visible-text";

/** A Spark batch: its session, what was asked, the last lines of its log. */
export function SparkBatchPanel({ job }: PanelProps) {
  const details = DliSparkBatchDetails.parse(job.details);
  const { zone } = usePreferences();
  const facts = fieldFacts(
    [
      { label: "Application", value: details.appId },
      { label: "Name", value: details.name },
      { label: "Owner", value: details.owner },
      { label: "Proxy user", value: details.proxyUser },
      { label: "Kind", value: details.kind },
      { label: "Queue", value: details.queue ?? details.clusterName },
      { label: "Size", value: details.scType },
      { label: "Image", value: details.image },
      { label: "Feature", value: details.feature },
      { label: "Created", value: details.createTime, unit: "epoch" },
      { label: "Updated", value: details.updateTime, unit: "epoch" },
      { label: "Duration", value: details.duration, unit: "ms" },
    ],
    zone,
  );
  return (
    <div className="grid items-start gap-3 lg:grid-cols-2">
      <Panel title="Batch" id="batch-facts">
        <Facts items={given(facts)} />
      </Panel>
      {details.log?.length ? (
        <Panel title="Last lines of the log" id="batch-log">
          <pre
            tabIndex={0}
            role="region"
            aria-label="Last lines of the log"
            className="max-h-72 overflow-auto font-mono text-sm leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
          >
            {visibleText(details.log.join("\n"))}
          </pre>
        </Panel>
      ) : null}
      {details.reqBodyParsed || details.reqBody ? (
        <Panel title="What was submitted" id="batch-request">
          <JsonView value={details.reqBodyParsed ?? details.reqBody} label="What was submitted" />
        </Panel>
      ) : null}
    </div>
  );
}
