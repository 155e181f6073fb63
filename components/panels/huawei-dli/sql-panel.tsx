"use client";

import { fieldFacts } from "@/components/panels/field-facts";
import { ResultColumns } from "@/components/panels/huawei-dli/result-columns";
import type { PanelProps } from "@/components/panels/panels";
import { SqlView } from "@/components/panels/sql-view";
import { usePreferences } from "@/components/shell/preferences";
import { Facts, given } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { DliSqlDetails } from "@/lib/contract/details/huawei-dli";
import { isFinal } from "@/lib/jobs/state";
import { oneLine } from "@/lib/format/visible-text";

/** A DLI SQL job: what it read and wrote, the result's columns, the statement. */
export function SqlPanel({ job }: PanelProps) {
  const details = DliSqlDetails.parse(job.details);
  const { zone } = usePreferences();
  const place = [details.databaseName, details.tableName].filter(Boolean).join(" · ") || undefined;
  const tags = details.tags?.map(({ key, value }) => `${key}=${value}`).join(" · ") || undefined;
  const main = fieldFacts(
    [
      { label: "Type", value: details.jobType },
      { label: "Mode", value: details.jobMode },
      { label: "Queue", value: details.queueName },
      { label: "Engine", value: details.engineType },
      { label: "Database · table", value: place },
      { label: "Scanned", value: details.inputSize, unit: "bytes" },
      { label: "Rows read", value: details.inputRowCount, unit: "count" },
      { label: "Bad rows", value: details.badRowCount, unit: "count" },
      {
        label: "Result rows",
        value: details.resultCount ?? (isFinal(job.state) ? details.resultCount : "not known until it ends"),
        unit: "count",
      },
      { label: "Tags", value: tags },
    ],
    zone,
  );
  const more = given(
    fieldFacts(
      [
        { label: "CPU", value: details.cpuCost, unit: "cu-hours" },
        { label: "Written", value: details.outputByte, unit: "bytes" },
        { label: "Result path", value: details.resultPath },
        { label: "Result format", value: details.resultFormat },
        { label: "With column header", value: details.withColumnHeader },
        { label: "Execution details", value: details.executionDetailsPath },
        { label: "Data path", value: details.dataPath },
        { label: "Data type", value: details.dataType },
        { label: "Export mode", value: details.exportMode },
        { label: "Delimiter", value: details.delimiter },
        { label: "Quote", value: details.quoteChar },
        { label: "Escape", value: details.escapeChar },
        { label: "Date format", value: details.dateFormat },
        { label: "Timestamp format", value: details.timestampFormat },
        { label: "Compression", value: details.compress },
        { label: "Settings", value: details.userConfParsed ?? details.userConf, unit: "json" },
      ],
      zone,
    ),
  );
  const sql = details.statement ?? (/\s/.test(job.name) ? job.name : null);
  return (
    <div className="grid gap-3 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        {sql ? <SqlView sql={sql} /> : null}
        <ResultColumns schema={details.detailParsed} />
      </div>
      <Panel title="Details" id="sql-facts" note={details.message ? oneLine(details.message).slice(0, 120) : null}>
        <Facts items={[...main, ...more]} />
      </Panel>
    </div>
  );
}
